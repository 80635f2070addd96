//! Keeping what a person wrote: one record for each item, found by the names of their keys.

use super::{RecordError, RecordStore};
use bearings_domain::ids::ItemId;
use bearings_domain::items::Item;
use bearings_domain::store::{self, Damage, ItemKind, Read, Slot, StoreError, Stored};

/// What was found when all items of one kind were read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct StoredItems {
    /// Those that could be read, deleted ones included.
    pub items: Vec<Item>,
    /// The ids of all records that are there, whether they could be read or not.
    pub ids: Vec<ItemId>,
    /// How many records a newer version of the app wrote; they are left as they are.
    pub newer: u32,
    /// How many records could not be read, now or on an earlier visit; none was thrown away.
    pub unreadable: u32,
}

impl RecordStore {
    /// The key of the record of an item.
    pub fn item_key(&self, kind: ItemKind, id: &ItemId) -> String {
        store::item_key(&self.base, kind, id)
    }

    /// Which item's record has this key; nothing for any other key.
    pub fn item_id(&self, kind: ItemKind, key: &str) -> Option<ItemId> {
        match Slot::parse(key.strip_prefix(&store::prefix(&self.base))?)? {
            Slot::Item(found, id) if found == kind => Some(id),
            _ => None,
        }
    }

    /// Reads every item of a kind. A record that cannot be read does not hold up the others.
    pub fn load_items(&mut self, kind: ItemKind) -> Result<StoredItems, RecordError> {
        let start = [&store::prefix(&self.base), kind.name(), ":"].concat();
        let names = self.storage.names().map_err(|_| RecordError::Blocked)?;
        let mut found = StoredItems::default();
        for name in names.iter().filter(|name| name.starts_with(&start)) {
            // The name of a record that was set aside is no name of an item.
            let Some(id) = self.item_id(kind, name) else {
                found.unreadable += 1;
                continue;
            };
            match self.load_item(kind, &id) {
                Ok(item) => found.items.extend(item),
                Err(RecordError::Newer) => found.newer += 1,
                Err(_) => found.unreadable += 1,
            }
            found.ids.push(id);
        }
        Ok(found)
    }

    /// One item, or nothing; see [`RecordStore::load`].
    pub fn load_item(&mut self, kind: ItemKind, id: &ItemId) -> Result<Option<Item>, RecordError> {
        let key = self.item_key(kind, id);
        self.read(&key, |text| decode(kind, id, text))
    }

    /// Joins an item with what is kept of it, writes it, reads it back, and returns what is now
    /// kept. A deleted item that was never kept leaves no trace, unless the journal may hold it: it
    /// would come back from there.
    pub fn save_item(&mut self, kind: ItemKind, item: &Item) -> Result<Item, RecordError> {
        let kept = match self.load_item(kind, item.id()) {
            Err(RecordError::Damaged) => None,
            other => other?,
        };
        let joined = match &kept {
            Some(kept) => kept.merge(item),
            None => item.clone(),
        };
        let may_come_back = || self.log.may_hold(&Slot::Item(kind, item.id().clone()));
        let is_needed = if let Some(kept) = &kept {
            *kept != joined
        } else {
            !joined.is_deleted() || may_come_back()
        };
        if is_needed {
            let text = store::encode_item(kind, &joined, self.now());
            self.write_checked(&self.item_key(kind, item.id()), &text)?;
        }
        Ok(joined)
    }
}

/// Reads the item of this id from its text.
fn decode(kind: ItemKind, id: &ItemId, text: &str) -> Result<Read<Item>, StoreError> {
    let slot = Slot::Item(kind, id.clone());
    match slot.decode(text)?.into_value() {
        Stored::Item(_, item) => Ok(Read::Current(item)),
        _ => Err(Damage::Kind.into()),
    }
}

#[cfg(test)]
mod tests;
