//! The list of rows: which there are, in which order, and which item each shows.

use super::rows::{Row, RowState, rank};
use super::{ItemStore, RowKey, SaveStatus, add};
use bearings_domain::ids::ItemId;
use bearings_domain::items::{Item, Shown};
use bearings_domain::time::Millis;

impl ItemStore {
    /// The rows, newest first.
    pub fn rows(&self) -> Vec<RowKey> {
        self.rows.order().to_vec()
    }

    /// When the item of a row was made, and whether it is another version of an item.
    pub fn origin(&self, key: RowKey) -> (Millis, bool) {
        self.rows.get(key).map_or((Millis(0), false), |row| {
            (row.created, row.copy_of.is_some())
        })
    }

    /// How many items were made in the same minute before that of a row: what names an item by its
    /// date needs more than that to tell them apart.
    pub fn earlier_in_minute(&self, key: RowKey) -> usize {
        const MINUTE: u64 = 60_000;
        let created = self.origin(key).0.0;
        let is_before = |row: &&Row| {
            let other = row.created.0;
            other / MINUTE == created / MINUTE && (other, row.key) < (created, key)
        };
        self.rows.iter().filter(is_before).count()
    }

    /// Whether a row is only the way back to a deleted item.
    pub fn is_deleted(&self, key: RowKey) -> bool {
        let row = self.rows.get(key);
        row.is_some_and(|row| row.state == RowState::Deleted)
    }

    /// Changes when the words of a row may have changed other than by being typed into it.
    pub fn revision(&self, key: RowKey) -> u32 {
        self.rows.get(key).map_or(0, |row| row.revision)
    }

    /// A row for a new item: the one that is there already, if nothing has been written in it. It
    /// comes first, whatever the dates of the others say.
    pub fn add_row(&mut self, now: Millis) -> RowKey {
        let is_blank = |row: &&Row| {
            row.undo.is_none() && row.state == RowState::There && self.record(row).is_none()
        };
        if let Some(row) = self.rows.iter().find(is_blank) {
            return row.key;
        }
        let key = self.rows.next_key();
        let id = ItemId::new(now, self.seed.wrapping_add(u64::from(key)));
        self.insert(id, now, None, true);
        self.open(key);
        key
    }

    /// Somebody is in this row.
    pub fn open(&mut self, key: RowKey) {
        if let Some(row) = self.rows.get_mut(key) {
            row.is_open = true;
        }
    }

    /// What is in the item of a row.
    pub(super) fn shown(&self, row: &Row) -> Option<Shown<'_>> {
        let record = match (self.items.get(&row.id), &row.copy_of) {
            (None, Some(origin)) => origin,
            _ => &row.id,
        };
        let mut shown = self.items.shown_of(record).into_iter();
        shown.find(|shown| shown.id == row.id)
    }

    /// The item whose record holds what is shown in a row: its own, or that of which it is a copy.
    pub(super) fn record(&self, row: &Row) -> Option<&Item> {
        self.items.get(&row.id).or_else(|| {
            self.shown(row)?;
            self.items.get(row.copy_of.as_ref()?)
        })
    }

    /// The ids that a change of these records may show anew, or show no more; in their order.
    pub(super) fn family(&self, records: &[ItemId]) -> Vec<ItemId> {
        let mut ids = Vec::new();
        for id in records {
            add(&mut ids, id.clone());
            for shown in self.items.shown_of(id) {
                add(&mut ids, shown.id);
            }
        }
        ids
    }

    /// Brings the rows of these ids in line with the items. `typed` is the row whose words came
    /// from its own field.
    pub(super) fn follow(&mut self, ids: &[ItemId], typed: Option<RowKey>) {
        let ids = self.family(ids);
        let mut shown = Vec::new();
        for found in ids.iter().flat_map(|id| self.items.shown_of(id)) {
            add(
                &mut shown,
                (found.id, found.created, found.copy_of.cloned()),
            );
        }
        let mut gone = Vec::new();
        for id in ids {
            self.update_unsaved(&id);
            let at = shown.binary_search_by(|(known, _, _)| known.cmp(&id));
            let mut rows = self.rows.of(&id);
            let found = at.ok().and_then(|at| shown.get(at));
            if let Some((_, created, copy_of)) = found {
                if rows.is_empty() {
                    rows.push(self.insert(id, *created, copy_of.clone(), false));
                }
                let first = rows.first().and_then(|key| self.rows.get_mut(*key));
                if let Some(row) = first {
                    row.copy_of.clone_from(copy_of);
                    row.state = RowState::There;
                }
            }
            for key in rows {
                let Some(row) = self.rows.get_mut(key) else {
                    continue;
                };
                if found.is_none() && !row.is_open && row.state != RowState::Deleted {
                    add(&mut gone, key);
                    continue;
                }
                if typed != Some(key) {
                    row.revision += 1;
                }
                add(&mut self.changes.rows, key);
            }
        }
        self.drop_rows(&gone);
    }

    /// Takes rows away, given in the order of their keys.
    pub(super) fn drop_rows(&mut self, gone: &[RowKey]) {
        if !gone.is_empty() {
            self.rows.remove(gone);
            self.changes.is_list = true;
        }
    }

    /// Adds a row where it belongs, or before all others.
    fn insert(
        &mut self,
        id: ItemId,
        created: Millis,
        copy_of: Option<ItemId>,
        is_first: bool,
    ) -> RowKey {
        let key = self.rows.next_key();
        let row = Row {
            key,
            id,
            created,
            rank: rank(created, self.today),
            copy_of,
            is_open: false,
            state: RowState::There,
            undo: None,
            touched: Vec::new(),
            remembered: Vec::new(),
            revision: 0,
        };
        self.rows.insert(row, is_first);
        self.changes.is_list = true;
        key
    }

    /// The status of the rows of a record may have changed.
    pub(super) fn touch(&mut self, record: &ItemId) {
        for id in self.family(std::slice::from_ref(record)) {
            for key in self.rows.of(&id) {
                add(&mut self.changes.rows, key);
            }
        }
    }

    /// What can be said of a row: saved, or not.
    pub fn status(&self, key: RowKey) -> SaveStatus {
        let row = self.rows.get(key);
        row.map_or(SaveStatus::Blank, |row| self.status_of(row))
    }
}
