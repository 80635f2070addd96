//! What a person writes in notes: read at the start, changed and written only here.
//!
//! Memory first; written at a [`Pace`] that writing itself allows, and at once when the page hides
//! or is left. "Saved" is said when the record was read back and, where the browser has a
//! database, is in the [`journal`](crate::browser::journal) too.
//!
//! A view watches its own row ([`AppState::watch_note`]): a key in one note costs nothing in the
//! others. Who watches [`AppState::notes`] hears when rows come and go.

mod journaling;
mod pace;

use super::notebook::{Missing, News, Notebook, RowKey};
use super::{AppState, Notice};
use crate::browser;
use bearings_domain::items::Item;
use bearings_domain::store::{ItemKind, Slot, Stored};
use bearings_domain::time::Millis;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use pace::Pace;
use std::time::Duration;

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
    pace: Pace,
    is_retrying: bool,
    /// The records in the journal, each with its name.
    journaled: Vec<(String, String)>,
    /// How often records were put there, so that a timer knows whether it is the last.
    journals: u32,
    /// Tells the records that this tab put there from those of others.
    tab: u64,
    /// What erasing had left behind when this page last read everything.
    erased: Option<String>,
    /// The rows that are watched, in the order of their keys.
    watched: Vec<(RowKey, Trigger)>,
}

impl AppState {
    /// A row for a new note, with the cursor for it.
    pub fn new_note(&self) -> RowKey {
        let now = browser::clock::now();
        let is_first = self.notes.with_untracked(|notes| notes.rows().is_empty());
        if is_first {
            self.ask_to_persist();
        }
        // What is said of it may be word for word what was said of the one before.
        self.announcement.set(String::new());
        self.tend(|notes| notes.add_row(now)).unwrap_or_default()
    }

    /// Somebody is in this row.
    pub fn open_note(&self, key: RowKey) {
        self.notes.update_untracked(|notes| notes.open(key));
    }

    /// Watches one row. Whoever asks for it in a view hears no more once the view is gone.
    pub fn watch_note(&self, key: RowKey) -> Trigger {
        let (state, trigger) = (*self, Trigger::new());
        let find = move |watched: &[(RowKey, Trigger)]| {
            watched.binary_search_by_key(&key, |(known, _)| *known)
        };
        self.change(|inner| {
            let watched = &mut inner.pending.watched;
            match find(watched) {
                Ok(at) => watched[at].1 = trigger,
                Err(at) => watched.insert(at, (key, trigger)),
            }
        });
        on_cleanup(move || {
            state.change(|inner| {
                let watched = &mut inner.pending.watched;
                if let Ok(at) = find(watched) {
                    watched.remove(at);
                }
            });
        });
        trigger
    }

    /// Changes the notes, and tells those who watch what has changed, and nobody else.
    fn tend<T>(&self, work: impl FnOnce(&mut Notebook) -> T) -> Option<T> {
        let mut done = None;
        let mut news = News::default();
        self.notes.update_untracked(|notes| {
            done = Some(work(notes));
            news = notes.take_news();
        });
        self.publish(&news);
        done
    }

    fn publish(&self, news: &News) {
        let triggers = self.inner.with_value(|inner| {
            let watched = &inner.pending.watched;
            let find = |key| watched.binary_search_by_key(key, |(known, _)| *known);
            let found = news.rows.iter().filter_map(|key| find(key).ok());
            found.map(|at| watched[at].1).collect::<Vec<_>>()
        });
        for trigger in triggers {
            trigger.notify();
        }
        if news.is_list {
            self.notes.notify();
        }
    }

    /// Takes in what was typed into a row.
    pub fn type_note(&self, key: RowKey, text: &str) {
        let now = browser::clock::now();
        self.tend(|notes| notes.write(key, text, now));
        let state = *self;
        let due = self.change(|inner| {
            let pending = &mut inner.pending;
            pending.since.get_or_insert(now);
            pending.keys += 1;
            (pending.keys, pending.pace.rest())
        });
        if let Some((keys, rest)) = due {
            set_timeout(move || state.rested(keys), rest);
        }
    }

