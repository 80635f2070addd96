//! A second kind of items, with two fields, through the public interface alone: what notes do, any
//! kind does, and nothing of the store is touched for it.

#[allow(dead_code, reason = "each test uses its own part of it")]
#[allow(unused_imports, reason = "each test uses its own part of it")]
mod support;

use bearings_domain::store::ItemKind;
use bearings_domain::time::Millis;
use bearings_records::{
    Clock, ItemForm, ItemStore, Journal, NOTE, RecordStore, Round, RowKey, SaveStatus, Seeds,
    Storage, StorageDenied, Timer, Wake,
};
use support::{Answers, Device, Tab};

const QUESTION: ItemForm = ItemForm {
    kind: ItemKind::Question,
    fields: &["text", "answer"],
};
const TEXT: usize = 0;
const ANSWER: usize = 1;

/// The same with a field that only a later release knows.
const LATER: ItemForm = ItemForm {
    kind: ItemKind::Question,
    fields: &["text", "answer", "where"],
};

fn tabs() -> (Device, Tab, Tab) {
    let device = Device::default();
    let (one, other) = (open(&device, 1), open(&device, 2));
    (device, one, other)
}

fn open(device: &Device, number: u64) -> Tab {
    Tab::of(QUESTION, device, number)
}

/// A question that is kept, and known to both tabs; the rows in each.
fn asked(one: &mut Tab, other: &mut Tab, text: &str, answer: &str) -> (RowKey, RowKey) {
    let key = one.note(text, 10);
    one.type_into(key, ANSWER, answer, 11);
    one.save();
    other.load();
    (key, other.items.rows()[0])
}

/// What a fresh tab shows, text and answer.
fn kept(device: &Device) -> Vec<(String, String)> {
    both(&open(device, 9))
}

fn both(tab: &Tab) -> Vec<(String, String)> {
    tab.fields(TEXT)
        .into_iter()
        .zip(tab.fields(ANSWER))
        .collect()
}

fn pair(text: &str, answer: &str) -> (String, String) {
    (text.to_owned(), answer.to_owned())
}

#[test]
fn what_is_written_in_both_fields_comes_back_and_notes_beside_it_are_untouched() {
    let device = Device::default();
    let mut notes = Tab::of(NOTE, &device, 3);
    notes.note("A note", 5);
    notes.save();
    let before = device.shown();
    let (mut one, mut other) = (open(&device, 1), open(&device, 2));
    asked(&mut one, &mut other, "When?", "On Monday");
    assert_eq!(both(&other), [pair("When?", "On Monday")]);
    let added: Vec<_> = device.shown().into_iter().collect();
    let added = added.iter().filter(|(key, _)| !before.contains_key(key));
    let keys: Vec<_> = added.map(|(key, _)| key.as_str()).collect();
    assert!(
        keys.len() == 1 && keys[0].starts_with("bearings:/:question:"),
        "{keys:?}"
    );
    assert!(
        before
            .iter()
            .all(|(key, text)| device.shown().get(key) == Some(text))
    );
    assert_eq!(Tab::of(NOTE, &device, 4).texts(), ["A note"]);
}

#[test]
fn asked_in_one_tab_and_answered_in_the_other_it_is_one_question() {
    let (device, mut one, mut other) = tabs();
    let (key, there) = asked(&mut one, &mut other, "When?", "");
    one.type_in(key, "When is it?", 20);
    other.type_into(there, ANSWER, "On Monday", 30);
    one.save();
    other.save();
    one.load();
    other.load();
    for tab in [&one, &other] {
        assert_eq!(both(tab), [pair("When is it?", "On Monday")]);
    }
    assert_eq!(kept(&device), [pair("When is it?", "On Monday")]);
}

#[test]
fn the_same_field_in_both_tabs_keeps_both_texts_and_the_row_keeps_its_own() {
    let (device, mut one, mut other) = tabs();
    let (key, there) = asked(&mut one, &mut other, "When?", "Soon");
    one.type_into(key, ANSWER, "On Monday", 20);
    other.type_into(there, ANSWER, "On Friday", 30);
    other.save();
    one.save();
    assert_eq!(one.items.text(key, ANSWER).as_deref(), Some("On Monday"));
    assert_eq!(one.items.text(key, TEXT).as_deref(), Some("When?"));
    assert_eq!(one.items.rows().len(), 2);
    let mut kept = kept(&device);
    kept.sort();
    assert_eq!(
        kept,
        [pair("When?", "On Friday"), pair("When?", "On Monday")]
    );
}

