//! What the page says about notes, as texts to show.

use crate::state::notebook::{Notebook, Standing};
use bearings_domain::text::Text;
use bearings_domain::time::Millis;

/// The label of a note, which names its date.
pub fn label(is_copy: bool) -> Text {
    if is_copy {
        Text::NotesCopy
    } else {
        Text::NotesLabel
    }
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

/// What screen readers were last told of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    /// Nothing, or nothing that still matters.
    Nothing,
    /// That its words are safe. They stay so while more is written, as a rule.
    Saved,
    /// That they are not, in this way.
    Trouble(&'static str),
}

/// What they have to be told now. "Saved" is said when the first words of a note are safe and not
/// after each pause in typing: it would talk over the words that are typed. After that only what
/// stops being true is said. What the page found when it was opened is not said at all.
pub fn speak(before: Option<Spoken>, standing: Standing) -> Spoken {
    match standing {
        Standing::Saved(_) => Spoken::Saved,
        Standing::NotSaved | Standing::PageOnly | Standing::Gone => {
            Spoken::Trouble(standing.name())
        }
        // On the way from one to the other.
        Standing::Writing => before.unwrap_or(Spoken::Nothing),
        Standing::Blank => Spoken::Nothing,
    }
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
    if notes.emptied {
        told.push((Text::NotesEmptied, 0));
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

    /// What is said aloud while a note goes through these, one after the other.
    fn heard(standings: &[Standing]) -> Vec<Standing> {
        let mut before = None;
        let mut heard = Vec::new();
        for standing in standings {
            let spoken = speak(before, *standing);
            if before.is_some_and(|before| before != spoken && spoken != Spoken::Nothing) {
                heard.push(*standing);
            }
            before = Some(spoken);
        }
        heard
    }

    #[test]
    fn saved_is_said_once_and_then_only_what_stops_being_true() {
        use Standing::{Blank, Gone, NotSaved, PageOnly, Saved, Writing};
        let [one, two] = [Saved(Millis(1)), Saved(Millis(2))];
        assert_eq!(
            heard(&[Blank, Writing, one, Writing, two, Writing, two]),
            [one]
        );
        assert!(heard(&[one, Writing, two]).is_empty(), "it was found saved");
        let trouble = [
            one, Writing, NotSaved, Writing, NotSaved, Writing, two, Writing, two,
        ];
        assert_eq!(heard(&trouble), [NotSaved, two]);
        assert_eq!(
            heard(&[Blank, Writing, PageOnly, Writing, PageOnly]),
            [PageOnly]
        );
        assert_eq!(heard(&[one, Gone, Writing, two]), [Gone, two]);
        assert_eq!(
            heard(&[Blank, Writing, one, Blank, Writing, two]),
            [one, two]
        );
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
