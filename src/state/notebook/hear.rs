//! What comes from elsewhere: other tabs, earlier visits, a backup.

use super::rows::Fate;
use super::{Notebook, RowKey, add};
use bearings_domain::ids::ItemId;
use bearings_domain::items::Item;

/// Why records are there no more that were there once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// They were erased on purpose, here or in another tab, while this page heard of it.
    Erased,
    /// They were erased on purpose, and this page slept.
    ErasedUnheard,
    /// Nobody erased them: the browser has emptied its storage, or another program has.
    Lost,
}

impl Notebook {
    /// Takes in items from elsewhere: another tab, an earlier visit.
    pub fn hear(&mut self, items: Vec<Item>) {
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
                let text = self.shown(row)?.text(&self.name).to_owned();
                Some((row.key, text, self.record(row)?.clone()))
            })
            .collect();
        let mut has_changed = false;
        for item in items {
            has_changed |= self.items.put(item);
        }
        if has_changed {
            for (key, text, old) in before {
                self.stay(key, &text, old);
            }
            self.follow(&ids, None);
        } else {
            for id in &records {
                self.look_at_record(id);
                self.touch(id);
            }
        }
    }

    /// Takes in items as their records hold them.
    pub fn hear_kept(&mut self, items: Vec<Item>) {
        for item in &items {
            self.keep(item.clone());
        }
        for item in &items {
            self.look_at_record(item.id());
            self.touch(item.id());
        }
        self.hear(items);
    }

    /// Takes in everything that is kept, `there` being the ids of all records, and what was kept
    /// once and is there no more.
    ///
    /// What was erased is forgotten: of a page that slept through it, with nothing left, no words
    /// stay in sight. One that saw it happen keeps the words that somebody has been in. What nobody
    /// erased may have its last copy here: it stays, and is written again.
    pub fn hear_all(&mut self, items: Vec<Item>, found: Vec<ItemId>, missing: Missing) {
        let mut there = Vec::new();
        for id in found {
            add(&mut there, id);
        }
        let known = self.kept.iter().map(|kept| &kept.item);
        // A note that was deleted before it was ever written has no record.
        let known = known.filter(|item| !item.is_deleted()).map(Item::id);
        let is_gone = |id: &&ItemId| there.binary_search(id).is_err();
        // In the order of the ids, as they are kept.
        let gone: Vec<_> = known.filter(is_gone).cloned().collect();
        for id in &gone {
            if missing == Missing::Lost {
                self.lose(id);
            } else {
                self.forget(id);
            }
        }
        if missing == Missing::ErasedUnheard && there.is_empty() {
            let rows = self.rows.iter().filter(|row| row.fate == Fate::Gone);
            let rows = rows.filter(|row| gone.binary_search(&row.id).is_ok());
            let rows: Vec<_> = rows.map(|row| row.key).collect();
            self.drop_rows(&rows);
        }
        self.hear_kept(items);
    }

    /// Keeps a row with its words after others have come: it follows them to the copy that they
    /// have become, or remembers them when they were deleted.
    fn stay(&mut self, key: RowKey, text: &str, old: Item) {
        let Some(row) = self.rows.get(key) else {
            return;
        };
        let is_text = |shown: &str| shown == text;
        let shown = self.shown(row);
        if shown
            .as_ref()
            .is_some_and(|shown| is_text(shown.text(&self.name)))
        {
            return;
        }
        let id = row.id.clone();
        if shown.is_none() {
            if let Some(row) = self.rows.get_mut(key) {
                row.fate = Fate::Gone;
                row.old = Some(old);
            }
            return;
        }
        let copies = self.items.shown_of(&id).into_iter();
        let mut copies = copies.filter(|shown| shown.copy_of == Some(&id));
        let own = copies.find(|copy| is_text(copy.text(&self.name)));
        if let Some(own) = own.map(|copy| copy.id) {
            self.rows.rename(key, &own);
            if let Some(row) = self.rows.get_mut(key) {
                row.copy_of = Some(id);
            }
        }
    }

    /// The record of an item was erased elsewhere: it is forgotten here too, unless it was changed
    /// since.
    pub fn forget(&mut self, id: &ItemId) {
        if self.is_kept(id) {
            let ids = self.family(std::slice::from_ref(id));
            self.drop_kept(id);
            self.items.remove(id);
            for key in self.rows.of(id) {
                if let Some(row) = self.rows.get_mut(key).filter(|row| row.is_open) {
                    row.fate = Fate::Gone;
                }
            }
            self.follow(&ids, None);
        }
    }

    /// The record of an item is gone, and nobody erased it: it has to be written again.
    pub fn lose(&mut self, id: &ItemId) {
        self.drop_kept(id);
        let is_there = self.items.get(id).is_some_and(|item| !item.is_deleted());
        if is_there && !self.emptied {
            self.emptied = true;
            self.news.is_list = true;
        }
        self.look_at_record(id);
        self.touch(id);
    }
}
