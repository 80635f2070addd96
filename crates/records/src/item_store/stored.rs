//! Which items are stored as they are on the page, and which have to be written.

use super::{ItemStore, add};
use crate::RecordError;
use bearings_domain::ids::ItemId;
use bearings_domain::items::Item;

/// An item as its record holds it.
#[derive(Debug, Clone)]
pub(super) struct StoredItem {
    pub item: Item,
    /// The round of saving that it was written in here.
    round: u32,
    /// Whether it is certain to be on the disk.
    pub is_durable: bool,
}

impl ItemStore {
    /// The items whose records have to be written.
    pub(super) fn changed(&self) -> Vec<Item> {
        let changed = self.unsaved_ids.iter();
        changed
            .filter_map(|id| self.items.get(id))
            .cloned()
            .collect()
    }

    /// Begins a round of saving and returns its number.
    pub(super) fn begin_round(&mut self) -> u32 {
        self.round += 1;
        self.error = None;
        self.touch_unsaved();
        self.round
    }

    /// An item was written and read back, joined with what was there.
    pub(super) fn mark_stored(&mut self, item: Item) {
        let id = item.id().clone();
        let round = self.round;
        self.merge_stored(vec![item]);
        if let Ok(at) = self.position(&id)
            && let Some(stored) = self.stored.get_mut(at)
        {
            stored.round = round;
            stored.is_durable = false;
        }
    }

    /// Saving was refused.
    pub(super) fn mark_refused(&mut self, why: RecordError) {
        self.error = Some(why);
        self.touch_unsaved();
    }

    /// What was written in this round, and not since, is on the disk, or on its way there. A round
    /// vouches for itself alone: the one before it may have failed.
    pub(super) fn mark_durable(&mut self, round: u32) {
        let waits = |stored: &&mut StoredItem| !stored.is_durable && stored.round == round;
        let mut ids = Vec::new();
        for stored in self.stored.iter_mut().filter(waits) {
            stored.is_durable = true;
            ids.push(stored.item.id().clone());
        }
        for id in ids {
            self.touch(&id);
        }
    }

    pub(super) fn set_stored(&mut self, item: Item) {
        match self.position(item.id()) {
            // Its durability stays as it was: the tab that wrote it is responsible.
            Ok(at) => self.stored[at].item = item,
            Err(at) => self.stored.insert(
                at,
                StoredItem {
                    item,
                    round: 0,
                    is_durable: true,
                },
            ),
        }
    }

    pub(super) fn drop_stored(&mut self, id: &ItemId) {
        if let Ok(at) = self.position(id) {
            self.stored.remove(at);
        }
    }

    /// Finds out whether the record of this id has to be written.
    pub(super) fn update_unsaved(&mut self, id: &ItemId) {
        let is_unsaved = self.items.get(id).is_some() && !self.is_stored(id);
        if is_unsaved {
            add(&mut self.unsaved_ids, id.clone());
        } else if let Ok(at) = self.unsaved_ids.binary_search(id) {
            self.unsaved_ids.remove(at);
        }
    }

    fn touch_unsaved(&mut self) {
        for at in 0..self.unsaved_ids.len() {
            self.touch(&self.unsaved_ids[at].clone());
        }
    }

    pub(super) fn is_stored(&self, id: &ItemId) -> bool {
        let item = self.items.get(id);
        item.is_some() && self.stored(id).map(|stored| &stored.item) == item
    }

    pub(super) fn stored(&self, id: &ItemId) -> Option<&StoredItem> {
        self.stored.get(self.position(id).ok()?)
    }

    fn position(&self, id: &ItemId) -> Result<usize, usize> {
        self.stored
            .binary_search_by(|stored| stored.item.id().cmp(id))
    }
}