#[test]
fn one_field_emptied_keeps_the_record_and_both_emptied_remove_it() {
    let (device, mut one, mut other) = tabs();
    let (key, _) = asked(&mut one, &mut other, "When?", "Soon");
    one.type_in(key, "", 20);
    one.save();
    assert_eq!(kept(&device), [pair("", "Soon")]);
    one.type_into(key, ANSWER, " ", 30);
    one.save();
    assert_eq!(kept(&device), []);
    one.type_in(key, "W", 40);
    one.type_in(key, "Why?", 41);
    one.save();
    assert_eq!(kept(&device), [pair("Why?", "")]);
}

#[test]
fn a_deletion_is_taken_back_with_both_texts() {
    let (device, mut one, mut other) = tabs();
    let (key, _) = asked(&mut one, &mut other, "When?", "Soon");
    one.items.delete(key, Millis(20));
    one.save();
    assert_eq!(kept(&device), []);
    one.items.undo_delete(key, Millis(21));
    one.save();
    assert_eq!(kept(&device), [pair("When?", "Soon")]);
}

#[test]
fn deleted_elsewhere_while_open_the_next_word_brings_the_other_field_back_too() {
    let (device, mut one, mut other) = tabs();
    let (key, there) = asked(&mut one, &mut other, "When?", "Soon");
    other.items.delete(there, Millis(20));
    other.save();
    one.load();
    assert_eq!(one.items.status(key), SaveStatus::Gone);
    one.type_into(key, ANSWER, "Soon, I hope", 30);
    one.save();
    assert_eq!(kept(&device), [pair("When?", "Soon, I hope")]);
}

#[test]
fn erased_elsewhere_while_open_the_next_word_writes_both_fields_as_they_are_on_the_page() {
    let (device, mut one, mut other) = tabs();
    let (key, _) = asked(&mut one, &mut other, "When?", "Soon");
    other.erase();
    one.load();
    assert_eq!(one.items.status(key), SaveStatus::Gone);
    one.type_into(key, ANSWER, "Soon, I hope", 30);
    one.save();
    assert_eq!(kept(&device), [pair("When?", "Soon, I hope")]);
}

#[test]
fn a_field_of_a_later_release_survives_all_that_an_earlier_one_does() {
    let (device, mut one, _) = tabs();
    let mut later = Tab::of(LATER, &device, 5);
    let there = later.note("When?", 10);
    later.type_into(there, 2, "Room 4", 11);
    later.save();
    one.load();
    let key = one.items.rows()[0];
    one.type_in(key, "When is it?", 20);
    one.save();
    // All that this release knows is emptied: what it does not know keeps the record.
    one.type_in(key, "", 21);
    one.save();
    assert_eq!(Tab::of(LATER, &device, 6).fields(2), ["Room 4"]);
    one.type_in(key, "When?", 22);
    one.items.delete(key, Millis(23));
    one.save();
    assert_eq!(kept(&device), []);
    one.items.undo_delete(key, Millis(24));
    one.save();
    let last = Tab::of(LATER, &device, 7);
    assert_eq!(
        (last.texts(), last.fields(2)),
        (vec!["When?".to_owned()], vec!["Room 4".to_owned()])
    );
}

#[test]
fn its_status_is_as_honest_as_that_of_a_note() {
    let (device, mut one, _) = tabs();
    let key = one.note("When?", 10);
    assert_eq!(one.items.status(key), SaveStatus::Writing);
    one.save();
    assert_eq!(one.items.status(key), SaveStatus::Saved(Millis(10)));
    device.deny_writes(true);
    one.type_into(key, ANSWER, "Soon", 20);
    one.save();
    assert_eq!(one.items.status(key), SaveStatus::NotSaved);
    let mut records = Vec::new();
    one.items.add_unsaved_to(&mut records, Millis(30));
    assert!(
        records.len() == 1 && records[0].text.contains("Soon"),
        "a backup has it all the same"
    );
}

#[test]
fn a_journal_that_is_silent_saves_nothing() {
    let (device, mut one, _) = tabs();
    device.journal_answers(Answers::Silent);
    one.note("When?", 10);
    one.save();
    assert_eq!(one.statuses(), [SaveStatus::Writing]);
    assert_eq!(one.number(), 1);
}
