//! What a person writes in notes: read at the start, changed and written only here.
//!
//! Memory first; written [`REST`] after the last key, at the latest [`DUE`] after the first, and
//! at once when the page hides or is left. "Saved" is said when the record was read back and,
//! where the browser has a database, is in the [`journal`](crate::browser::journal) too.

mod journaling;

use super::AppState;
use super::notebook::{Notebook, RowKey};
use crate::browser;
use bearings_domain::items::Item;
use bearings_domain::store::{ItemKind, Slot, Stored};
use bearings_domain::time::Millis;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// A pause in typing.
const REST: Duration = Duration::from_millis(300);
/// Somebody who never pauses loses at most this, in milliseconds, and one [`REST`]: 400.
const DUE: u64 = 100;
/// After a refusal: there may be room by then.
const RETRY: Duration = Duration::from_secs(4);

const NOTE: ItemKind = ItemKind::Note;

/// When and what to write; no view watches it.
#[derive(Debug, Default)]
pub(super) struct Pending {
    /// Counts the keys, so that a timer knows whether it is the last.
    keys: u32,
    /// When the first word was typed that is not written yet.
    since: Option<Millis>,
    is_retrying: bool,
    /// Names of the records in the journal.
    journaled: Vec<String>,
}

impl AppState {
    /// A row for a new note, with the cursor for it.
    pub fn new_note(&self) -> RowKey {
        let now = browser::clock::now();
        let is_first = self.notes.with_untracked(|notes| notes.rows().is_empty());
        if is_first {
            self.ask_to_persist();
        }
        let mut key = 0;
        self.notes.update(|notes| key = notes.add_row(now));
        key
    }

    /// Somebody is in this row.
    pub fn open_note(&self, key: RowKey) {
        self.notes.update_untracked(|notes| notes.open(key));
    }

    /// Takes in what was typed into a row. Views hear of it when there is something to see.
    pub fn type_note(&self, key: RowKey, text: &str) {
        let now = browser::clock::now();
        let mut has_news = false;
        self.notes.update_untracked(|notes| {
            let before = notes.standing(key);
            notes.write(key, text, now);
            has_news = notes.standing(key) != before;
        });
        if has_news {
            self.notes.notify();
        }
        let state = *self;
        let keys = self.change(|inner| {
            let pending = &mut inner.pending;
            pending.since.get_or_insert(now);
            pending.keys += 1;
            pending.keys
        });
        set_timeout(move || state.rested(keys), REST);
    }

    /// Deletes the note of a row; the row stays, with the way back.
    pub fn delete_note(&self, key: RowKey) {
        let now = browser::clock::now();
        self.notes.update(|notes| notes.delete(key, now));
        self.flush_notes();
    }

    /// Brings back a note that was just deleted.
    pub fn bring_back_note(&self, key: RowKey) {
        let now = browser::clock::now();
        self.notes.update(|notes| notes.bring_back(key, now));
        self.flush_notes();
    }

    /// Writes what has changed, now.
    pub fn flush_notes(&self) {
        self.change(|inner| inner.pending.since = None);
        if !self.notes.with_untracked(Notebook::has_changes) {
            self.unsaved.set(None);
            return self.notes.update(Notebook::rest);
        }
        let now = browser::clock::now();
        let mut records = Vec::new();
        let mut notes = self.notes.write();
        let round = notes.begin();
        for item in notes.changed() {
            records.push(journaling::record(&item, now));
            match self.keep(|keeper| keeper.save_item(NOTE, &item, now)) {
                Ok(kept) => notes.written(kept),
                Err(why) => notes.refuse(why),
            }
        }
        let unsaved = notes.unsaved();
        browser::page::ask_before_leaving(notes.ends_with_page());
        let is_lasting = notes.lasting;
        drop(notes);
        // Where nothing may outlive the page, nothing does.
        if is_lasting {
            self.journal(round, records);
        }
        if unsaved.is_some() {
            self.try_again();
        }
        if self.unsaved.get_untracked() != unsaved {
            self.unsaved.set(unsaved);
            // The notice has its room in the next step of the executor.
            set_timeout(browser::field::keep_in_sight, Duration::ZERO);
        }
    }

