//! What a person does in a row: writing, deleting, and taking a deletion back.

use super::rows::RowState;
use super::{ItemStore, RowKey, add};
use crate::Timer;
use bearings_domain::ids::{FieldName, ItemId};
use bearings_domain::items::Item;
use bearings_domain::time::Millis;

impl ItemStore {
    /// Takes in what was typed into a field of a row. Returns when it may be time to save.
    pub fn write(&mut self, key: RowKey, field: usize, text: &str, now: Millis) -> Timer {
        let before = self.status(key);
        self.put_text(key, field, text, now);
        if self.status(key) == before {
            // There is nothing to see but what the field shows already.
            self.changes.rows.retain(|row| *row != key);
        }
        self.autosave.typed(now)
    }

    fn put_text(&mut self, key: RowKey, field: usize, text: &str, now: Millis) {
        let Some(name) = self.names.get(field).cloned() else {
            return;
        };
        let writer = self.writer;
        let Some(row) = self.rows.get_mut(key) else {
            return;
        };
        // It is on the page with something to undo: all its own fields were emptied here.
        let was_emptied = row.state == RowState::There && row.undo.is_some();
        row.is_open = true;
        row.state = RowState::There;
        add(&mut row.touched, field);
        let remembered = std::mem::take(&mut row.remembered);
        let (mut id, undo) = (row.id.clone(), row.undo.take());
        self.typing = Some(key);
        let mut ids = self.family(&self.records_of(key));
        if self.is_blank_with(&id, &name, text) && is_blank_beside(&remembered, field) {
            // An item without text has no record; the next character brings it back.
            let undo = self.items.delete(&id, writer, now).or(undo);
            self.set_undo(key, undo);
        } else {
            let others = self.names.iter().enumerate().filter_map(|(at, name)| {
                let text = if was_emptied { "" } else { remembered.get(at)? };
                (at != field).then(|| (name.clone(), text.to_owned()))
            });
            let mut texts = vec![(name, text.to_owned())];
            if self.items.show(&id).is_none() {
                texts.extend(others);
                if let Some(undo) = undo {
                    ids.push(undo.id().clone());
                    self.items.bring_back(&undo, writer, now);
                } else if self.items.get(&id).is_some() {
                    id = ItemId::new(now, self.seed.wrapping_add(u64::from(self.round)));
                    self.rows.rename(key, &id);
                    ids.push(id.clone());
                }
                self.items.create(&id, &borrowed(&texts), writer, now);
            } else {
                self.set_undo(key, undo);
            }
            self.items.edit(&id, &borrowed(&texts), writer, now);
        }
        self.follow(&ids, Some(key));
    }

    /// Whether every text of an item is blank once this one stands in this field, those that a
    /// newer release wrote included.
    fn is_blank_with(&self, id: &ItemId, name: &FieldName, text: &str) -> bool {
        text.trim().is_empty()
            && self.items.show(id).is_none_or(|shown| {
                let mut fields = shown.fields.iter();
                fields.all(|field| field.name == *name || field.text.trim().is_empty())
            })
    }

    /// Typing has stopped.
    pub(super) fn stop_typing(&mut self) {
        if let Some(key) = self.typing.take() {
            add(&mut self.changes.rows, key);
        }
    }

    /// Deletes the item of a row; the row stays, with the way back.
    pub fn delete(&mut self, key: RowKey, now: Millis) {
        let writer = self.writer;
        let ids = self.family(&self.records_of(key));
        if let Some(row) = self.rows.get_mut(key) {
            row.undo = self.items.delete(&row.id, writer, now);
            row.is_open = false;
            if row.undo.is_some() {
                row.state = RowState::Deleted;
            }
        }
        self.follow(&ids, None);
    }

    /// Brings back what [`ItemStore::delete`] took away.
    pub fn undo_delete(&mut self, key: RowKey, now: Millis) {
        let writer = self.writer;
        let mut ids = self.family(&self.records_of(key));
        if let Some(row) = self.rows.get_mut(key) {
            row.state = RowState::There;
            if let Some(undo) = row.undo.take() {
                ids.push(undo.id().clone());
                self.items.bring_back(&undo, writer, now);
            }
        }
        self.follow(&ids, None);
    }

    /// The records that a change of this row may change.
    fn records_of(&self, key: RowKey) -> Vec<ItemId> {
        let mut ids = Vec::new();
        if let Some(row) = self.rows.get(key) {
            ids.push(row.id.clone());
            ids.extend(row.copy_of.clone());
            ids.extend(row.undo.as_ref().map(|undo| undo.id().clone()));
        }
        ids
    }

    fn set_undo(&mut self, key: RowKey, undo: Option<Item>) {
        if let Some(row) = self.rows.get_mut(key) {
            row.undo = undo;
        }
    }
}

/// Whether nothing but this field is remembered of a row whose record was erased.
fn is_blank_beside(remembered: &[String], field: usize) -> bool {
    let mut texts = remembered.iter().enumerate();
    texts.all(|(at, text)| at == field || text.trim().is_empty())
}

fn borrowed(texts: &[(FieldName, String)]) -> Vec<(&FieldName, &str)> {
    texts.iter().map(|(name, text)| (name, &**text)).collect()
}
