//! Items kept in records of their own.

use super::super::tests::FaultyRecords;
use super::*;
use bearings_domain::ids::FieldName;
use bearings_domain::items::{Items, Writer};

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
    let records = FaultyRecords::holding("{a place");
    let mut keeper = records.keeper();
    let notes = [note("a", "One", 1), note("b", "Two", 2)];
    for note in &notes {
        keeper.save_item(NOTE, note, NOW).expect("there is room");
    }
    let found = keeper.load_items(NOTE, NOW).expect("storage is there");
    assert_eq!(found.items, notes);
    assert_eq!((found.newer, found.aside), (0, 0));
}

#[test]
fn a_damaged_note_is_set_aside_and_counted_on_every_visit() {
    let records = FaultyRecords::holding("");
    let mut keeper = records.keeper();
    let kept = note("b", "Two", 2);
    keeper.save_item(NOTE, &kept, NOW).expect("there is room");
    records.put(&keeper.item_key(NOTE, &id("a")), "{torn");
    for _visit in 0..2 {
        let found = keeper.load_items(NOTE, NOW).expect("storage is there");
        assert_eq!(found.items, [kept.clone()]);
        assert_eq!(found.aside, 1);
    }
    assert!(records.texts().contains(&String::from("{torn")));
}

#[test]
fn the_note_of_another_key_is_damage() {
    let records = FaultyRecords::holding("");
    let mut keeper = records.keeper();
    let text = store::encode_item(NOTE, &note("a", "One", 1), NOW);
    records.put(&keeper.item_key(NOTE, &id("b")), &text);
    assert_eq!(keeper.load_item(NOTE, &id("b"), NOW), Err(Notice::Damaged));
}

#[test]
fn a_note_of_a_newer_version_is_counted_and_never_overwritten() {
    let records = FaultyRecords::holding("");
    let mut keeper = records.keeper();
    let text = store::encode_item(NOTE, &note("a", "One", 1), NOW);
    let newer = text.replace("\"v\":1", "\"v\":99");
    records.put(&keeper.item_key(NOTE, &id("a")), &newer);
    let found = keeper.load_items(NOTE, NOW).expect("storage is there");
    assert_eq!((found.items.len(), found.newer), (0, 1));
    let saved = keeper.save_item(NOTE, &note("a", "Mine", 3), NOW);
    assert_eq!(saved, Err(Notice::Newer));
    assert!(records.texts().contains(&newer));
}

#[test]
fn saving_joins_what_another_tab_wrote() {
    let records = FaultyRecords::holding("");
    let mut keeper = records.keeper();
    keeper
        .save_item(NOTE, &note("a", "One", 1), NOW)
        .expect("there is room");
    let joined = keeper.save_item(NOTE, &note("a", "Other", 2), NOW);
    let kept = keeper.load_item(NOTE, &id("a"), NOW);
    assert_eq!(kept, joined.map(Some));
    let text = records.texts().join("");
    assert!(text.contains("One") && text.contains("Other"));
}
