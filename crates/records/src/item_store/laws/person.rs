//! A tab, and who sits before it.

use crate::testing::{Device, Tab};
use crate::{NOTE, RowKey};
use bearings_domain::ids::ItemId;
use std::collections::BTreeSet;

/// How wrong the clock of each tab is, in milliseconds: right, two days ahead, an hour behind.
const SKEWS: [i64; 3] = [0, 2 * 24 * 60 * 60 * 1000, -60 * 60 * 1000];
/// A tab, and what its person remembers of it.
pub(super) struct Person {
    pub tab: Tab,
    pub inbox: Vec<String>,
    pub is_asleep: bool,
    /// The row typed in last, and its words.
    pub typed: Option<(RowKey, String)>,
    /// Every text that was typed here.
    pub own: BTreeSet<String>,
    pub deleted: Vec<RowKey>,
}

impl Person {
    pub fn open(device: &Device, at: usize, number: u64) -> Self {
        Self {
            tab: Tab::skewed(NOTE, device, number, SKEWS[at]),
            inbox: Vec::new(),
            is_asleep: false,
            typed: None,
            own: BTreeSet::new(),
            deleted: Vec::new(),
        }
    }

    /// A row with words to go on with, or one more.
    pub fn row(&mut self, row: usize) -> RowKey {
        let rows = self.tab.items.rows().into_iter();
        let mut rows = rows.filter(|key| self.tab.items.text(*key, 0).is_some());
        let now = self.tab.records.now();
        rows.nth(row).unwrap_or_else(|| self.tab.items.add_row(now))
    }

    pub fn type_in(&mut self, key: RowKey, text: &str) {
        let now = self.tab.records.now().0;
        self.tab.type_in(key, text, now);
        self.typed = Some((key, text.to_owned()));
        self.own.insert(text.to_owned());
    }

    /// The items whose records hold what a row shows.
    pub fn ids(&self, key: RowKey) -> Vec<ItemId> {
        let row = self.tab.items.rows.get(key);
        let ids = row.map(|row| [Some(row.id.clone()), row.copy_of.clone()]);
        ids.into_iter().flatten().flatten().collect()
    }

    /// Whether another tab deleted the item of a row, and this one does not know yet.
    pub fn has_missed_deletion(&self, key: RowKey, deleted: &BTreeSet<ItemId>) -> bool {
        let is_here = |id: &ItemId| {
            let item = self.tab.items.items.get(id);
            item.is_none_or(|item| !item.is_deleted())
        };
        self.ids(key)
            .iter()
            .any(|id| deleted.contains(id) && is_here(id))
    }

    pub fn hear(&mut self) {
        for key in std::mem::take(&mut self.inbox) {
            self.tab.hear(&key);
        }
    }

    pub fn wake(&mut self) {
        self.is_asleep = false;
        self.inbox.clear();
        self.tab.come_back();
    }
}
