//! When records go into the journal, and when they come out of it: see [`journal`].

use super::NOTE;
use crate::browser::journal;
use crate::state::notebook::Notebook;
use crate::state::{AppState, Inner, keeper};
use bearings_domain::items::Item;
use bearings_domain::store::{self, Slot};
use bearings_domain::time::Millis;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Chromium and Firefox have brought local storage to disk by then.
const WITHOUT_JOURNAL: Duration = Duration::from_secs(6);
/// Local storage is on disk by then for certain, so the journal can let go.
const ON_DISK: Duration = Duration::from_secs(20);

impl AppState {
    /// Puts records into the journal; what was written up to this round is then certain. Where there
    /// is no database it is when local storage had the time to reach the disk.
    pub(super) fn journal(&self, round: u32, records: Vec<(String, String)>) {
        let state = *self;
        self.remember_journal(records.iter().map(|(name, _)| name.clone()).collect());
        spawn_local(async move {
            let is_on_disk = journal::write(records).await.is_some();
            let wait = if is_on_disk {
                Duration::ZERO
            } else {
                WITHOUT_JOURNAL
            };
            set_timeout(
                move || state.notes.update(|notes| notes.be_certain(round)),
                wait,
            );
        });
    }

    /// These are in the journal; they are taken out when nothing has been added for a while.
    fn remember_journal(&self, names: Vec<String>) {
        let state = *self;
        let count = |inner: &Inner| inner.pending.journaled.len();
        let before = self.change(|inner| {
            inner.pending.journaled.extend(names);
            count(inner)
        });
        set_timeout(
            move || {
                let names = state.change(|inner| {
                    let is_last = Some(count(inner)) == before;
                    is_last.then(|| std::mem::take(&mut inner.pending.journaled))
                });
                // What could not be kept elsewhere stays where it is.
                let is_kept = !state.notes.with_untracked(Notebook::has_changes);
                if let (true, Some(Some(names))) = (is_kept, names) {
                    spawn_local(journal::forget(names));
                }
            },
            ON_DISK,
        );
    }

    /// Empties the journal. Whoever clears what is kept on this device must call this too, or
    /// what was written last would come back.
    pub fn clear_journal(&self) {
        self.change(|inner| inner.pending.journaled.clear());
        spawn_local(async { _ = journal::clear().await });
    }
}

/// Joins what the journal holds: words that a killed browser had not brought to disk.
pub(super) async fn recover(state: AppState) {
    let is_lasting = state.notes.with_untracked(|notes| notes.lasting);
    let records = journal::read().await;
    if records.is_empty() || !is_lasting {
        return;
    }
    let (mut names, mut items) = (Vec::new(), Vec::new());
    for (name, text) in records {
        if let Some(Slot::Item(NOTE, id)) = Slot::parse(&name)
            && let Ok(read) = keeper::decode(NOTE, &id, &text)
        {
            items.push(read.into_value());
            names.push(name);
        }
    }
    state.notes.update(|notes| notes.hear(items));
    state.flush_notes();
    state.remember_journal(names);
}

/// The name and the text of the record of a note.
pub(super) fn record(item: &Item, now: Millis) -> (String, String) {
    let name = Slot::Item(NOTE, item.id().clone()).name();
    (name, store::encode_item(NOTE, item, now))
}