    /// Deletes the note of a row; the row stays, with the way back.
    pub fn delete_note(&self, key: RowKey) {
        let now = browser::clock::now();
        self.tend(|notes| notes.delete(key, now));
        self.flush_notes();
    }

    /// Brings back a note that was just deleted.
    pub fn bring_back_note(&self, key: RowKey) {
        let now = browser::clock::now();
        self.tend(|notes| notes.bring_back(key, now));
        self.flush_notes();
    }

    /// Writes what has changed, now.
    pub fn flush_notes(&self) {
        self.change(|inner| inner.pending.since = None);
        if !self.notes.with_untracked(Notebook::has_changes) {
            self.set_unsaved(None);
            self.tend(Notebook::rest);
            return;
        }
        let now = browser::clock::now();
        let tab = self.inner.with_value(|inner| inner.pending.tab);
        let mut records = Vec::new();
        let (mut round, mut is_lasting, mut unsaved) = (0, true, None);
        self.tend(|notes| {
            round = notes.begin();
            for item in notes.changed() {
                records.push(journaling::record(&item, tab, now));
                match self.keep(|keeper| keeper.save_item(NOTE, &item, now)) {
                    Ok(kept) => notes.written(kept),
                    Err(why) => notes.refuse(why),
                }
            }
            unsaved = notes.unsaved();
            is_lasting = notes.lasting;
            browser::page::ask_before_leaving(notes.ends_with_page());
        });
        // Where nothing may outlive the page, nothing does.
        if is_lasting {
            self.journal(round, records);
        }
        if unsaved.is_some() {
            self.try_again();
        }
        self.set_unsaved(unsaved);
        let took = browser::clock::now().0.saturating_sub(now.0);
        self.change(|inner| inner.pending.pace = Pace::after(took));
    }

    fn set_unsaved(&self, unsaved: Option<Notice>) {
        if self.unsaved.get_untracked() != unsaved {
            self.unsaved.set(unsaved);
            // The notice has its room in the next step of the executor.
            set_timeout(browser::field::keep_in_sight, Duration::ZERO);
        }
    }

    fn rested(&self, keys: u32) {
        let (newest, since, due) = self.inner.with_value(|inner| {
            let pending = &inner.pending;
            (pending.keys, pending.since, pending.pace.due())
        });
        let now = browser::clock::now();
        if newest == keys {
            self.tend(Notebook::rest);
            self.flush_notes();
        } else if since.is_some_and(|since| now.0.saturating_sub(since.0) > due) {
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
        let read = self.keep(|keeper| {
            let found = keeper.load_items(NOTE, now)?;
            Ok((found, keeper.is_lasting(), keeper.erased()))
        });
        let (found, lasting, erased) = match read {
            Ok(read) => read,
            Err(why) => return self.tell(why),
        };
        let missing = match (self.is_erased(erased.as_deref()), has_slept) {
            (true, true) => Missing::ErasedUnheard,
            (true, false) => Missing::Erased,
            (false, _) => Missing::Lost,
        };
        self.change(|inner| inner.pending.erased = erased);
        self.tend(|notes| {
            notes.today = now;
            notes.lasting = lasting;
            notes.newer = found.newer;
            notes.aside = found.aside;
            notes.hear_all(found.items, found.there, missing);
        });
        // What is said of all notes together may have changed.
        self.notes.notify();
        self.flush_notes();
    }

    /// Whether something was erased on purpose since this page last read everything.
    fn is_erased(&self, mark: Option<&str>) -> bool {
        let known = |inner: &super::Inner| inner.pending.erased.as_deref() == mark;
        mark.is_some() && !self.inner.with_value(known)
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
        let read = self.keep(|keeper| Ok((keeper.load_item(NOTE, &id, now)?, keeper.erased())));
        // How many there are is counted anew: the same record may come again and again.
        let Ok((item, erased)) = read else {
            return self.load_notes();
        };
        let is_erased = self.is_erased(erased.as_deref());
        self.tend(|notes| {
            notes.today = now;
            match item {
                Some(item) => notes.hear_kept(vec![item]),
                None if is_erased => notes.forget(&id),
                None => notes.lose(&id),
            }
        });
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
    state.change(|inner| {
        inner.save = Some(AppState::flush_notes);
        inner.pending.tab = browser::random::number();
    });
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
