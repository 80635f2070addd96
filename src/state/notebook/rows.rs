//! The rows of the list: what a person sees and writes in.

use super::{Notebook, Standing, add};
use bearings_domain::ids::ItemId;
use bearings_domain::items::{Item, Shown};
use bearings_domain::time::Millis;

/// The name of a row while the page is open.
pub type RowKey = u32;

/// A date that lies further ahead than this was written under a wrong clock.
const AHEAD: u64 = 24 * 60 * 60 * 1000;

/// What became of the note of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
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
    rank: Rank,
    /// The note that it shows another version of, changed elsewhere at the same time.
    pub copy_of: Option<ItemId>,
    /// Somebody has been in it: it stays on the page, whatever becomes of its note.
    pub is_open: bool,
    pub fate: Fate,
    /// What a deletion took away.
    pub old: Option<Item>,
    /// How often its words may have changed other than by being typed into it.
    pub heard: u32,
}

/// All rows, found by key or by note without looking at the others.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    /// In the order of the keys.
    all: Vec<Row>,
    /// As they stand on the page.
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

    /// The keys as the rows stand on the page.
    pub fn order(&self) -> &[RowKey] {
        &self.order
    }

    /// The rows of a note.
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

    /// Gives a row another note.
    pub fn rename(&mut self, key: RowKey, id: &ItemId) {
        self.names.retain(|(_, known)| *known != key);
        self.name(id, key);
        if let Some(row) = self.get_mut(key) {
            row.id = id.clone();
        }
    }

    /// Takes these away.
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
type Rank = (bool, Millis);

/// A date that has not come yet says nothing: such a note must not stand above all that is written
/// until then.
fn rank(created: Millis, today: Millis) -> Rank {
    (created.0 <= today.0.saturating_add(AHEAD), created)
}

impl Notebook {
    /// The rows, newest first.
    pub fn rows(&self) -> Vec<RowKey> {
        self.rows.order().to_vec()
    }

    /// When the note of a row was made, and whether it is another version of a note.
    pub fn origin(&self, key: RowKey) -> (Millis, bool) {
        self.rows.get(key).map_or((Millis(0), false), |row| {
            (row.created, row.copy_of.is_some())
        })
    }

    /// Whether a row is only the way back to a deleted note.
    pub fn is_deleted(&self, key: RowKey) -> bool {
        let row = self.rows.get(key);
        row.is_some_and(|row| row.fate == Fate::Deleted)
    }

    /// Changes when the words of a row may have changed other than by being typed into it.
    pub fn heard(&self, key: RowKey) -> u32 {
        self.rows.get(key).map_or(0, |row| row.heard)
    }

    /// A row for a new note: the one that is there already, if nothing has been written in it. It
    /// stands first, whatever the dates of the others say.
    pub fn add_row(&mut self, now: Millis) -> RowKey {
        let is_blank =
            |row: &&Row| row.old.is_none() && row.fate == Fate::There && self.record(row).is_none();
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

    /// What is in the note of a row.
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
            self.look_at_record(&id);
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
                    row.fate = Fate::There;
                }
            }
            for key in rows {
                let Some(row) = self.rows.get_mut(key) else {
                    continue;
                };
                if found.is_none() && !row.is_open && row.fate != Fate::Deleted {
                    add(&mut gone, key);
                    continue;
                }
                if typed != Some(key) {
                    row.heard += 1;
                }
                add(&mut self.news.rows, key);
            }
        }
        self.drop_rows(&gone);
    }

    /// Takes rows away, given in the order of their keys.
    pub(super) fn drop_rows(&mut self, gone: &[RowKey]) {
        if !gone.is_empty() {
            self.rows.remove(gone);
            self.news.is_list = true;
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
            fate: Fate::There,
            old: None,
            heard: 0,
        };
        self.rows.insert(row, is_first);
        self.news.is_list = true;
        key
    }

    /// How the rows of a record stand may have changed.
    pub(super) fn touch(&mut self, record: &ItemId) {
        for id in self.family(std::slice::from_ref(record)) {
            for key in self.rows.of(&id) {
                add(&mut self.news.rows, key);
            }
        }
    }

    /// How a row stands.
    pub fn standing(&self, key: RowKey) -> Standing {
        let row = self.rows.get(key);
        row.map_or(Standing::Blank, |row| self.stands(row))
    }
}
