//! What the page says about notes, as texts to show.

use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use bearings_records::{ItemStore, SaveStatus};

/// The label of a note, which names its date, and its number where others of its minute were before it.
pub fn label(is_copy: bool, earlier: usize) -> Text {
    match (is_copy, earlier) {
        (true, _) => Text::NotesCopy,
        (false, 0) => Text::NotesLabel,
        (false, _) => Text::NotesLabelAgain,
    }
}

/// The status line of a note, and the time that it names. Nothing while nothing is certain.
pub fn status(save_status: SaveStatus) -> Option<(Text, Option<Millis>)> {
    let text = match save_status {
        SaveStatus::Blank | SaveStatus::Writing => return None,
        SaveStatus::Saved(when) => return Some((Text::NotesSaved, Some(when))),
        SaveStatus::NotSaved => Text::NotesNotSaved,
        SaveStatus::PageOnly => Text::NotesPageOnly,
        SaveStatus::Gone => Text::NotesGone,
    };
    Some((text, None))
}

/// What was last announced of a note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spoken {
    /// Nothing, or nothing that still matters.
    Nothing,
    /// That its words are safe. They stay so while more is written, as a rule.
    Saved,
    /// That they are not, in this way.
    Trouble(&'static str),
}

/// What to announce. "Saved" is said when the first words of a note are safe and not
/// after each pause in typing: it would talk over the words that are typed. After that only what
/// stops being true is said. What the page found when it was opened is not said at all.
pub fn speak(before: Option<Spoken>, save_status: SaveStatus) -> Spoken {
    match save_status {
        SaveStatus::Saved(_) => Spoken::Saved,
        SaveStatus::NotSaved | SaveStatus::PageOnly | SaveStatus::Gone => {
            Spoken::Trouble(save_status.name())
        }
        // On the way from one to the other.
        SaveStatus::Writing => before.unwrap_or(Spoken::Nothing),
        SaveStatus::Blank => Spoken::Nothing,
    }
}

/// What must be said about all notes together, each with a number to fill in.
pub fn messages(notes: &ItemStore) -> Vec<(Text, u32)> {
    let mut messages = Vec::new();
    if !notes.is_lasting() {
        messages.push((Text::NotesBlocked, 0));
    }
    if notes.newer() > 0 {
        messages.push((Text::NotesNewer, notes.newer()));
    }
    if notes.unreadable() > 0 {
        messages.push((Text::NotesAside, notes.unreadable()));
    }
    if notes.was_evicted() {
        messages.push((Text::NotesEmptied, 0));
    }
    messages
}

#[cfg(test)]
mod tests {
    use super::*;
    use bearings_records::{MemoryStorage, NOTE, RecordStore, Seeds, StoppedClock, Storage};

    #[test]
    fn only_what_is_certain_is_called_saved() {
        for save_status in [SaveStatus::Blank, SaveStatus::Writing] {
            assert_eq!(status(save_status), None);
        }
        let saved = SaveStatus::Saved(Millis(7));
        assert_eq!(status(saved), Some((Text::NotesSaved, Some(Millis(7)))));
        for save_status in [SaveStatus::NotSaved, SaveStatus::PageOnly, SaveStatus::Gone] {
            let text = status(save_status).map(|(text, _)| text);
            assert!(text.is_some_and(|text| text != Text::NotesSaved));
        }
    }

    /// What is said aloud while a note goes through these, one after the other.
    fn spoken(statuses: &[SaveStatus]) -> Vec<SaveStatus> {
        let mut before = None;
        let mut spoken = Vec::new();
        for save_status in statuses {
            let now = speak(before, *save_status);
            if before.is_some_and(|before| before != now && now != Spoken::Nothing) {
                spoken.push(*save_status);
            }
            before = Some(now);
        }
        spoken
    }

    #[test]
    fn saved_is_said_once_and_then_only_what_stops_being_true() {
        use SaveStatus::{Blank, Gone, NotSaved, PageOnly, Saved, Writing};
        let [one, two] = [Saved(Millis(1)), Saved(Millis(2))];
        assert_eq!(
            spoken(&[Blank, Writing, one, Writing, two, Writing, two]),
            [one]
        );
        assert!(
            spoken(&[one, Writing, two]).is_empty(),
            "it was found saved"
        );
        let trouble = [
            one, Writing, NotSaved, Writing, NotSaved, Writing, two, Writing, two,
        ];
        assert_eq!(spoken(&trouble), [NotSaved, two]);
        assert_eq!(
            spoken(&[Blank, Writing, PageOnly, Writing, PageOnly]),
            [PageOnly]
        );
        assert_eq!(spoken(&[one, Gone, Writing, two]), [Gone, two]);
        assert_eq!(
            spoken(&[Blank, Writing, one, Blank, Writing, two]),
            [one, two]
        );
    }

    #[test]
    fn what_could_not_be_read_is_told_with_its_number() {
        let mut notes = ItemStore::new(NOTE, Seeds::default());
        assert!(messages(&notes).is_empty());
        let mut storage = MemoryStorage::default();
        for key in ["bearings:/:note:a", "bearings:/:note:b"] {
            storage.write(key, "{torn").expect("memory takes all");
        }
        let clock = Box::<StoppedClock>::default;
        let mut records = RecordStore::new(Box::new(storage), clock(), "/".to_owned());
        notes.load(&mut records, false).expect("it can be read");
        assert_eq!(messages(&notes), [(Text::NotesAside, 2)]);
        let mut records = RecordStore::in_memory(clock(), "/".to_owned());
        notes.load(&mut records, false).expect("it can be read");
        assert_eq!(messages(&notes), [(Text::NotesBlocked, 0)]);
    }
}
