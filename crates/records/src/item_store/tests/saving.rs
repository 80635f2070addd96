//! What is called saved, and when.

use crate::testing::{Answers, Device, Tab, tabs};
use crate::{RecordError, SaveStatus};
use bearings_domain::time::Millis;

#[test]
fn notes_come_back_newest_first() {
    let (device, mut tab, _) = tabs();
    tab.note("First", 10);
    tab.note("Second", 20);
    tab.save();
    let next = Tab::new(&device, 3);
    assert_eq!(next.texts(), ["Second", "First"]);
    let key = next.items.rows()[0];
    assert_eq!(next.items.status(key), SaveStatus::Saved(Millis(20)));
}

#[test]
fn nothing_is_called_saved_before_it_is() {
    let (device, mut tab, _) = tabs();
    device.journal_answers(Answers::Silent);
    let key = tab.note("Ask", 10);
    assert_eq!(tab.items.status(key), SaveStatus::Writing);
    tab.save();
    assert_eq!(
        tab.items.status(key),
        SaveStatus::Writing,
        "it may not be on disk yet"
    );
    assert_eq!(tab.items.journal_answered(1, true), None);
    assert_eq!(tab.items.status(key), SaveStatus::Saved(Millis(10)));
    device.journal_answers(Answers::Stored);
    tab.type_in(key, "Ask A", 20);
    assert_eq!(tab.items.status(key), SaveStatus::Writing);
    device.deny_writes(true);
    tab.save();
    assert_eq!(tab.items.status(key), SaveStatus::NotSaved);
    assert_eq!(tab.items.unsaved_error(), Some(RecordError::Full));
    assert_eq!(tab.items.text(key, 0).as_deref(), Some("Ask A"));
    device.deny_writes(false);
    tab.save();
    assert_eq!(tab.items.unsaved_error(), None);
    assert_eq!(tab.items.status(key), SaveStatus::Saved(Millis(20)));
}

#[test]
fn an_empty_note_is_not_kept_and_stays_on_the_page_until_it_is_left() {
    let (device, mut tab, _) = tabs();
    let key = tab.note("  \n", 10);
    assert_eq!(
        tab.items.add_row(Millis(11)),
        key,
        "one empty row is enough"
    );
    tab.save();
    assert!(device.shown().is_empty());
    assert_eq!(tab.items.rows(), [key]);
}

#[test]
fn a_note_that_is_emptied_and_written_anew_is_the_same_note() {
    let (device, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.save();
    tab.type_in(key, "", 20);
    tab.save();
    assert!(Tab::new(&device, 3).texts().is_empty());
    tab.type_in(key, "W", 30);
    tab.type_in(key, "Why", 40);
    tab.save();
    assert_eq!(Tab::new(&device, 4).texts(), ["Why"]);
    assert_eq!(device.shown().len(), 1);
    assert_eq!(tab.items.origin(key), (Millis(10), false));
}

#[test]
fn a_deletion_can_be_taken_back_until_the_page_is_left() {
    let (device, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.save();
    tab.items.delete(key, Millis(20));
    tab.save();
    assert!(Tab::new(&device, 3).texts().is_empty());
    assert!(tab.items.is_deleted(key));
    tab.items.undo_delete(key, Millis(30));
    tab.save();
    assert_eq!(Tab::new(&device, 4).texts(), ["Ask"]);
}

#[test]
fn in_memory_nothing_is_called_saved() {
    let device = Device::default();
    let mut tab = Tab::in_memory(&device, 1);
    let key = tab.note("Ask", 10);
    tab.save();
    assert_eq!(tab.items.status(key), SaveStatus::PageOnly);
    assert!(tab.items.ends_with_page());
    assert_eq!(device.journal(), [], "nothing may outlive the page");
}

#[test]
fn a_failed_round_of_saving_is_not_vouched_for_by_a_later_one() {
    let (device, mut tab, _) = tabs();
    device.journal_answers(Answers::Silent);
    let keys = [("First", 10), ("Second", 20)].map(|(text, at)| {
        let key = tab.note(text, at);
        tab.save();
        key
    });
    // The database took the second and has not answered for the first.
    tab.items.journal_answered(2, true);
    assert_eq!(
        keys.map(|key| tab.items.status(key)),
        [SaveStatus::Writing, SaveStatus::Saved(Millis(20))]
    );
    tab.items.journal_answered(1, true);
    assert_eq!(tab.items.status(keys[0]), SaveStatus::Saved(Millis(10)));
}
