//! The reading position and the marks: loaded, changed, saved.

use super::{AppState, Cleared, RecordError};
use crate::browser;
use bearings_domain::backup::Record;
use bearings_domain::ids::PageId;
use bearings_domain::position::Position;
use bearings_domain::progress::Progress;
use bearings_domain::store::Kind;
use bearings_domain::text::Text;
use bearings_records::{RecordStore, include};
use leptos::prelude::*;

impl AppState {
    /// Reads the kept records for the first time.
    pub(super) fn load_at_start(&self) {
        self.change(|inner| inner.erased_mark = inner.records.erased_mark());
        self.load();
    }

    /// Reads the kept records and joins them with what this tab knows.
    pub(super) fn load(&self) {
        self.load_progress();
        self.load_position();
    }

    /// Joins these records with what this tab knows of the position and the marks.
    pub(super) fn add_reading_to(&self, records: &mut Vec<Record>) {
        let now = self.now();
        if let Some(position) = self.position.get_untracked() {
            include(records, &position, now);
        }
        let progress = self.progress.get_untracked();
        if progress != Progress::default() {
            include(records, &progress, now);
        }
    }

    /// Whether something was erased on purpose since this page first looked.
    fn was_erased(&self) -> bool {
        let marks = self.change(|inner| (inner.records.erased_mark(), inner.erased_mark.clone()));
        marks.is_some_and(|(mark, known)| mark.is_some() && mark != known)
    }

    /// Joins the marks with those that are stored. If they were erased while this page got no events,
    /// they must not come back with the next mark. If the browser evicted them, no erasing mark was
    /// left: this page may hold the last copy, and the next mark writes it again.
    fn load_progress(&self) {
        let loaded = self.with_records(RecordStore::load::<Progress>);
        let Some(loaded) = self.ok_or_notice(loaded) else {
            return;
        };
        let is_kept = loaded.is_some();
        let was_kept = self.change(|inner| std::mem::replace(&mut inner.are_marks_stored, is_kept));
        if let Some(kept) = loaded {
            let mut joined = self
                .progress
                .with_untracked(|progress| progress.merge(&kept));
            self.with_catalog(|catalog| joined.follow(catalog));
            self.progress.set(joined);
        } else if was_kept == Some(true) && self.was_erased() {
            self.progress.set(Progress::default());
            self.cleared.set(None);
        }
    }

    fn load_position(&self) {
        let loaded = self.with_records(RecordStore::load::<Position>);
        if let Some(kept) = self.ok_or_notice(loaded) {
            let is_kept = kept.is_some();
            let was_kept =
                self.change(|inner| std::mem::replace(&mut inner.is_position_stored, is_kept));
            // A position that could not be written is known to this page alone, and so is one that the
            // browser has lost. With marks and without a position somebody has started again.
            let is_gone =
                || self.inner.with_value(|inner| inner.are_marks_stored) || self.was_erased();
            if is_kept || (was_kept == Some(true) && is_gone()) {
                self.position.set(kept);
            }
        }
        self.show_returning();
    }

    /// Another tab changed the record under `key`; without one it cleared everything.
    pub(super) fn record_changed(&self, key: Option<String>) {
        let Some(key) = key else {
            return self.load();
        };
        let (position, progress) = self.inner.with_value(|inner| {
            let records = &inner.records;
            (records.key(Kind::Position), records.key(Kind::Progress))
        });
        if key == position {
            self.load_position();
        } else if key == progress {
            self.load_progress();
        }
    }

    /// Remembers the position and says where, once it is certain that it is kept.
    pub(super) fn save_position(&self, position: Position) {
        self.position.set(Some(position.clone()));
        self.show_returning();
        let name = format!("{}#{}", position.page, position.block);
        let saved =
            self.with_records(|records| records.save(|_| position).map(|_| records.is_lasting()));
        if let Some(is_lasting) = self.ok_or_notice(saved) {
            self.change(|inner| inner.is_position_stored = true);
            self.storage_works_again();
            if is_lasting {
                browser::page::mark_position_saved(&name);
            }
        }
    }

