//! The reading position and the marks of one page, and how they are kept on the device.
//!
//! Several tabs share the records, and a tab that is out of sight hears nothing. So each change
//! begins with what is stored by then, and what has gone from storage was erased, started again or
//! evicted: the first two are followed, the last is made good with the next change.
//!
//! Nothing here waits. What went wrong comes into the [`Notices`].

use crate::{Notices, RecordStore, include};
use bearings_domain::backup::Record;
use bearings_domain::catalog::Catalog;
use bearings_domain::ids::PageId;
use bearings_domain::position::Position;
use bearings_domain::progress::Progress;
use bearings_domain::store::Kind;
use bearings_domain::time::Millis;

/// What the position and the marks are read from, written to and judged by.
pub struct ReadingContext<'a> {
    /// The records of this device.
    pub records: &'a mut RecordStore,
    /// The pages that there are.
    pub catalog: &'a Catalog,
    /// What the person is told when something goes wrong.
    pub notices: &'a mut Notices,
}

/// Where the person is reading, or was, and which pages are marked as read.
#[derive(Debug, Clone, Default)]
pub struct ReadingStore {
    position: Option<Position>,
    progress: Progress,
    /// What "start again" took away, for as long as it can be undone.
    cleared: Option<Cleared>,
    /// Whether the position that this page knows was ever read or written here, and the marks.
    is_position_stored: bool,
    are_marks_stored: bool,
    /// The mark of the last erasing that there was when this page first looked.
    erased_mark: Option<String>,
    /// The position that has been written and read back since this was asked last.
    saved_position: Option<String>,
}

#[derive(Debug, Clone)]
struct Cleared {
    progress: Progress,
    position: Option<Position>,
}

impl ReadingStore {
    /// Where the person is reading, or was.
    pub fn position(&self) -> Option<&Position> {
        self.position.as_ref()
    }

    /// Which pages are marked as read, and the person's pace.
    pub fn progress(&self) -> &Progress {
        &self.progress
    }

    /// Whether [`ReadingStore::restore`] would bring something back.
    pub fn can_restore(&self) -> bool {
        self.cleared.is_some()
    }

    /// Whether there is a page to go on with: one that has left the guide is none.
    pub fn can_go_on(&self, catalog: &Catalog) -> bool {
        let position = self.position.as_ref();
        position.is_some_and(|position| catalog.current_position(position).is_some())
    }

    /// Where the position that was written last is, as `page#block`, once it is certain that it
    /// outlives the page. Says it once.
    pub fn take_saved_position(&mut self) -> Option<String> {
        self.saved_position.take()
    }

    /// Reads for the first time.
    pub fn start(&mut self, context: &mut ReadingContext<'_>) {
        self.erased_mark = context.records.erased_mark();
        self.load(context);
    }

    /// Reads what is stored and joins it with what this page knows.
    pub fn load(&mut self, context: &mut ReadingContext<'_>) {
        self.load_progress(context);
        self.load_position(context);
    }

    /// Another tab changed the record under `key`; without one it cleared everything.
    pub fn record_changed(&mut self, key: Option<&str>, context: &mut ReadingContext<'_>) {
        let Some(key) = key else {
            return self.load(context);
        };
        if key == context.records.key(Kind::Position) {
            self.load_position(context);
        } else if key == context.records.key(Kind::Progress) {
            self.load_progress(context);
        }
    }

    /// Remembers the position.
    pub fn save_position(&mut self, position: Position, context: &mut ReadingContext<'_>) {
        self.position = Some(position.clone());
        let name = [position.page.as_str(), "#", position.block.as_str()].concat();
        let saved = context.records.save(|_| position);
        if context.notices.take(saved).is_some() {
            self.is_position_stored = true;
            context.notices.written();
            if context.records.is_lasting() {
                self.saved_position = Some(name);
            }
        }
    }

