//! What a person wrote: notes, visits, questions, cards.
//!
//! An item has an id that is for ever and some named texts. Which names there are is for each
//! kind to say; a name that this release does not know stays with the item when another text is
//! changed, so a kind can come to have more texts without a new version of the stored form.
//!
//! # How nothing is lost
//!
//! - An item holds the versions of it that nobody has replaced: one, unless it was changed in
//!   two places at once. A version knows which versions its writer had before them.
//! - Merging takes the versions of both sides, without those that another one replaces and those
//!   that are not newer than the last deletion. What replaces what is settled when a version is
//!   written, so merging comes out the same in any order and however often it is done.
//! - What people see is worked out from that (`show`). Different texts changed in two places
//!   come together. Where the same text was changed in both, the newest is shown, and the other
//!   version beside it as a second item, the *conflict copy*. Its id follows from what it holds,
//!   so every device calls it the same.
//! - A copy gets a record of its own once somebody changes or deletes it (`change`). Were this
//!   done while merging, the outcome would hang on the order: a copy of a version that, as the
//!   next tab knows, had been replaced long ago would never go away again.
//! - Deleting leaves a tombstone without texts. It wins over what was written before it, and
//!   loses to what was written after it.

mod change;
mod item;
mod make;
mod show;
mod stamp;
mod version;

#[cfg(test)]
mod laws;
#[cfg(test)]
pub(crate) mod simulation;
#[cfg(test)]
mod tests;

use crate::ItemId;

pub use item::Item;
pub use show::Shown;
pub use stamp::{Stamp, Writer};
pub use version::Field;

pub(crate) use show::IsTaken;
pub(crate) use stamp::Seen;
pub(crate) use version::Version;

/// All items of one kind, deleted ones included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Items {
    /// In the order of the ids, one of each.
    items: Vec<Item>,
}

impl Items {
    /// The item of this id as it is stored, be it deleted.
    pub fn get(&self, id: &ItemId) -> Option<&Item> {
        let at = self.position(id).ok()?;
        self.items.get(at)
    }

    /// Every item as it is stored, in the order of the ids.
    pub fn iter(&self) -> impl Iterator<Item = &Item> {
        self.items.iter()
    }

    /// Merges in one item, as it was found in a record. Returns whether that changed anything.
    pub fn put(&mut self, item: Item) -> bool {
        match self.position(item.id()) {
            Err(at) => {
                self.items.insert(at, item);
                true
            }
            Ok(at) => {
                let Some(known) = self.items.get_mut(at) else {
                    return false;
                };
                if *known == item {
                    return false;
                }
                let merged = known.merge(&item);
                let has_changed = *known != merged;
                *known = merged;
                has_changed
            }
        }
    }

    /// Takes away an item with its record, as if it had never been here. Returns whether it was
    /// there. To delete what a person wrote is [`Items::delete`].
    pub fn remove(&mut self, id: &ItemId) -> bool {
        let at = self.position(id);
        if let Ok(at) = at {
            self.items.remove(at);
        }
        at.is_ok()
    }

    /// What two tabs or two devices know together.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        let mut both = self.clone();
        for item in other.iter() {
            both.put(item.clone());
        }
        both
    }

    /// The items whose records have to be written when `before` is what is stored.
    pub fn changed_since(&self, before: &Self) -> impl Iterator<Item = &Item> {
        let is_new = |item: &&Item| before.get(item.id()) != Some(item);
        self.iter().filter(is_new)
    }

    fn position(&self, id: &ItemId) -> Result<usize, usize> {
        self.items.binary_search_by(|item| item.id().cmp(id))
    }
}

impl FromIterator<Item> for Items {
    fn from_iter<I: IntoIterator<Item = Item>>(items: I) -> Self {
        let mut all = Self::default();
        for item in items {
            all.put(item);
        }
        all
    }
}
