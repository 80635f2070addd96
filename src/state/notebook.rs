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

mod rows;
mod standing;

use rows::Row;
pub use rows::RowKey;
pub use standing::Standing;

/// An item as it is kept, and the round of writing that it was kept in.
#[derive(Debug, Clone)]
struct Kept {
    item: Item,
    round: u32,
}

/// All notes.
#[derive(Debug, Clone)]
pub struct Notebook {
    items: Items,
    kept: Vec<Kept>,
    rows: Vec<Row>,
    writer: Writer,
    /// Ids of new notes are made from it.
    seed: u64,
    next_key: RowKey,
    /// The row that somebody is typing in just now.
    typing: Option<RowKey>,
    /// How often writing has been tried, and up to which of them all is certain to be on disk.
    round: u32,
    certain: u32,
    /// Why the last writing was refused.
    refused: Option<Notice>,
    /// Whether what is kept outlives the page.
    pub lasting: bool,
    /// How many notes a newer version of the app wrote.
    pub newer: u32,
    /// How many notes could not be read.
    pub aside: u32,
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
            rows: Vec::new(),
            writer: Writer::new(writer),
            seed,
            next_key: 0,
            typing: None,
            round: 0,
            certain: 0,
            refused: None,
            lasting: true,
            newer: 0,
            aside: 0,
        }
    }

    /// What is in a row; nothing if its note is not there (any more).
    pub fn text(&self, key: RowKey) -> Option<String> {
        let shown = self.items.show(&self.row(key)?.id)?;
        Some(shown.text(&text_name()).to_owned())
    }

    /// Takes in what was typed into a row.
    pub fn write(&mut self, key: RowKey, text: &str, now: Millis) {
        let (name, writer) = (text_name(), self.writer);
        let texts = [(&name, text)];
        let fresh = ItemId::new(now, self.seed.wrapping_add(u64::from(self.round)));
        self.typing = Some(key);
        let Some(row) = self.rows.iter_mut().find(|row| row.key == key) else {
            return;
        };
        row.is_open = true;
        row.is_gone = false;
        if text.trim().is_empty() {
            // Nobody needs a note without words; with the next word it is there again.
            row.old = self.items.delete(&row.id, writer, now).or(row.old.take());
        } else {
            if self.items.show(&row.id).is_none() {
                if let Some(old) = row.old.take() {
                    self.items.bring_back(&old, writer, now);
                } else if self.items.get(&row.id).is_some() {
                    row.id = fresh;
                }
                self.items.create(&row.id, &texts, writer, now);
            }
            self.items.edit(&row.id, &texts, writer, now);
        }
        self.follow();
    }

    /// Nobody types any more.
    pub fn rest(&mut self) {
        self.typing = None;
    }

    /// Deletes the note of a row; the row stays, with the way back.
    pub fn delete(&mut self, key: RowKey, now: Millis) {
        let writer = self.writer;
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
            row.old = self.items.delete(&row.id, writer, now);
            row.is_deleted = row.old.is_some();
            row.is_open = false;
        }
        self.follow();
    }

    /// Brings back what [`Notebook::delete`] took away.
    pub fn bring_back(&mut self, key: RowKey, now: Millis) {
        let writer = self.writer;
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
            row.is_deleted = false;
            if let Some(old) = row.old.take() {
                self.items.bring_back(&old, writer, now);
            }
        }
        self.follow();
    }

    /// Takes in an item from elsewhere: another tab, an earlier visit.
    pub fn hear(&mut self, item: Item) {
        let before: Vec<_> = self
            .rows
            .iter()
            .filter(|row| row.is_open)
            .filter_map(|row| Some((row.key, self.text(row.key)?, self.record(&row.id)?.clone())))
            .collect();
        if !self.items.put(item) {
            return;
        }
        for (key, text, old) in before {
            let Some(id) = self.row(key).map(|row| row.id.clone()) else {
                continue;
            };
            let name = text_name();
            let shown = self.items.show(&id);
            let is_gone = shown.is_none();
            let has_changed = shown.is_some_and(|shown| shown.text(&name) != text);
            let copy = has_changed.then(|| {
                let shown = self.items.shown().into_iter();
                let mut copies = shown.filter(|shown| shown.copy_of == Some(&id));
                let own = copies.find(|copy| copy.text(&name) == text);
                own.map(|copy| copy.id)
            });
            if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
                if let Some(Some(copy)) = copy {
                    row.id = copy;
                }
                if is_gone {
                    row.is_gone = true;
                    row.old = Some(old);
                }
            }
        }
        self.follow();
    }

    /// Takes in an item as its record holds it.
    pub fn hear_kept(&mut self, item: Item) {
        self.keep(item.clone());
        self.hear(item);
    }

    /// The record of an item was removed elsewhere: it is forgotten here too, unless it was
    /// changed since.
    pub fn forget(&mut self, id: &ItemId) {
        if self.is_kept(id) {
            self.kept.retain(|kept| kept.item.id() != id);
            let others = self.items.iter().filter(|item| item.id() != id);
            self.items = others.cloned().collect();
            for row in self.rows.iter_mut().filter(|row| row.id == *id) {
                row.is_gone = row.is_open;
            }
            self.follow();
        }
    }

    /// All notes as they are stored, deleted ones included.
    pub fn all(&self) -> impl Iterator<Item = &Item> {
        self.items.iter()
    }

    /// The items whose records have to be written.
    pub fn changed(&self) -> Vec<Item> {
        let changed = self.items.iter().filter(|item| !self.is_kept(item.id()));
        changed.cloned().collect()
    }

    /// Begins a round of writing and returns its number.
    pub fn begin(&mut self) -> u32 {
        self.round += 1;
        self.refused = None;
        self.round
    }

    /// An item was written and read back, joined with what was there.
    pub fn written(&mut self, item: Item) {
        self.hear_kept(item);
    }

    /// Writing was refused.
    pub fn refuse(&mut self, why: Notice) {
        self.refused = Some(why);
    }

    /// What was written up to this round is on its way to disk.
    pub fn be_certain(&mut self, round: u32) {
        self.certain = self.certain.max(round);
    }

    fn keep(&mut self, item: Item) {
        self.kept.retain(|kept| kept.item.id() != item.id());
        let round = self.round;
        self.kept.push(Kept { item, round });
    }

    fn is_kept(&self, id: &ItemId) -> bool {
        let item = self.items.get(id);
        item.is_some() && self.kept(id).map(|kept| &kept.item) == item
    }

    fn kept(&self, id: &ItemId) -> Option<&Kept> {
        self.kept.iter().find(|kept| kept.item.id() == id)
    }

    /// The item whose record holds what is shown under this id: its own, or that of which it is a
    /// copy.
    fn record(&self, id: &ItemId) -> Option<&Item> {
        let origin = match self.items.get(id) {
            Some(item) => return Some(item),
            None => self.items.show(id)?.copy_of?.clone(),
        };
        self.items.get(&origin)
    }
}

/// A note has one text.
fn text_name() -> FieldName {
    FieldName::parse("text").expect("four small letters make a name")
}

#[cfg(test)]
mod tests;
