//! Hundreds of notes, and dates that have not come yet.

use crate::item_store::rows::LOOKS;
use crate::testing::{Device, Tab, tabs};
use crate::{NOTE, SaveStatus};
use bearings_domain::time::Millis;

/// Five hundred notes, all kept.
fn many() -> (Device, Tab) {
    let (device, mut tab, _) = tabs();
    for at in 0..500 {
        let key = tab.note(&format!("Note {at}"), 1_000 + at);
        tab.items.open(key);
    }
    tab.save();
    let tab = Tab::new(&device, 3);
    assert_eq!(tab.items.rows().len(), 500);
    (device, tab)
}

/// How many rows are looked at meanwhile.
fn looks(tab: &mut Tab, work: impl FnOnce(&mut Tab)) -> usize {
    LOOKS.set(0);
    work(tab);
    LOOKS.get()
}

#[test]
fn a_key_in_one_of_five_hundred_notes_looks_at_no_other() {
    let (_, mut tab) = many();
    _ = tab.items.take_changes();
    let key = tab.items.rows()[250];
    for text in ["Note, and m", "Note, and mo", "Note, and more"] {
        let looks = looks(&mut tab, |tab| tab.type_in(key, text, 9_000));
        assert!(looks <= 12, "{looks} rows for one key");
        let changes = tab.items.take_changes();
        assert!(changes.rows.iter().all(|row| *row == key) && !changes.is_list);
    }
    let looks = looks(&mut tab, Tab::save);
    assert!(looks <= 30, "{looks} rows to save one note");
    let changes = tab.items.take_changes();
    assert!(changes.rows.iter().all(|row| *row == key), "{changes:?}");
    assert!(!changes.is_list);
    assert!(matches!(tab.items.status(key), SaveStatus::Saved(_)));
}

#[test]
fn five_hundred_notes_are_read_without_looking_at_each_beside_each() {
    let (device, _) = many();
    let mut tab = Tab::new(&Device::default(), 9);
    tab.records = Tab::new(&device, 9).records;
    // Each row is found, put where it belongs among its neighbours (nine steps), and told of.
    let looks = looks(&mut tab, Tab::load);
    assert!(looks <= 500 * 16, "{looks} rows for 500 notes");
}

#[test]
fn a_note_with_a_date_that_has_not_come_yet_is_above_nothing_that_was_written_since() {
    const TODAY: u64 = 1_795_363_200_000;
    const YEARS: u64 = 5 * 365 * 24 * 60 * 60 * 1000;
    let device = Device::default();
    device.set_time(TODAY);
    let mut tab = Tab::skewed(NOTE, &device, 1, i64::try_from(YEARS).expect("five years"));
    tab.note("Under a wrong clock", TODAY + YEARS);
    tab.note("And another", TODAY + YEARS + 9);
    tab.save();
    let mut next = Tab::new(&device, 3);
    assert_eq!(next.texts(), ["And another", "Under a wrong clock"]);
    let key = next.note("Now", TODAY + 5);
    assert_eq!(next.items.rows()[0], key, "a new note comes first");
    next.save();
    let later = Tab::new(&device, 4);
    assert_eq!(later.texts(), ["Now", "And another", "Under a wrong clock"]);
}

#[test]
fn a_note_kept_under_a_wrong_clock_can_be_changed_deleted_and_brought_back() {
    let (device, mut tab, mut other) = tabs();
    tab.note("From the future", 1_000_000);
    tab.save();
    other.load();
    let key = other.items.rows()[0];
    other.type_in(key, "Changed today", 10);
    other.save();
    tab.load();
    assert_eq!(tab.texts(), ["Changed today"]);
    let there = tab.items.rows()[0];
    tab.items.delete(there, Millis(11));
    tab.save();
    other.load();
    assert!(Tab::new(&device, 3).texts().is_empty());
    tab.items.undo_delete(there, Millis(12));
    tab.save();
    other.load();
    assert_eq!(other.texts(), ["Changed today"]);
    other.type_in(key, "And again", 13);
    other.save();
    assert_eq!(Tab::new(&device, 4).texts(), ["And again"]);
}
