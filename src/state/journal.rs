//! The journal of the records is the browser's database; it answers when it can.

use super::AppState;
use crate::browser::journal;
use bearings_domain::backup::Record;
use bearings_records::{Journal, Round};
use leptos::task::spawn_local;

/// Asks the browser's database, and passes its answers on to the items.
pub(super) struct AppJournal(pub AppState);

impl Journal for AppJournal {
    fn put(&mut self, round: Round, entries: Vec<Record>) {
        let state = self.0;
        spawn_local(async move {
            let is_stored = journal::write(entries).await.is_some();
            state.journal_answered(round, is_stored);
        });
    }

    fn remove(&mut self, entries: Vec<Record>) {
        spawn_local(journal::forget(entries));
    }

    fn clear(&mut self) {
        spawn_local(async { _ = journal::clear().await });
    }
}
