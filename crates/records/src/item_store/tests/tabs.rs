//! Two tabs over one storage.

use crate::testing::{Tab, tabs};
use crate::{RowKey, SaveStatus};
use bearings_domain::time::Millis;

/// A note that is kept, and known to both tabs; its row in each.
fn in_both(one: &mut Tab, other: &mut Tab) -> (RowKey, RowKey) {
    let key = one.note("Ask", 10);
    one.save();
    other.load();
    (key, other.items.rows()[0])
}

#[test]
fn different_notes_in_two_tabs_never_clash() {
    let (device, mut one, mut other) = tabs();
    one.note("One", 10);
    other.note("Other", 10);
    one.save();
    other.save();
    one.load();
    assert_eq!(one.texts().len(), 2);
    assert_eq!(Tab::new(&device, 3).texts().len(), 2);
}

#[test]
fn the_same_note_changed_in_two_tabs_keeps_both_texts_and_the_row_keeps_its_own() {
    let (device, mut one, mut other) = tabs();
    let (key, there) = in_both(&mut one, &mut other);
    one.type_in(key, "Ask Ana", 20);
    other.type_in(there, "Ask Ben", 30);
    other.save();
    // The other tab's words are newer; the ones being typed here stay under the hand.
    one.save();
    assert_eq!(one.items.text(key, 0).as_deref(), Some("Ask Ana"));
    assert_eq!(one.texts().len(), 2);
    one.type_in(key, "Ask Ana first", 40);
    one.save();
    other.load();
    for tab in [one, other, Tab::new(&device, 3)] {
        let mut texts = tab.texts();
        texts.sort();
        assert_eq!(texts, ["Ask Ana first", "Ask Ben"]);
    }
}

#[test]
fn words_that_another_tab_wrote_last_come_into_a_row_that_is_at_rest() {
    let (_, mut one, mut other) = tabs();
    let (key, there) = in_both(&mut one, &mut other);
    other.type_in(there, "Ask Ben", 30);
    other.save();
    one.load();
    assert_eq!(one.texts(), ["Ask Ben"]);
    assert_eq!(one.items.rows(), [key]);
}

#[test]
fn a_record_that_lost_words_to_a_race_is_written_again() {
    let (device, mut one, mut other) = tabs();
    let (key, there) = in_both(&mut one, &mut other);
    one.type_in(key, "Ask Ana", 20);
    let before = device.shown();
    one.save();
    // The other tab read before this tab wrote, and wrote after it.
    device.show_again(before);
    other.type_in(there, "Ask Ben", 30);
    other.save();
    // Its words are not in the record: reading it, this tab writes them again.
    one.load();
    other.load();
    assert_eq!(other.texts().len(), 2);
    assert!(!other.items.has_changes());
}

#[test]
fn a_note_deleted_elsewhere_while_somebody_is_in_it_comes_back_with_the_next_word() {
    let (device, mut one, mut other) = tabs();
    let (key, there) = in_both(&mut one, &mut other);
    other.items.delete(there, Millis(20));
    other.save();
    one.load();
    assert_eq!(one.items.rows(), [key]);
    assert_eq!(one.items.status(key), SaveStatus::Gone);
    one.type_in(key, "Ask again", 30);
    one.save();
    assert_eq!(Tab::new(&device, 3).texts(), ["Ask again"]);
}
