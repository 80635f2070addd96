//! What the page says about notes, as texts to show.

use crate::state::notebook::{Notebook, RowKey, Standing};
use bearings_domain::text::Text;
use bearings_domain::time::Millis;

/// The label of a note: which text, and which date it names.
pub fn label(notes: &Notebook, key: RowKey) -> (Text, Option<Millis>) {
    let (created, is_copy) = notes.origin(key);
    let text = if is_copy {
        Text::NotesCopy
    } else {
        Text::NotesLabel
    };
    (text, Some(created))
}

/// What stands under a note, and the time that it names. Nothing while nothing is certain.
pub fn status(standing: Standing) -> Option<(Text, Option<Millis>)> {
    let text = match standing {
        Standing::Blank | Standing::Writing => return None,
        Standing::Saved(when) => return Some((Text::NotesSaved, Some(when))),
        Standing::NotSaved => Text::NotesNotSaved,
        Standing::PageOnly => Text::NotesPageOnly,
        Standing::Gone => Text::NotesGone,
    };
    Some((text, None))
}

/// What must be said about all notes together, each with a number to fill in.
pub fn told(notes: &Notebook) -> Vec<(Text, u32)> {
    let mut told = Vec::new();
    if !notes.lasting {
        told.push((Text::NotesBlocked, 0));
    }
    if notes.newer > 0 {
        told.push((Text::NotesNewer, notes.newer));
    }
    if notes.aside > 0 {
        told.push((Text::NotesAside, notes.aside));
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_called_saved() {
        for standing in [Standing::Blank, Standing::Writing] {
            assert_eq!(status(standing), None);
        }
        let saved = Standing::Saved(Millis(7));
        assert_eq!(status(saved), Some((Text::NotesSaved, Some(Millis(7)))));
        for standing in [Standing::NotSaved, Standing::PageOnly, Standing::Gone] {
            let text = status(standing).map(|(text, _)| text);
            assert!(text.is_some_and(|text| text != Text::NotesSaved));
        }
    }

    #[test]
    fn what_could_not_be_read_is_told_with_its_number() {
        let mut notes = Notebook::default();
        assert!(told(&notes).is_empty());
        notes.aside = 2;
        notes.lasting = false;
        assert_eq!(
            told(&notes),
            [(Text::NotesBlocked, 0), (Text::NotesAside, 2)]
        );
    }
}
