//! Records that are gone: erased on purpose, or emptied by the browser.

use super::key_of;
use crate::SaveStatus;
use crate::testing::{Tab, tabs};
use bearings_domain::time::Millis;

#[test]
fn what_was_erased_elsewhere_is_not_written_again_until_somebody_goes_on_with_it() {
    let (device, mut tab, mut other) = tabs();
    let key = tab.note("Ask", 10);
    tab.save();
    let record = key_of(&tab, "Ask");
    other.erase();
    tab.hear(&record);
    tab.save();
    assert!(tab.texts().is_empty());
    assert_eq!(device.records(), 0);
    assert_eq!(tab.items.status(key), SaveStatus::Gone);
    tab.type_in(key, "Ask again", 20);
    tab.save();
    assert_eq!(Tab::new(&device, 3).texts(), ["Ask again"]);
}

#[test]
fn a_page_that_slept_while_all_was_erased_shows_nothing_of_it() {
    let (device, mut tab, mut other) = tabs();
    let open = tab.note("Ask", 10);
    tab.save();
    other.erase();
    tab.come_back();
    tab.save();
    assert!(tab.items.rows().is_empty(), "row {open} is still in sight");
    assert_eq!(device.records(), 0);
}

#[test]
fn a_page_that_saw_all_records_go_keeps_the_words_somebody_was_in() {
    let (_, mut tab, mut other) = tabs();
    let open = tab.note("Ask", 10);
    tab.save();
    other.erase();
    tab.load();
    tab.come_back();
    assert_eq!(tab.items.rows(), [open]);
    assert_eq!(tab.items.status(open), SaveStatus::Gone);
}

#[test]
fn a_page_that_slept_keeps_what_was_not_removed_and_what_was_not_written_yet() {
    let (device, mut tab, mut other) = tabs();
    tab.note("Stays", 10);
    tab.note("Goes", 20);
    // Long enough for the journal to have let go of them.
    tab.save();
    tab.pass(30_000);
    let goes = key_of(&tab, "Goes");
    // As the undo of a restore does.
    assert!(other.records.mark_erased(7));
    device.remove(&goes);
    tab.note("Not written yet", 30);
    tab.come_back();
    assert_eq!(tab.texts(), ["Not written yet", "Stays"]);
    tab.save();
    assert_eq!(Tab::new(&device, 3).texts(), ["Not written yet", "Stays"]);
}

#[test]
fn a_note_deleted_before_it_was_written_can_still_be_brought_back_after_a_sleep() {
    let (device, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.items.delete(key, Millis(11));
    tab.save();
    tab.come_back();
    tab.items.undo_delete(key, Millis(12));
    tab.save();
    assert_eq!(Tab::new(&device, 3).texts(), ["Ask"]);
}

#[test]
fn storage_that_the_browser_emptied_while_a_page_slept_gets_its_words_back() {
    let (device, mut tab, mut other) = tabs();
    // Something was erased long ago: that is no reason to lose what was written since.
    other.erase();
    tab.load();
    tab.note("In it", 10);
    tab.save();
    let mut next = Tab::new(&device, 3);
    next.note("Not written yet", 20);
    device.evict();
    next.come_back();
    assert!(next.items.was_evicted(), "it has to be told");
    assert_eq!(next.texts(), ["Not written yet", "In it"]);
    assert_eq!(Tab::new(&device, 4).texts(), ["Not written yet", "In it"]);
    // And once it is written again it is as any other.
    tab.come_back();
    assert_eq!(tab.texts(), ["Not written yet", "In it"]);
    assert!(!tab.items.has_changes());
}

#[test]
fn a_page_that_wakes_after_another_has_written_again_keeps_what_only_it_has() {
    let (device, mut tab, mut other) = tabs();
    tab.note("Here", 10);
    tab.save();
    device.evict();
    other.note("There", 20);
    other.save();
    tab.come_back();
    tab.save();
    assert_eq!(Tab::new(&device, 3).texts(), ["There", "Here"]);
}

#[test]
fn a_page_that_sleeps_through_two_erasings_shows_nothing_of_what_was_before() {
    let (device, mut tab, mut other) = tabs();
    tab.note("Ask", 10);
    tab.save();
    other.erase();
    other.note("Begun anew", 20);
    other.save();
    other.erase();
    tab.come_back();
    tab.save();
    assert!(tab.items.rows().is_empty());
    assert_eq!(device.records(), 0);
    assert!(!tab.items.was_evicted());
}
