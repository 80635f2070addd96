//! The items of one kind in memory, and how each of them is kept on the device.
//!
//! A row is what a person sees and writes in; it keeps its key while the item behind it may
//! change. When another tab changed the same item at the same time, the domain shows the newest
//! text under the old id and the other as a copy: the row somebody writes in then follows *their*
//! text to the copy, and the text from elsewhere comes as a new row. No text moves under a hand.
//!
//! Nothing here waits: methods return [`Timer`](crate::Timer)s, and whoever holds the store calls
//! [`ItemStore::woke`] with each.

mod edit;
mod merge;
mod row_list;
mod rows;
mod status;
mod stored;
mod sync;

pub use merge::Absence;
pub use rows::RowKey;
pub use status::SaveStatus;

use crate::autosave::Autosave;
use crate::{ItemForm, RecordError, Seeds};
use bearings_domain::ids::{FieldName, ItemId};
use bearings_domain::items::{Items, Writer};
use bearings_domain::store::ItemKind;
use bearings_domain::time::Millis;
use rows::Rows;
use stored::StoredItem;

/// What has changed for those who watch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The rows of which something may have changed, in the order of their keys.
    pub rows: Vec<RowKey>,
    /// Whether rows have come or gone, or what is said of all items together.
    pub is_list: bool,
}

/// All items of one kind.
#[derive(Debug, Clone)]
pub struct ItemStore {
    form: ItemForm,
    /// The names of the fields, in the order of the form.
    names: Vec<FieldName>,
    items: Items,
    /// In the order of the ids, one of each.
    stored: Vec<StoredItem>,
    /// The items whose records have to be written, in the order of the ids.
    unsaved_ids: Vec<ItemId>,
    rows: Rows,
    changes: Changes,
    writer: Writer,
    /// Ids of new items are made from it.
    seed: u64,
    /// The row that somebody is typing in just now.
    typing: Option<RowKey>,
    /// How often saving has been tried.
    round: u32,
    /// Why the last saving was refused.
    error: Option<RecordError>,
    autosave: Autosave,
    /// The mark of the last erasing that there was when everything was read.
    erased_mark: Option<String>,
    /// What the clock said last: items with a later date were written under a wrong one.
    today: Millis,
    is_lasting: bool,
    newer: u32,
    unreadable: u32,
    was_evicted: bool,
}

impl ItemStore {
    /// Empty, of this form.
    ///
    /// # Panics
    ///
    /// If a field of the form is not named in small letters: a form is written in the code.
    pub fn new(form: ItemForm, seeds: Seeds) -> Self {
        let name =
            |name: &&str| FieldName::parse(name).expect("fields have names of small letters");
        Self {
            form,
            names: form.fields.iter().map(name).collect(),
            items: Items::default(),
            stored: Vec::new(),
            unsaved_ids: Vec::new(),
            rows: Rows::default(),
            changes: Changes::default(),
            writer: Writer::new(seeds.writer),
            seed: seeds.ids,
            typing: None,
            round: 0,
            error: None,
            autosave: Autosave::default(),
            erased_mark: None,
            today: Millis(0),
            is_lasting: true,
            newer: 0,
            unreadable: 0,
            was_evicted: false,
        }
    }

    /// Which kind of items these are.
    pub fn kind(&self) -> ItemKind {
        self.form.kind
    }

    /// What has changed since this was asked last.
    pub fn take_changes(&mut self) -> Changes {
        std::mem::take(&mut self.changes)
    }

    /// What is in a field of a row; nothing if its item is not there (any more).
    pub fn text(&self, key: RowKey, field: usize) -> Option<String> {
        let shown = self.shown(self.rows.get(key)?)?;
        Some(shown.text(self.names.get(field)?).to_owned())
    }

    /// The row that somebody is typing in just now.
    pub fn typing(&self) -> Option<RowKey> {
        self.typing
    }

    /// Whether what is saved outlives the page.
    pub fn is_lasting(&self) -> bool {
        self.is_lasting
    }

    /// How many records a newer version of the app wrote.
    pub fn newer(&self) -> u32 {
        self.newer
    }

    /// How many records could not be read.
    pub fn unreadable(&self) -> u32 {
        self.unreadable
    }

    /// Whether somebody else than a person here emptied the storage while items were on the page.
    pub fn was_evicted(&self) -> bool {
        self.was_evicted
    }
}

/// Puts something into a list that is in order, once. Sorting at the end would be quicker for a
/// million; the code of it is heavier than all the rest here.
fn add<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(at) = list.binary_search(&item) {
        list.insert(at, item);
    }
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
