//! The rows of the list: what a person sees and writes in.

use super::Notebook;
use bearings_domain::ids::ItemId;
use bearings_domain::items::Item;
use bearings_domain::time::Millis;

/// The name of a row while the page is open.
pub type RowKey = u32;

/// One row.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub key: RowKey,
    pub id: ItemId,
    pub created: Millis,
    /// Whether it shows another version of a note, changed elsewhere at the same time.
    pub is_copy: bool,
    /// Somebody has been in it: it stays on the page, whatever becomes of its note.
    pub is_open: bool,
    /// Deleted here: it stays as the way back.
    pub is_deleted: bool,
    /// Deleted elsewhere while somebody was in it.
    pub is_gone: bool,
    /// What a deletion took away.
    pub old: Option<Item>,
}

impl Row {
    fn new(key: RowKey, id: ItemId, created: Millis) -> Self {
        Self {
            key,
            id,
            created,
            is_copy: false,
            is_open: false,
            is_deleted: false,
            is_gone: false,
            old: None,
        }
    }
}

impl Notebook {
    /// The rows, newest first.
    pub fn rows(&self) -> Vec<RowKey> {
        self.rows.iter().map(|row| row.key).collect()
    }

    /// When the note of a row was made, and whether it is another version of a note.
    pub fn origin(&self, key: RowKey) -> (Millis, bool) {
        self.row(key)
            .map_or((Millis(0), false), |row| (row.created, row.is_copy))
    }

    /// Whether a row is only the way back to a deleted note.
    pub fn is_deleted(&self, key: RowKey) -> bool {
        self.row(key).is_some_and(|row| row.is_deleted)
    }

    /// A row for a new note: the one that is there already, if nothing has been written in it.
    pub fn add_row(&mut self, now: Millis) -> RowKey {
        let is_blank =
            |row: &&Row| row.old.is_none() && !row.is_gone && self.record(&row.id).is_none();
        if let Some(row) = self.rows.iter().find(is_blank) {
            return row.key;
        }
        let id = ItemId::new(now, self.seed.wrapping_add(u64::from(self.next_key)));
        let key = self.insert(id, now);
        self.open(key);
        key
    }

    /// Somebody is in this row.
    pub fn open(&mut self, key: RowKey) {
        if let Some(row) = self.rows.iter_mut().find(|row| row.key == key) {
            row.is_open = true;
        }
    }

    pub(super) fn row(&self, key: RowKey) -> Option<&Row> {
        self.rows.iter().find(|row| row.key == key)
    }

    /// Brings the rows in line with the items.
    pub(super) fn follow(&mut self) {
        let shown: Vec<_> = self
            .items
            .shown()
            .into_iter()
            .map(|shown| (shown.id, shown.created, shown.copy_of.is_some()))
            .collect();
        self.rows.retain(|row| {
            row.is_open || row.is_deleted || shown.iter().any(|(id, _, _)| *id == row.id)
        });
        for (id, created, is_copy) in shown {
            if !self.rows.iter().any(|row| row.id == id) {
                self.insert(id.clone(), created);
            }
            if let Some(row) = self.rows.iter_mut().find(|row| row.id == id) {
                row.is_copy = is_copy;
            }
        }
    }

    /// Adds a row where it belongs.
    fn insert(&mut self, id: ItemId, created: Millis) -> RowKey {
        let key = self.next_key;
        self.next_key += 1;
        let is_older = |row: &Row| (row.created, &row.id) < (created, &id);
        let at = self.rows.iter().position(is_older);
        let at = at.unwrap_or(self.rows.len());
        self.rows.insert(at, Row::new(key, id, created));
        key
    }
}
