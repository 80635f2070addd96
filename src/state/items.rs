//! Lists of items in memory, of any kind: read at the start, changed and saved only here.
//!
//! Memory first; saved when `bearings_records` says so, and at once when the page hides or is left.
//! "Saved" is said when the record was read back and, where the browser has a database, is in the
//! [`journal`](crate::browser::journal) too.
//!
//! A view watches its own row ([`AppState::watch_item`]): a key in one row costs nothing in the
//! others. The signal of a list changes when rows come and go.

use super::journal::AppJournal;
use super::{AppState, RecordError};
use crate::browser;
use bearings_domain::backup::Record;
use bearings_domain::items::Item;
use bearings_domain::store::ItemKind;
use bearings_records::{
    Changes, ItemStore, RecordStore, Recovered, Round, RowKey, Seeds, Timer, Wake,
};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// The items of one kind.
pub type ItemList = RwSignal<ItemStore>;

/// A row of the list of a kind.
pub(super) type Row = (ItemKind, RowKey);

impl AppState {
    /// A row for a new item.
    pub fn add_item(&self, list: ItemList) -> RowKey {
        let (now, mut key) = (self.now(), 0);
        self.update_items(list, |items, _| {
            key = items.add_row(now);
            Vec::new()
        });
        key
    }

    /// Somebody is in this row.
    pub fn open_item(&self, list: ItemList, key: RowKey) {
        list.update_untracked(|items| items.open(key));
    }

    /// Takes in what was typed into a field of a row.
    pub fn write_item(&self, list: ItemList, key: RowKey, field: usize, text: &str) {
        let now = self.now();
        self.update_items(list, |items, _| vec![items.write(key, field, text, now)]);
    }

    /// Deletes the item of a row; the row stays, with the way back.
    pub fn delete_item(&self, list: ItemList, key: RowKey) {
        let now = self.now();
        self.update_items(list, |items, records| {
            items.delete(key, now);
            items.save(records)
        });
    }

    /// Brings back an item that was just deleted.
    pub fn undo_delete_item(&self, list: ItemList, key: RowKey) {
        let now = self.now();
        self.update_items(list, |items, records| {
            items.undo_delete(key, now);
            items.save(records)
        });
    }

    /// Watches one row. The trigger is dropped with the view that asked for it.
    pub fn watch_item(&self, list: ItemList, key: RowKey) -> Trigger {
        let (state, trigger) = (*self, Trigger::new());
        let row = (list.with_untracked(ItemStore::kind), key);
        self.change(|inner| match find(&inner.items.watched, row) {
            Ok(at) => inner.items.watched[at].1 = trigger,
            Err(at) => inner.items.watched.insert(at, (row, trigger)),
        });
        on_cleanup(move || {
            state.change(|inner| {
                if let Ok(at) = find(&inner.items.watched, row) {
                    inner.items.watched.remove(at);
                }
            });
        });
        trigger
    }

    /// Saves what has changed in every list, now.
    pub fn save_items(&self) {
        for list in self.lists() {
            self.update_items(list, ItemStore::save);
        }
    }

    /// Reads every list and joins it with what this tab knows. A page that `has_slept` may have
    /// missed events.
    pub(super) fn load_items(&self, has_slept: bool) {
        for list in self.lists() {
            self.update_or_notice(list, |items, records| items.load(records, has_slept));
        }
    }

    /// Forgets what this tab knows, after records were erased or put back to what they once were,
    /// and reads what is stored.
    pub(super) fn restart_items(&self) {
        for list in self.lists() {
            let seeds = seeds();
            self.update_or_notice(list, |items, records| items.restart(seeds, records));
        }
    }

    /// The database has answered for a round of saving.
    pub(super) fn journal_answered(&self, round: Round, is_stored: bool) {
        let is_of_kind = |list: &ItemList| list.with_untracked(ItemStore::kind) == round.kind;
        if let Some(list) = self.lists().into_iter().find(is_of_kind) {
            self.update_items(list, |items, _| {
                items
                    .journal_answered(round.number, is_stored)
                    .into_iter()
                    .collect()
            });
        }
    }

    /// Asks the browser not to throw away what is kept. Some ask the person: so only once there is
    /// something to keep, and after a tap, never while somebody types.
    pub(super) fn ask_to_persist(&self) {
        let state = *self;
        spawn_local(async move {
            state
                .items
                .lasts
                .set(browser::storage::ask_to_persist().await);
        });
    }

    /// Every list of items on this page.
    pub(super) fn lists(&self) -> Vec<ItemList> {
        self.inner.with_value(|inner| inner.items.lists.clone())
    }

    /// Changes a list, tells those who watch what has changed and nobody else, and sets the timers
    /// that were asked for.
    fn update_items(
        &self,
        list: ItemList,
        work: impl FnOnce(&mut ItemStore, &mut RecordStore) -> Vec<Timer>,
    ) {
        let (mut timers, mut changes) = (Vec::new(), Changes::default());
        list.update_untracked(|items| {
            let done = self.change(|inner| work(items, &mut inner.records));
            timers = done.unwrap_or_default();
            changes = items.take_changes();
        });
        self.publish(list, &changes);
        self.show_unsaved();
        for timer in timers {
            let state = *self;
            set_timeout(move || state.woke(list, timer.wake), timer.after);
        }
    }

