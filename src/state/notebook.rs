//! The notes in memory, and how each stands to what is kept on the device.
//!
//! Pure: no clock, no storage, no browser. [`super::items`] brings those together.
//!
//! A row is what a person sees and writes in; it keeps its name while the item behind it may
//! change. When another tab changed the same note at the same time, the domain shows the newest
//! text under the old id and the other as a copy: the row somebody writes in then follows *their*
//! text to the copy, and the text from elsewhere comes as a new row. No text moves under a hand.

use super::Notice;
use bearings_domain::ids::{FieldName, ItemId};
use bearings_domain::items::{Item, Items, Writer};
use bearings_domain::time::Millis;

mod hear;
mod rows;
mod standing;

pub use hear::Missing;
pub use rows::RowKey;
use rows::{Fate, Rows};
pub use standing::Standing;

/// An item as it is kept.
#[derive(Debug, Clone)]
struct Kept {
    item: Item,
    /// The round of writing that it was written in here.
    round: u32,
    /// Whether it is certain to be on the disk.
    is_certain: bool,
}

/// What has changed for those who watch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct News {
    /// The rows of which something may have changed, in the order of their keys.
    pub rows: Vec<RowKey>,
    /// Whether rows have come or gone, or what is said of all notes together.
    pub is_list: bool,
}

/// All notes.
#[derive(Debug, Clone)]
pub struct Notebook {
    items: Items,
    /// In the order of the ids, one of each.
    kept: Vec<Kept>,
    /// The items whose records have to be written, in the order of the ids.
    unkept: Vec<ItemId>,
    rows: Rows,
    news: News,
    name: FieldName,
    writer: Writer,
    /// Ids of new notes are made from it.
    seed: u64,
    /// The row that somebody is typing in just now.
    typing: Option<RowKey>,
    /// How often writing has been tried.
    round: u32,
    /// Why the last writing was refused.
    refused: Option<Notice>,
    /// What the clock says: notes with a later date were written under a wrong one.
    pub today: Millis,
    /// Whether what is kept outlives the page.
    pub lasting: bool,
    /// How many notes a newer version of the app wrote.
    pub newer: u32,
    /// How many notes could not be read.
    pub aside: u32,
    /// Whether somebody else than a person here emptied the storage while notes were on the page.
    pub emptied: bool,
}

impl Default for Notebook {
    fn default() -> Self {
        Self::new(0, 0)
    }
}

impl Notebook {
    /// An empty notebook, from two random numbers: who writes, and where ids begin.
    pub fn new(writer: u64, seed: u64) -> Self {
        Self {
            items: Items::default(),
            kept: Vec::new(),
            unkept: Vec::new(),
            rows: Rows::default(),
            news: News::default(),
            name: text_name(),
            writer: Writer::new(writer),
            seed,
            typing: None,
            round: 0,
            refused: None,
            today: Millis(0),
            lasting: true,
            newer: 0,
            aside: 0,
            emptied: false,
        }
    }

    /// What has changed since this was asked last.
    pub fn take_news(&mut self) -> News {
        std::mem::take(&mut self.news)
    }

    /// What is in a row; nothing if its note is not there (any more).
    pub fn text(&self, key: RowKey) -> Option<String> {
        let shown = self.shown(self.rows.get(key)?)?;
        Some(shown.text(&self.name).to_owned())
    }

    /// Takes in what was typed into a row.
    pub fn write(&mut self, key: RowKey, text: &str, now: Millis) {
        let (name, writer) = (self.name.clone(), self.writer);
        let texts = [(&name, text)];
        let before = self.standing(key);
        let Some(row) = self.rows.get_mut(key) else {
            return;
        };
        row.is_open = true;
        row.fate = Fate::There;
        let (mut id, old) = (row.id.clone(), row.old.take());
        self.typing = Some(key);
        let mut ids = self.family(&self.records(key));
        if text.trim().is_empty() {
            // Nobody needs a note without words; with the next word it is there again.
            let old = self.items.delete(&id, writer, now).or(old);
            self.set_old(key, old);
        } else {
            if self.items.show(&id).is_none() {
                if let Some(old) = old {
                    ids.push(old.id().clone());
                    self.items.bring_back(&old, writer, now);
                } else if self.items.get(&id).is_some() {
                    id = ItemId::new(now, self.seed.wrapping_add(u64::from(self.round)));
                    self.rows.rename(key, &id);
                    ids.push(id.clone());
                }
                self.items.create(&id, &texts, writer, now);
            } else {
                self.set_old(key, old);
            }
            self.items.edit(&id, &texts, writer, now);
        }
        self.follow(&ids, Some(key));
        if self.standing(key) == before {
            // There is nothing to see but what the field shows already.
            self.news.rows.retain(|row| *row != key);
        }
    }

    /// Nobody types any more.
    pub fn rest(&mut self) {
        if let Some(key) = self.typing.take() {
            add(&mut self.news.rows, key);
        }
    }

    /// The row that somebody is typing in just now.
    pub fn typing(&self) -> Option<RowKey> {
        self.typing
    }