    /// Changes the marks and keeps them, joined with what other tabs have kept meanwhile.
    pub(super) fn change_progress(&self, change: impl FnOnce(&mut Progress)) {
        self.load_progress();
        let mut changed = self.progress.get_untracked();
        change(&mut changed);
        self.progress.set(changed.clone());
        let saved = self.with_records(|records| {
            records.save(|stored| match stored {
                Some(stored) => changed.merge(&stored),
                None => changed,
            })
        });
        if let Some(joined) = self.ok_or_notice(saved) {
            self.change(|inner| inner.are_marks_stored = true);
            self.storage_works_again();
            self.progress.set(joined);
        }
    }

    /// "Mark as unread", or back again.
    pub fn toggle_read(&self, page: &PageId) {
        let now = self.now();
        self.change_progress(|progress| {
            if progress.is_read(page) {
                progress.mark_unread(page, now);
            } else {
                progress.mark_read(page, now);
            }
        });
    }

    /// Clears the marks and the position, at once; [`AppState::undo`] brings them back.
    pub fn start_again(&self) {
        let now = self.now();
        let position = self.position.get_untracked();
        let mut before = Progress::default();
        self.change_progress(|progress| before = progress.clear(now));
        self.position.set(None);
        let removed = self.with_records(RecordStore::remove::<Position>);
        if self.ok_or_notice(removed).is_some() {
            self.change(|inner| inner.is_position_stored = false);
        }
        self.show_returning();
        self.cleared.set(Some(Cleared {
            progress: before,
            position,
        }));
    }

    /// Brings back what "start again" cleared.
    pub fn undo(&self) {
        let Some(Cleared { progress, position }) = self.cleared.get_untracked() else {
            return;
        };
        self.cleared.set(None);
        let now = self.now();
        self.change_progress(|current| current.restore(&progress, now));
        if let Some(position) = position {
            self.save_position(Position {
                at: now,
                ..position
            });
        }
        self.announcement.set(self.text(Text::Undone, &[]));
    }

    /// Copies the address of the position on the screen, or shows it when copying is not allowed.
    pub fn copy_link(&self) {
        let state = *self;
        let block = browser::position::at_top().map(|(block, _)| block);
        let address = browser::location::with_block(block.as_ref());
        leptos::task::spawn_local(async move {
            let copied = browser::page::copy(&address).await;
            state.copied.set(if copied {
                state.text(Text::CopyLinkDone, &[])
            } else {
                format!("{} {address}", state.text(Text::CopyLinkFallback, &[]))
            });
        });
    }

    pub(super) fn with_records<T>(
        &self,
        work: impl FnOnce(&mut RecordStore) -> Result<T, RecordError>,
    ) -> Result<T, RecordError> {
        self.change(|inner| work(&mut inner.records))
            .unwrap_or(Err(RecordError::Blocked))
    }

    /// Tells the person what went wrong, if anything did, and passes on what went right.
    pub(super) fn ok_or_notice<T>(&self, result: Result<T, RecordError>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(notice) => {
                self.show_notice(notice);
                None
            }
        }
    }

    /// Shows a notice, once: a person who has put it away is not told again of the same thing.
    pub(super) fn show_notice(&self, notice: RecordError) {
        let before = self.change(|inner| inner.last_notice.replace(notice));
        if before.flatten() != Some(notice) {
            self.notice.set(Some(notice));
        }
    }

    /// A write succeeded: the next failure is shown again. A newer record stays as it is, so its
    /// notice is not repeated.
    fn storage_works_again(&self) {
        self.change(|inner| {
            if matches!(
                inner.last_notice,
                Some(RecordError::Full | RecordError::Damaged)
            ) {
                inner.last_notice = None;
            }
        });
    }

    /// Keeps room for the resume card exactly while there is something to go on with.
    fn show_returning(&self) {
        let there = self.with_catalog(|catalog| {
            let position = self.position.get_untracked();
            position.is_some_and(|position| catalog.current_position(&position).is_some())
        });
        browser::page::mark_returning(there);
    }
}