    /// The same where the records may not be readable: the person is told.
    fn update_or_notice(
        &self,
        list: ItemList,
        work: impl FnOnce(&mut ItemStore, &mut RecordStore) -> Result<Vec<Timer>, RecordError>,
    ) {
        let mut error = None;
        self.update_items(list, |items, records| {
            work(items, records).unwrap_or_else(|why| {
                error = Some(why);
                Vec::new()
            })
        });
        if let Some(error) = error {
            self.show_notice(error);
        }
    }

    fn publish(&self, list: ItemList, changes: &Changes) {
        let kind = list.with_untracked(ItemStore::kind);
        let triggers = self.inner.with_value(|inner| {
            let rows = changes.rows.iter();
            let found = rows.filter_map(|key| find(&inner.items.watched, (kind, *key)).ok());
            found
                .map(|at| inner.items.watched[at].1)
                .collect::<Vec<_>>()
        });
        for trigger in triggers {
            trigger.notify();
        }
        if changes.is_list {
            list.notify();
        }
    }

    fn woke(&self, list: ItemList, wake: Wake) {
        if let Wake::Release(put) = wake {
            let mut lists = self.lists().into_iter();
            let is_all_saved = !lists.any(|list| list.with_untracked(ItemStore::has_changes));
            self.change(|inner| inner.records.release_journal(put, is_all_saved));
        } else {
            self.update_items(list, |items, records| items.woke(wake, records));
        }
    }

    /// Says whether there are words that could not be saved, and asks before they are left.
    fn show_unsaved(&self) {
        let (mut unsaved, mut ends_with_page) = (None, false);
        for list in self.lists() {
            list.with_untracked(|items| {
                unsaved = unsaved.or(items.unsaved_error());
                ends_with_page |= items.ends_with_page();
            });
        }
        let was =
            self.change(|inner| std::mem::replace(&mut inner.items.ends_with_page, ends_with_page));
        if was != Some(ends_with_page) {
            browser::page::ask_before_leaving(ends_with_page);
        }
        if self.items.unsaved.get_untracked() != unsaved {
            self.items.unsaved.set(unsaved);
            // The notice has its room in the next step of the executor.
            set_timeout(browser::field::keep_in_sight, Duration::ZERO);
        }
    }

    /// Joins what the journal holds: words that a killed browser had not brought to the disk.
    async fn recover(&self) {
        let entries = browser::journal::read().await;
        let recovered = self.change(|inner| inner.records.recover(entries));
        let Recovered {
            stored,
            refused,
            timer,
        } = recovered.unwrap_or_default();
        for list in self.lists() {
            self.update_items(list, |items, records| {
                items.merge_stored(of_kind(items.kind(), &stored));
                items.merge(of_kind(items.kind(), &refused));
                items.save(records)
            });
        }
        if let (Some(timer), Some(list)) = (timer, self.lists().first().copied()) {
            let state = *self;
            set_timeout(move || state.woke(list, timer.wake), timer.after);
        }
    }
}

fn find(watched: &[(Row, Trigger)], row: Row) -> Result<usize, usize> {
    watched.binary_search_by_key(&row, |(known, _)| *known)
}

fn of_kind(kind: ItemKind, items: &[(ItemKind, Item)]) -> Vec<Item> {
    let items = items.iter().filter(|(of, _)| *of == kind);
    items.map(|(_, item)| item.clone()).collect()
}

fn seeds() -> Seeds {
    Seeds {
        writer: browser::random::number(),
        ids: browser::random::number(),
    }
}

/// Joins records with what this tab knows of items beyond them.
fn add_unsaved(state: &AppState, records: &mut Vec<Record>) {
    let now = state.now();
    for list in state.lists() {
        list.with_untracked(|items| items.add_unsaved_to(records, now));
    }
}

/// Reads these lists, and starts to listen.
pub(super) fn start(state: AppState, lists: &[ItemList]) {
    state.change(|inner| {
        inner.items.lists = lists.to_vec();
        inner.items.save = Some(AppState::save_items);
        inner.items.add_unsaved = Some(add_unsaved);
        let journal = Box::new(AppJournal(state));
        inner
            .records
            .set_journal(journal, browser::random::number());
    });
    state.restart_items();
    spawn_local(async move {
        state.recover().await;
        state
            .items
            .lasts
            .set(browser::storage::is_persisted().await);
    });
    window_event_listener(ev::pagehide, move |_| state.save_items());
    window_event_listener(ev::visibilitychange, move |_| {
        if browser::page::is_visible() {
            // A hidden page may have missed events.
            state.load_items(true);
        } else {
            state.save_items();
        }
    });
    // Safari tells a page that comes back from its history only this way.
    window_event_listener(ev::pageshow, move |_| state.load_items(true));
    window_event_listener(ev::storage, move |event| match event.key() {
        Some(key) => {
            for list in state.lists() {
                let changed = |items: &mut ItemStore, records: &mut RecordStore| {
                    items.record_changed(&key, records)
                };
                state.update_or_notice(list, changed);
            }
        }
        // Everything was cleared at once.
        None => state.load_items(false),
    });
}
