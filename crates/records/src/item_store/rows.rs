//! Rows: what a person sees and writes in, found without looking at the others.

use bearings_domain::ids::ItemId;
use bearings_domain::items::Item;
use bearings_domain::time::Millis;

/// The name of a row while the page is open.
pub type RowKey = u32;

/// A date that lies further ahead than this was written under a wrong clock.
const AHEAD: u64 = 24 * 60 * 60 * 1000;

/// What became of the item of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowState {
    /// It is there, or nothing has been written yet.
    There,
    /// It was deleted here: the row stays as the way back.
    Deleted,
    /// It was deleted elsewhere while somebody was in it.
    Gone,
}

/// One row.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub key: RowKey,
    pub id: ItemId,
    pub created: Millis,
    /// What it is sorted by, the highest first.
    pub rank: Rank,
    /// The item that it shows another version of, changed elsewhere at the same time.
    pub copy_of: Option<ItemId>,
    /// Somebody has been in it: it stays on the page, whatever becomes of its item.
    pub is_open: bool,
    pub state: RowState,
    /// What a deletion took away.
    pub undo: Option<Item>,
    /// The fields that were written in here, in their order.
    pub touched: Vec<usize>,
    /// What the fields held when the record was erased under an open row; else empty.
    pub remembered: Vec<String>,
    /// How often its words may have changed other than by being typed into it.
    pub revision: u32,
}

/// All rows, found by key or by item without looking at the others.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// In the order of the keys.
    all: Vec<Row>,
    /// As they are on the page.
    order: Vec<RowKey>,
    /// In the order of the ids.
    names: Vec<(ItemId, RowKey)>,
    next: RowKey,
}

#[cfg(test)]
thread_local! {
    /// How many rows were looked at: the tests hold the work of a key against it.
    pub(super) static LOOKS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts rows that are looked at; in the app it is nothing.
#[cfg_attr(not(test), expect(unused_variables))]
fn look(rows: usize) {
    #[cfg(test)]
    LOOKS.set(LOOKS.get() + rows);
}

impl Rows {
    /// No rows, and keys that go on from those of these rows.
    pub fn restarted(&self) -> Self {
        Self {
            next: self.next,
            ..Self::default()
        }
    }

    pub fn get(&self, key: RowKey) -> Option<&Row> {
        look(1);
        self.all.get(self.position(key)?)
    }

    pub fn get_mut(&mut self, key: RowKey) -> Option<&mut Row> {
        look(1);
        let at = self.position(key)?;
        self.all.get_mut(at)
    }

    /// Every row, in no order that means anything to a person.
    pub fn iter(&self) -> impl Iterator<Item = &Row> {
        look(self.all.len());
        self.all.iter()
    }

    /// The keys in the order of the page.
    pub fn order(&self) -> &[RowKey] {
        &self.order
    }

    /// The rows of an item.
    pub fn of(&self, id: &ItemId) -> Vec<RowKey> {
        let start = self.names.partition_point(|(name, _)| name < id);
        let same = self.names.iter().skip(start);
        let same = same.take_while(|(name, _)| name == id);
        same.map(|(_, key)| *key).collect()
    }

    /// The key that the next row gets.
    pub fn next_key(&self) -> RowKey {
        self.next
    }

    /// Adds a row where its date belongs, or before all others.
    pub fn insert(&mut self, mut row: Row, is_first: bool) {
        let key = row.key;
        self.next = key + 1;
        let first = self.order.first().and_then(|first| self.get(*first));
        if let Some(first) = first.filter(|_| is_first) {
            row.rank = row.rank.max(first.rank);
        }
        let is_before = |other: &RowKey| {
            let other = self.get(*other);
            other.is_some_and(|other| (other.rank, &other.id) > (row.rank, &row.id))
        };
        let at = if is_first {
            0
        } else {
            self.order.partition_point(is_before)
        };
        self.order.insert(at, key);
        self.name(&row.id, key);
        self.all.push(row);
    }

    /// Gives a row another item.
    pub fn rename(&mut self, key: RowKey, id: &ItemId) {
        self.names.retain(|(_, known)| *known != key);
        self.name(id, key);
        if let Some(row) = self.get_mut(key) {
            row.id = id.clone();
        }
    }

    /// Removes these.
    pub fn remove(&mut self, gone: &[RowKey]) {
        let stays = |key: &RowKey| gone.binary_search(key).is_err();
        self.all.retain(|row| stays(&row.key));
        self.order.retain(stays);
        self.names.retain(|(_, key)| stays(key));
    }

    fn name(&mut self, id: &ItemId, key: RowKey) {
        let at = self.names.partition_point(|(name, _)| name <= id);
        self.names.insert(at, (id.clone(), key));
    }

    fn position(&self, key: RowKey) -> Option<usize> {
        self.all.binary_search_by_key(&key, |row| row.key).ok()
    }
}

/// Whether a date can be believed, and the date.
pub(super) type Rank = (bool, Millis);

/// A date that has not come yet says nothing: such an item must not stand above all that is written
/// until then.
pub(super) fn rank(created: Millis, today: Millis) -> Rank {
    (created.0 <= today.0.saturating_add(AHEAD), created)
}
