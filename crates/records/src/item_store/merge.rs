//! What comes from elsewhere: other tabs, earlier visits, a backup.

use super::rows::{Row, RowState};
use super::{ItemStore, RowKey, add};
use bearings_domain::ids::ItemId;
use bearings_domain::items::{Item, Shown};

/// Why records are no longer there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absence {
    /// They were erased on purpose, here or in another tab, with an event to this page.
    Erased,
    /// They were erased on purpose, while this page was hidden.
    ErasedWhileAsleep,
    /// They were not erased: the browser evicted them, or another program removed them.
    Evicted,
}

impl ItemStore {
    /// Takes in items from elsewhere: another tab, an earlier visit.
    pub fn merge(&mut self, items: Vec<Item>) {
        let is_news = |item: &Item| self.items.get(item.id()) != Some(item);
        let items: Vec<_> = items.into_iter().filter(is_news).collect();
        if items.is_empty() {
            return;
        }
        let records: Vec<_> = items.iter().map(|item| item.id().clone()).collect();
        let ids = self.family(&records);
        let rows = ids.iter().flat_map(|id| self.rows.of(id));
        let open = rows.filter_map(|key| self.rows.get(key).filter(|row| row.is_open));
        let before: Vec<_> = open
            .filter_map(|row| {
                let texts = self.texts(&self.shown(row)?);
                Some((row.key, texts, self.record(row)?.clone()))
            })
            .collect();
        let mut has_changed = false;
        for item in items {
            has_changed |= self.items.put(item);
        }
        if has_changed {
            for (key, texts, undo) in before {
                self.stay(key, &texts, undo);
            }
            self.follow(&ids, None);
        } else {
            for id in &records {
                self.update_unsaved(id);
                self.touch(id);
            }
        }
    }

    /// Takes in items as their records hold them.
    pub fn merge_stored(&mut self, items: Vec<Item>) {
        for item in &items {
            self.set_stored(item.clone());
        }
        for item in &items {
            self.update_unsaved(item.id());
            self.touch(item.id());
        }
        self.merge(items);
    }

    /// Takes in everything that is stored; `found` are the ids of all records. `absence` says why
    /// those that were stored once are no longer there.
    ///
    /// What was erased is forgotten: if this page was hidden meanwhile and nothing is left, no words
    /// stay in sight. If it got the event, it keeps the words that somebody has been in. What was not
    /// erased may have its last copy here: it stays, and is written again.
    pub(super) fn reconcile(&mut self, items: Vec<Item>, found: Vec<ItemId>, absence: Absence) {
        let mut there = Vec::new();
        for id in found {
            add(&mut there, id);
        }
        let known = self.stored.iter().map(|stored| &stored.item);
        // An item that was deleted before it was ever written has no record.
        let known = known.filter(|item| !item.is_deleted()).map(Item::id);
        let is_gone = |id: &&ItemId| there.binary_search(id).is_err();
        // In the order of the ids, as they are kept.
        let gone: Vec<_> = known.filter(is_gone).cloned().collect();
        for id in &gone {
            if absence == Absence::Evicted {
                self.mark_evicted(id);
            } else {
                self.forget(id);
            }
        }
        if absence == Absence::ErasedWhileAsleep && there.is_empty() {
            let rows = self.rows.iter().filter(|row| row.state == RowState::Gone);
            let rows = rows.filter(|row| gone.binary_search(&row.id).is_ok());
            let rows: Vec<_> = rows.map(|row| row.key).collect();
            self.drop_rows(&rows);
        }
        self.merge_stored(items);
    }

    /// Keeps a row with its words after others have come: it follows them to the copy that they
    /// have become, or remembers them when they were deleted.
    fn stay(&mut self, key: RowKey, texts: &[String], undo: Item) {
        let Some(row) = self.rows.get(key) else {
            return;
        };
        let shown = self.shown(row);
        if shown
            .as_ref()
            .is_some_and(|shown| self.holds(row, shown, texts))
        {
            return;
        }
        let id = row.id.clone();
        if shown.is_none() {
            if let Some(row) = self.rows.get_mut(key) {
                row.state = RowState::Gone;
                row.undo = Some(undo);
            }
            return;
        }
        let copies = self.items.shown_of(&id).into_iter();
        let mut copies = copies.filter(|shown| shown.copy_of == Some(&id));
        let own = copies.find(|copy| self.holds(row, copy, texts));
        if let Some(own) = own.map(|copy| copy.id) {
            self.rows.rename(key, &own);
            if let Some(row) = self.rows.get_mut(key) {
                row.copy_of = Some(id);
            }
        }
    }

    /// Whether what is shown has the words of a row: those of the fields that were written in here,
    /// or of all of them if none was. What came into the others is welcome.
    fn holds(&self, row: &Row, shown: &Shown<'_>, texts: &[String]) -> bool {
        let is_held = |at: usize| {
            let field = self.names.get(at).zip(texts.get(at));
            field.is_none_or(|(name, text)| shown.text(name) == text)
        };
        if row.touched.is_empty() {
            (0..self.names.len()).all(is_held)
        } else {
            row.touched.iter().copied().all(is_held)
        }
    }

    /// The texts of the own fields, in the order of the form.
    fn texts(&self, shown: &Shown<'_>) -> Vec<String> {
        let texts = self.names.iter().map(|name| shown.text(name));
        texts.map(str::to_owned).collect()
    }

    /// The record of an item was erased elsewhere: it is forgotten here too, unless it was changed
    /// since.
    pub(super) fn forget(&mut self, id: &ItemId) {
        if self.is_stored(id) {
            let ids = self.family(std::slice::from_ref(id));
            for key in self.rows.of(id) {
                let shown = self.rows.get(key).and_then(|row| self.shown(row));
                let texts = shown.map(|shown| self.texts(&shown)).unwrap_or_default();
                if let Some(row) = self.rows.get_mut(key).filter(|row| row.is_open) {
                    row.state = RowState::Gone;
                    row.remembered = texts;
                }
            }
            self.drop_stored(id);
            self.items.remove(id);
            self.follow(&ids, None);
        }
    }

    /// The record of an item is gone, and nobody erased it: it has to be written again.
    pub(super) fn mark_evicted(&mut self, id: &ItemId) {
        self.drop_stored(id);
        let is_there = self.items.get(id).is_some_and(|item| !item.is_deleted());
        if is_there && !self.was_evicted {
            self.was_evicted = true;
            self.changes.is_list = true;
        }
        self.update_unsaved(id);
        self.touch(id);
    }
}