    /// Changes the marks and keeps them, joined with what other tabs have kept meanwhile.
    pub fn change_progress(
        &mut self,
        change: impl FnOnce(&mut Progress),
        context: &mut ReadingContext<'_>,
    ) {
        self.load_progress(context);
        change(&mut self.progress);
        let changed = &self.progress;
        let saved = context.records.save(|stored| match stored {
            Some(stored) => changed.merge(&stored),
            None => changed.clone(),
        });
        if let Some(joined) = context.notices.take(saved) {
            self.are_marks_stored = true;
            context.notices.written();
            self.progress = joined;
        }
    }

    /// "Mark as unread", or back again.
    pub fn toggle_read(&mut self, page: &PageId, context: &mut ReadingContext<'_>) {
        let now = context.records.now();
        self.change_progress(
            |progress| {
                if progress.is_read(page) {
                    progress.mark_unread(page, now);
                } else {
                    progress.mark_read(page, now);
                }
            },
            context,
        );
    }

    /// Clears the marks and the position, at once; [`ReadingStore::restore`] brings them back.
    pub fn clear(&mut self, context: &mut ReadingContext<'_>) {
        let now = context.records.now();
        let position = self.position.take();
        let mut progress = Progress::default();
        self.change_progress(|current| progress = current.clear(now), context);
        let removed = context.records.remove::<Position>();
        if context.notices.take(removed).is_some() {
            self.is_position_stored = false;
        }
        self.cleared = Some(Cleared { progress, position });
    }

    /// Brings back what [`ReadingStore::clear`] took away. Returns whether there was something.
    pub fn restore(&mut self, context: &mut ReadingContext<'_>) -> bool {
        let Some(Cleared { progress, position }) = self.cleared.take() else {
            return false;
        };
        let now = context.records.now();
        self.change_progress(|current| current.restore(&progress, now), context);
        if let Some(position) = position {
            let position = Position {
                at: now,
                ..position
            };
            self.save_position(position, context);
        }
        true
    }

    /// What was cleared stays cleared.
    pub fn forget_cleared(&mut self) {
        self.cleared = None;
    }

    /// Joins records with what this page knows, which may be more than what could be saved. `now`
    /// is noted on their envelopes.
    pub fn add_unsaved_to(&self, records: &mut Vec<Record>, now: Millis) {
        if let Some(position) = &self.position {
            include(records, position, now);
        }
        if self.progress != Progress::default() {
            include(records, &self.progress, now);
        }
    }

    /// Joins the marks with those that are stored. If they were erased while this page got no events,
    /// they must not come back with the next mark. If the browser evicted them, no erasing mark was
    /// left: this page may hold the last copy, and the next mark writes it again.
    fn load_progress(&mut self, context: &mut ReadingContext<'_>) {
        let loaded = context.records.load::<Progress>();
        let Some(loaded) = context.notices.take(loaded) else {
            return;
        };
        let were_stored = std::mem::replace(&mut self.are_marks_stored, loaded.is_some());
        if let Some(stored) = loaded {
            self.progress = self.progress.merge(&stored);
            self.progress.follow(context.catalog);
        } else if were_stored && self.was_erased(context.records) {
            self.progress = Progress::default();
            self.cleared = None;
        }
    }

    fn load_position(&mut self, context: &mut ReadingContext<'_>) {
        let loaded = context.records.load::<Position>();
        let Some(loaded) = context.notices.take(loaded) else {
            return;
        };
        let was_stored = std::mem::replace(&mut self.is_position_stored, loaded.is_some());
        // A position that could not be written is known to this page alone, and so is one that the
        // browser has lost. With marks and without a position somebody has started again.
        let is_gone = || self.are_marks_stored || self.was_erased(context.records);
        if loaded.is_some() || (was_stored && is_gone()) {
            self.position = loaded;
        }
    }

    /// Whether something was erased on purpose since this page first looked.
    fn was_erased(&self, records: &RecordStore) -> bool {
        let mark = records.erased_mark();
        mark.is_some() && mark != self.erased_mark
    }
}

#[cfg(test)]
mod tests;
