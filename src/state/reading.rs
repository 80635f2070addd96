//! The reading position and the marks, as views follow them. The rules are in
//! `bearings_records::ReadingStore`: signals are copies of what it knows.

use super::{AppState, Inner};
use crate::browser;
use bearings_domain::backup::Record;
use bearings_domain::ids::PageId;
use bearings_domain::position::Position;
use bearings_domain::progress::Progress;
use bearings_domain::text::Text;
use bearings_records::{ReadingContext, ReadingStore};
use leptos::prelude::*;

/// What is known of a person's reading.
#[derive(Clone, Copy, Default)]
pub struct ReadingState {
    /// Where the person is reading, or was.
    pub position: RwSignal<Option<Position>>,
    /// Which pages are marked as read, and the person's pace.
    pub progress: RwSignal<Progress>,
    /// Whether "start again" has taken something away that can be brought back.
    pub can_undo: RwSignal<bool>,
    /// What became of "copy a link".
    pub copied: RwSignal<String>,
}

impl ReadingState {
    /// Whether there is anything that "start again" would clear.
    pub fn has_any(&self) -> bool {
        self.progress.with(Progress::any_read) || self.position.with(Option::is_some)
    }
}

impl AppState {
    /// Reads the kept records for the first time.
    pub(super) fn load_at_start(&self) {
        self.with_reading(ReadingStore::start);
    }

    /// Reads the kept records and joins them with what this tab knows.
    pub(super) fn load(&self) {
        self.with_reading(ReadingStore::load);
    }

    /// The list of pages has come: views say what they know from it, though nothing else is new.
    #[cfg(feature = "csr")]
    pub(super) fn pages_came(&self) {
        self.load();
        self.reading.position.notify();
        self.reading.progress.notify();
    }

    /// Another tab changed the record under `key`; without one it cleared everything.
    pub(super) fn record_changed(&self, key: Option<&str>) {
        self.with_reading(|reading, context| reading.record_changed(key, context));
    }

    /// Joins these records with what this tab knows of the position and the marks.
    pub(super) fn add_reading_to(&self, records: &mut Vec<Record>) {
        let now = self.now();
        self.inner
            .with_value(|inner| inner.reading.add_unsaved_to(records, now));
    }

    /// Remembers the position.
    pub(super) fn save_position(&self, position: Position) {
        self.with_reading(|reading, context| reading.save_position(position, context));
    }

    /// Changes the marks and keeps them.
    pub(super) fn change_progress(&self, change: impl FnOnce(&mut Progress)) {
        self.with_reading(|reading, context| reading.change_progress(change, context));
    }

    /// "Mark as unread", or back again.
    pub fn toggle_read(&self, page: &PageId) {
        self.with_reading(|reading, context| reading.toggle_read(page, context));
    }

    /// Clears the marks and the position, at once; [`AppState::undo`] brings them back.
    pub fn start_again(&self) {
        self.with_reading(ReadingStore::clear);
    }

    /// Brings back what "start again" cleared.
    pub fn undo(&self) {
        let mut is_restored = false;
        self.with_reading(|reading, context| is_restored = reading.restore(context));
        if is_restored {
            self.announcement.set(self.text(Text::Undone, &[]));
        }
    }

    /// The person has gone on: what was cleared stays cleared, and what was said has been said.
    pub(super) fn forget_said(&self) {
        self.reading.copied.set(String::new());
        self.with_reading(|reading, _| reading.forget_cleared());
    }

    /// Copies the address of the page, or shows it when copying is not allowed. Not that of the line
    /// on the screen: whoever is sent a page begins at its beginning.
    pub fn copy_link(&self) {
        let state = *self;
        let address = browser::location::of_page();
        leptos::task::spawn_local(async move {
            let copied = browser::page::copy(&address).await;
            state.reading.copied.set(if copied {
                state.text(Text::CopyLinkDone, &[])
            } else {
                format!("{} {address}", state.text(Text::CopyLinkFallback, &[]))
            });
        });
    }

    /// Changes what is known of the reading, and tells those who follow it.
    fn with_reading(&self, act: impl FnOnce(&mut ReadingStore, &mut ReadingContext<'_>)) {
        self.change(|inner| {
            let Inner {
                reading,
                records,
                catalog,
                notices,
                ..
            } = inner;
            let mut context = ReadingContext {
                records,
                catalog,
                notices,
            };
            act(reading, &mut context);
        });
        self.publish_reading();
    }

    fn publish_reading(&self) {
        let copy = self.change(|inner| {
            let Inner {
                reading, catalog, ..
            } = inner;
            // Room for the resume card exactly while there is something to go on with. Until the
            // pages are known, `first.js` has the word.
            if catalog.knows_pages() {
                browser::page::mark_returning(reading.can_go_on(catalog));
            }
            if let Some(name) = reading.take_saved_position() {
                browser::page::mark_position_saved(&name);
            }
            let position = reading.position().cloned();
            (position, reading.progress().clone(), reading.can_restore())
        });
        if let Some((position, progress, can_undo)) = copy {
            publish(self.reading.position, position);
            publish(self.reading.progress, progress);
            publish(self.reading.can_undo, can_undo);
        }
        self.publish_notice();
    }
}

/// Tells those who follow a signal of what is new to them, and of nothing else.
pub(super) fn publish<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|known| *known != value) {
        signal.set(value);
    }
}