    /// Deletes the note of a row; the row stays, with the way back.
    pub fn delete(&mut self, key: RowKey, now: Millis) {
        let writer = self.writer;
        let ids = self.family(&self.records(key));
        if let Some(row) = self.rows.get_mut(key) {
            row.old = self.items.delete(&row.id, writer, now);
            row.is_open = false;
            if row.old.is_some() {
                row.fate = Fate::Deleted;
            }
        }
        self.follow(&ids, None);
    }

    /// Brings back what [`Notebook::delete`] took away.
    pub fn bring_back(&mut self, key: RowKey, now: Millis) {
        let writer = self.writer;
        let mut ids = self.family(&self.records(key));
        if let Some(row) = self.rows.get_mut(key) {
            row.fate = Fate::There;
            if let Some(old) = row.old.take() {
                ids.push(old.id().clone());
                self.items.bring_back(&old, writer, now);
            }
        }
        self.follow(&ids, None);
    }

    /// All notes as they are stored, deleted ones included.
    pub fn all(&self) -> impl Iterator<Item = &Item> {
        self.items.iter()
    }

    /// The items whose records have to be written.
    pub fn changed(&self) -> Vec<Item> {
        let changed = self.unkept.iter().filter_map(|id| self.items.get(id));
        changed.cloned().collect()
    }

    /// Begins a round of writing and returns its number.
    pub fn begin(&mut self) -> u32 {
        self.round += 1;
        self.refused = None;
        self.touch_unkept();
        self.round
    }

    /// An item was written and read back, joined with what was there.
    pub fn written(&mut self, item: Item) {
        let id = item.id().clone();
        let round = self.round;
        self.hear_kept(vec![item]);
        if let Ok(at) = self.position(&id)
            && let Some(kept) = self.kept.get_mut(at)
        {
            kept.round = round;
            kept.is_certain = false;
        }
    }

    /// Writing was refused.
    pub fn refuse(&mut self, why: Notice) {
        self.refused = Some(why);
        self.touch_unkept();
    }

    /// What was written in this round, and not since, is on its way to disk. A round vouches for
    /// itself alone: the one before it may have failed.
    pub fn be_certain(&mut self, round: u32) {
        let waits = |kept: &&mut Kept| !kept.is_certain && kept.round == round;
        let mut ids = Vec::new();
        for kept in self.kept.iter_mut().filter(waits) {
            kept.is_certain = true;
            ids.push(kept.item.id().clone());
        }
        for id in ids {
            self.touch(&id);
        }
    }

    /// The records that a change of this row may change.
    fn records(&self, key: RowKey) -> Vec<ItemId> {
        let mut ids = Vec::new();
        if let Some(row) = self.rows.get(key) {
            ids.push(row.id.clone());
            ids.extend(row.copy_of.clone());
            ids.extend(row.old.as_ref().map(|old| old.id().clone()));
        }
        ids
    }

    fn set_old(&mut self, key: RowKey, old: Option<Item>) {
        if let Some(row) = self.rows.get_mut(key) {
            row.old = old;
        }
    }

    fn keep(&mut self, item: Item) {
        match self.position(item.id()) {
            // What is certain of it, or is not yet, is certain of these words as well: who wrote
            // them has seen to it.
            Ok(at) => self.kept[at].item = item,
            Err(at) => self.kept.insert(
                at,
                Kept {
                    item,
                    round: 0,
                    is_certain: true,
                },
            ),
        }
    }

    fn drop_kept(&mut self, id: &ItemId) {
        if let Ok(at) = self.position(id) {
            self.kept.remove(at);
        }
    }

    /// Notes whether the record of this id has to be written.
    fn look_at_record(&mut self, id: &ItemId) {
        let is_unkept = self.items.get(id).is_some() && !self.is_kept(id);
        if is_unkept {
            add(&mut self.unkept, id.clone());
        } else if let Ok(at) = self.unkept.binary_search(id) {
            self.unkept.remove(at);
        }
    }

    fn touch_unkept(&mut self) {
        for at in 0..self.unkept.len() {
            self.touch(&self.unkept[at].clone());
        }
    }

    fn is_kept(&self, id: &ItemId) -> bool {
        let item = self.items.get(id);
        item.is_some() && self.kept(id).map(|kept| &kept.item) == item
    }

    fn kept(&self, id: &ItemId) -> Option<&Kept> {
        self.kept.get(self.position(id).ok()?)
    }

    fn position(&self, id: &ItemId) -> Result<usize, usize> {
        self.kept.binary_search_by(|kept| kept.item.id().cmp(id))
    }
}

/// Puts something into a list that is in order, once. Sorting at the end would be quicker for a
/// million; the code of it is heavier than all the rest here.
fn add<T: Ord>(list: &mut Vec<T>, item: T) {
    if let Err(at) = list.binary_search(&item) {
        list.insert(at, item);
    }
}

/// A note has one text.
fn text_name() -> FieldName {
    FieldName::parse("text").expect("four small letters make a name")
}

#[cfg(test)]
mod tests;
