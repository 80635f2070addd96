//! Notes: the first kind of items.

use super::{AppState, items};
use bearings_records::{ItemStore, RowKey};
use leptos::prelude::*;

impl AppState {
    /// A row for a new note, with the cursor for it.
    pub fn new_note(&self) -> RowKey {
        let has_rows = |notes: &ItemStore| !notes.rows().is_empty();
        if !self.items.notes.with_untracked(has_rows) {
            self.ask_to_persist();
        }
        // What is said of it may be word for word what was said of the one before.
        self.announcement.set(String::new());
        self.add_item(self.items.notes)
    }
}

/// Reads what is kept, and starts to listen.
pub(super) fn start(state: AppState) {
    items::start(state, &[state.items.notes]);
}
