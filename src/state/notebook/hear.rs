//! What comes from elsewhere: other tabs, earlier visits, a backup.

use super::rows::{Fate, Row};
use super::{Notebook, RowKey, text_name};
use bearings_domain::ids::ItemId;
use bearings_domain::items::Item;

impl Notebook {
    /// Takes in items from elsewhere: another tab, an earlier visit.
    pub fn hear(&mut self, items: Vec<Item>) {
        let open = self.rows.iter().filter(|row| row.is_open);
        let before: Vec<_> = open
            .filter_map(|row| Some((row.key, self.text(row.key)?, self.record(&row.id)?.clone())))
            .collect();
        for item in items {
            self.items.put(item);
        }
        for (key, text, old) in before {
            self.stay(key, &text, old);
        }
        self.follow();
    }

    /// Takes in items as their records hold them.
    pub fn hear_kept(&mut self, items: Vec<Item>) {
        for item in &items {
            self.keep(item.clone());
        }
        self.hear(items);
    }

    /// Takes in everything that is kept, `there` being the ids of all records: what was kept once and
    /// is there no more was removed elsewhere. A page that slept through that, with nothing left,
    /// comes back after everything was erased: no words of it stay in sight. One that saw it happen
    /// keeps the words that somebody has been in, for it may hold the last copy.
    pub fn hear_all(&mut self, items: Vec<Item>, there: &[ItemId], has_slept: bool) {
        let known = self.kept.iter().map(|kept| &kept.item);
        // A note that was deleted before it was ever written has no record.
        let known = known.filter(|item| !item.is_deleted()).map(Item::id);
        let gone: Vec<_> = known.filter(|id| !there.contains(id)).cloned().collect();
        for id in &gone {
            self.forget(id);
        }
        if has_slept && there.is_empty() {
            let is_erased = |row: &Row| row.fate == Fate::Gone && gone.contains(&row.id);
            self.rows.retain(|row| !is_erased(row));
        }
        self.hear_kept(items);
    }

    /// Keeps a row with its words after others have come: it follows them to the copy that they
    /// have become, or remembers them when they were deleted.
    fn stay(&mut self, key: RowKey, text: &str, old: Item) {
        let Some(at) = self.rows.iter().position(|row| row.key == key) else {
            return;
        };
        let id = self.rows[at].id.clone();
        let name = text_name();
        match self.items.show(&id) {
            None => {
                self.rows[at].fate = Fate::Gone;
                self.rows[at].old = Some(old);
            }
            Some(shown) if shown.text(&name) != text => {
                let shown = self.items.shown().into_iter();
                let mut copies = shown.filter(|shown| shown.copy_of == Some(&id));
                let own = copies.find(|copy| copy.text(&name) == text);
                if let Some(own) = own.map(|copy| copy.id) {
                    self.rows[at].id = own;
                }
            }
            Some(_) => {}
        }
    }

    /// The record of an item was removed elsewhere: it is forgotten here too, unless it was
    /// changed since.
    pub fn forget(&mut self, id: &ItemId) {
        if self.is_kept(id) {
            self.kept.retain(|kept| kept.item.id() != id);
            let others = self.items.iter().filter(|item| item.id() != id);
            self.items = others.cloned().collect();
            let mut rows = self.rows.iter_mut();
            if let Some(row) = rows.find(|row| row.is_open && row.id == *id) {
                row.fate = Fate::Gone;
            }
            self.follow();
        }
    }
}
