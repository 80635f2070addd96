//! Backups, and what restoring them does to a storage.

use super::storage::{NOW, Storage};
use super::*;
use crate::items::simulation::{item_id, name};
use crate::store::ItemKind;
use crate::{Items, Writer};

mod file;
mod laws;
mod plan;

const WRITER: Writer = Writer::new(7);

fn note(id: &str) -> Slot {
    Slot::Item(ItemKind::Note, item_id(id))
}

/// A storage with notes: id, text, time.
fn storage(notes: &[(&str, &str, u64)]) -> Storage {
    let (mut storage, mut items, text) = (Storage::default(), Items::default(), name("text"));
    for (id, note, at) in notes {
        items.create(&item_id(id), &[(&text, note)], WRITER, Millis(*at));
    }
    storage.store_items(ItemKind::Note, &items);
    storage
}

/// Changes the notes of a storage.
fn change(storage: &Storage, change: impl FnOnce(&mut Items)) -> Storage {
    let mut items = storage.items(ItemKind::Note);
    change(&mut items);
    let mut changed = storage.clone();
    changed.store_items(ItemKind::Note, &items);
    changed
}

fn edited(storage: &Storage, id: &str, text: &str, writer: u64, at: u64) -> Storage {
    change(storage, |items| {
        let writer = Writer::new(writer);
        items.edit(&item_id(id), &[(&name("text"), text)], writer, Millis(at));
    })
}

fn deleted(storage: &Storage, id: &str, at: u64) -> Storage {
    change(storage, |items| {
        items.delete(&item_id(id), WRITER, Millis(at));
    })
}