    fn rested(&self, keys: Option<u32>) {
        let (newest, since) = self
            .inner
            .with_value(|inner| (inner.pending.keys, inner.pending.since));
        let now = browser::clock::now();
        if Some(newest) == keys {
            self.notes.update_untracked(Notebook::rest);
            self.flush_notes();
        } else if since.is_some_and(|since| now.0.saturating_sub(since.0) > DUE) {
            self.flush_notes();
        }
    }

    fn try_again(&self) {
        let state = *self;
        let was = self.change(|inner| std::mem::replace(&mut inner.pending.is_retrying, true));
        if was == Some(false) {
            set_timeout(
                move || {
                    state.change(|inner| inner.pending.is_retrying = false);
                    state.flush_notes();
                },
                RETRY,
            );
        }
    }

    /// Reads every note, joins it with what this tab knows, and forgets what is kept no more.
    pub(super) fn load_notes(&self) {
        self.read_notes(false);
    }

    fn read_notes(&self, has_slept: bool) {
        let now = browser::clock::now();
        let (found, lasting) =
            match self.keep(|keeper| Ok((keeper.load_items(NOTE, now)?, keeper.is_lasting()))) {
                Ok(found) => found,
                Err(why) => return self.tell(why),
            };
        self.notes.update(|notes| {
            notes.lasting = lasting;
            notes.newer = found.newer;
            notes.aside = found.aside;
            notes.hear_all(found.items, &found.there, has_slept);
        });
        self.flush_notes();
    }

    /// Another tab wrote or removed the record under `key`.
    fn note_changed_elsewhere(&self, key: &str) {
        let id = self
            .inner
            .with_value(|inner| inner.keeper.item_of(NOTE, key));
        let Some(id) = id else {
            return;
        };
        let now = browser::clock::now();
        match self.keep(|keeper| keeper.load_item(NOTE, &id, now)) {
            Ok(Some(item)) => self.notes.update(|notes| notes.hear_kept(vec![item])),
            Ok(None) => self.notes.update(|notes| notes.forget(&id)),
            // How many there are is counted anew: the same record may come again and again.
            Err(_) => return self.load_notes(),
        }
        // The other tab may have written before it had heard of words from here.
        self.flush_notes();
    }

    /// Forgets what this tab knows of notes: after records were erased, or put back to what they
    /// once were. What is kept is then read anew.
    pub fn forget_notes(&self) {
        self.clear_journal();
        let notes = Notebook::new(browser::random::number(), browser::random::number());
        self.notes.set(notes);
        self.load_notes();
    }

    /// What this tab knows of notes, which may be more than what could be written.
    pub fn notes_in_memory(&self) -> Vec<(Slot, Stored)> {
        let known = |item: &Item| {
            let slot = Slot::Item(NOTE, item.id().clone());
            (slot, Stored::Item(NOTE, item.clone()))
        };
        self.notes.with_untracked(|notes| {
            let there = notes.all().filter(|item| !item.is_deleted());
            there.map(known).collect()
        })
    }

    /// Asks the browser not to throw away what is kept. Some ask the person: so only once there is
    /// something to keep, and after a tap, never while somebody types.
    pub(super) fn ask_to_persist(&self) {
        let state = *self;
        spawn_local(async move { state.lasts.set(browser::storage::ask_to_persist().await) });
    }
}

/// Reads what is kept, and starts to listen.
pub(super) fn start(state: AppState) {
    let seed = browser::random::number();
    let notes = Notebook::new(browser::random::number(), seed);
    state.notes.set(notes);
    state.change(|inner| inner.save = Some(AppState::flush_notes));
    state.load_notes();
    spawn_local(async move {
        journaling::recover(state).await;
        state.lasts.set(browser::storage::is_persisted().await);
    });
    window_event_listener(ev::pagehide, move |_| state.flush_notes());
    window_event_listener(ev::visibilitychange, move |_| {
        if browser::page::is_visible() {
            // A page that slept has heard nothing.
            state.read_notes(true);
        } else {
            state.flush_notes();
        }
    });
    // Safari tells a page that comes back from its history only this way.
    window_event_listener(ev::pageshow, move |_| state.read_notes(true));
    window_event_listener(ev::storage, move |event| match event.key() {
        Some(key) => state.note_changed_elsewhere(&key),
        // Everything was cleared at once.
        None => state.load_notes(),
    });
}
