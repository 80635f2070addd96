//! Items kept in records of their own.

use super::super::tests::FaultyStorage;
use super::*;
use bearings_domain::ids::FieldName;
use bearings_domain::items::{Items, Writer};
use bearings_domain::time::Millis;

const NOW: Millis = Millis(1_000);
const NOTE: ItemKind = ItemKind::Note;

fn id(name: &str) -> ItemId {
    ItemId::parse(name).expect("a valid id")
}

fn note(name: &str, text: &str, at: u64) -> Item {
    let mut items = Items::default();
    let field = FieldName::parse("text").expect("a valid name");
    items.create(&id(name), &[(&field, text)], Writer::new(at), Millis(at));
    items.get(&id(name)).expect("it was made").clone()
}

#[test]
fn every_note_comes_back_and_nothing_else() {
    let storage = FaultyStorage::holding("{a place");
    let mut records = storage.records();
    let notes = [note("a", "One", 1), note("b", "Two", 2)];
    for note in &notes {
        records.save_item(NOTE, note).expect("there is room");
    }
    let found = records.load_items(NOTE).expect("storage is there");
    assert_eq!(found.items, notes);
    assert_eq!((found.newer, found.unreadable), (0, 0));
}

#[test]
fn a_damaged_note_is_set_aside_and_counted_on_every_visit() {
    let storage = FaultyStorage::holding("");
    let mut records = storage.records();
    let kept = note("b", "Two", 2);
    records.save_item(NOTE, &kept).expect("there is room");
    storage.put(&records.item_key(NOTE, &id("a")), "{torn");
    for _visit in 0..2 {
        let found = records.load_items(NOTE).expect("storage is there");
        assert_eq!(found.items, std::slice::from_ref(&kept));
        assert_eq!(found.unreadable, 1);
    }
    assert!(storage.texts().contains(&String::from("{torn")));
}

#[test]
fn the_note_of_another_key_is_damage() {
    let storage = FaultyStorage::holding("");
    let mut records = storage.records();
    let text = store::encode_item(NOTE, &note("a", "One", 1), NOW);
    storage.put(&records.item_key(NOTE, &id("b")), &text);
    assert_eq!(records.load_item(NOTE, &id("b")), Err(RecordError::Damaged));
}

#[test]
fn a_note_of_a_newer_version_is_counted_and_never_overwritten() {
    let storage = FaultyStorage::holding("");
    let mut records = storage.records();
    let text = store::encode_item(NOTE, &note("a", "One", 1), NOW);
    let newer = text.replace("\"v\":1", "\"v\":99");
    storage.put(&records.item_key(NOTE, &id("a")), &newer);
    let found = records.load_items(NOTE).expect("storage is there");
    assert_eq!((found.items.len(), found.newer), (0, 1));
    let saved = records.save_item(NOTE, &note("a", "Mine", 3));
    assert_eq!(saved, Err(RecordError::Newer));
    assert!(storage.texts().contains(&newer));
}

#[test]
fn saving_joins_what_another_tab_wrote() {
    let storage = FaultyStorage::holding("");
    let mut records = storage.records();
    records
        .save_item(NOTE, &note("a", "One", 1))
        .expect("there is room");
    let joined = records.save_item(NOTE, &note("a", "Other", 2));
    let kept = records.load_item(NOTE, &id("a"));
    assert_eq!(kept, joined.map(Some));
    let text = storage.texts().join("");
    assert!(text.contains("One") && text.contains("Other"));
}
