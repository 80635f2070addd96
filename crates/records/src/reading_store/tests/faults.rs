//! Storage that refuses, is damaged, or was written by a newer version.

use super::*;
use bearings_domain::store;

fn key(kind: Kind) -> String {
    store::key("/", kind)
}

#[test]
fn a_position_counts_as_saved_once_it_was_written_and_that_is_said_once() {
    let (device, mut one, _) = two_tabs();
    assert_eq!(
        one.reading.take_saved_position().as_deref(),
        Some("one#line")
    );
    assert_eq!(one.reading.take_saved_position(), None);
    device.deny_writes(true);
    one.be_at("two");
    assert_eq!(one.reading.take_saved_position(), None);
    assert_eq!(
        one.at(),
        Some("two"),
        "it is known to the page all the same"
    );
}

#[test]
fn where_the_browser_keeps_nothing_nothing_is_called_saved() {
    let mut tab = Tab::over(Device::default().record_store_in_memory());
    tab.read("one");
    tab.be_at("one");
    assert_eq!(tab.reading.take_saved_position(), None);
    assert_eq!((tab.marks(), tab.at()), (vec!["one"], Some("one")));
    assert_eq!(tab.notice(), None);
}

#[test]
fn what_storage_refuses_stays_in_memory_and_is_said_until_there_is_room() {
    let (device, mut one, mut other) = two_tabs();
    device.deny_writes(true);
    one.read("two");
    one.be_at("two");
    assert_eq!(one.notice(), Some(RecordError::Full));
    one.notices.dismiss();
    one.load();
    // What is stored is older than what this page alone knows of the marks; a position is one.
    assert_eq!((one.marks(), one.at()), (vec!["one", "two"], Some("one")));
    assert_eq!(one.notice(), None, "it has been said");
    device.deny_writes(false);
    one.read("two");
    other.load();
    assert_eq!(other.marks(), ["one", "two"]);
    device.deny_writes(true);
    one.be_at("one");
    assert_eq!(
        one.notice(),
        Some(RecordError::Full),
        "it is another failure"
    );
}

#[test]
fn a_position_that_was_never_written_is_not_lost_for_want_of_a_record() {
    let device = Device::default();
    let mut tab = Tab::open(&device, 1);
    tab.read("one");
    device.deny_writes(true);
    tab.be_at("one");
    tab.load();
    assert_eq!(tab.at(), Some("one"));
}

#[test]
fn storage_that_cannot_be_read_takes_nothing_away() {
    let (device, mut one, _) = two_tabs();
    device.deny_reads(true);
    one.load();
    assert_eq!((one.marks(), one.at()), (vec!["one"], Some("one")));
    assert_eq!(one.notice(), Some(RecordError::Blocked));
}

#[test]
fn records_of_a_newer_version_are_left_alone_and_reading_goes_on() {
    let (device, mut one, _) = two_tabs();
    for kind in [Kind::Position, Kind::Progress] {
        let text = device.shown()[&key(kind)].replacen("\"v\":", "\"v\":9", 1);
        device.put(&key(kind), &text);
    }
    let before = device.shown();
    one.load();
    one.read("two");
    one.be_at("two");
    assert_eq!((one.marks(), one.at()), (vec!["one", "two"], Some("two")));
    assert_eq!(one.notice(), Some(RecordError::Newer));
    one.clear();
    assert_eq!(device.shown(), before);
    one.notices.dismiss();
    one.read("one");
    assert_eq!(one.notice(), None);
}

#[test]
fn a_damaged_record_is_set_aside_and_what_the_page_knows_is_written_again() {
    let (device, mut one, mut other) = two_tabs();
    device.put(&key(Kind::Progress), "{torn");
    one.read("two");
    assert_eq!(one.notice(), Some(RecordError::Damaged));
    other.load();
    assert_eq!(other.marks(), ["one", "two"]);
    assert!(device.shown().values().any(|text| text == "{torn"));
}

#[test]
fn a_backup_has_what_could_not_be_saved() {
    let (device, mut one, mut other) = two_tabs();
    device.deny_writes(true);
    one.read("two");
    one.be_at("two");
    let (mut records, _) = one.records.readable();
    one.reading.add_unsaved_to(&mut records, one.records.now());
    device.deny_writes(false);
    for record in records {
        device.put(
            &[&store::prefix("/"), record.name.as_str()].concat(),
            &record.text,
        );
    }
    other.load();
    assert_eq!(
        (other.marks(), other.at()),
        (vec!["one", "two"], Some("two"))
    );
    let mut none = Vec::new();
    ReadingStore::default().add_unsaved_to(&mut none, Millis(1));
    assert_eq!(none, []);
}
