//! What a person does with her position and her marks.

use super::keeper::Format;
use super::{AppState, Cleared, Notice};
use crate::browser;
use bearings_domain::backup::Record;
use bearings_domain::ids::PageId;
use bearings_domain::position::Position;
use bearings_domain::progress::Progress;
use bearings_domain::store::{self, Kind};
use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use leptos::prelude::*;

const POSITION: Format<Position> = Format {
    kind: Kind::Position,
    decode: store::decode_position,
    encode: store::encode_position,
};

const PROGRESS: Format<Progress> = Format {
    kind: Kind::Progress,
    decode: store::decode_progress,
    encode: store::encode_progress,
};

impl AppState {
    /// Reads the kept records for the first time.
    pub(super) fn load_first(&self) {
        self.change(|inner| inner.erased = inner.keeper.erased());
        self.load();
    }

    /// Reads the kept records and joins them with what this tab knows.
    pub(super) fn load(&self) {
        self.load_progress();
        self.load_position();
    }

    /// Joins these records with what this tab knows of the position and the marks.
    pub(super) fn gather(&self, records: &mut Vec<Record>) {
        let now = browser::clock::now();
        if let Some(position) = self.position.get_untracked() {
            gather(records, &POSITION, &position, Position::newest, now);
        }
        let progress = self.progress.get_untracked();
        if progress != Progress::default() {
            gather(records, &PROGRESS, &progress, Progress::merge, now);
        }
    }

    /// Whether something was erased on purpose since this page first looked.
    fn was_erased(&self) -> bool {
        let marks = self.change(|inner| (inner.keeper.erased(), inner.erased.clone()));
        marks.is_some_and(|(mark, known)| mark.is_some() && mark != known)
    }

    /// Joins the marks with those that are kept. Erased while this page heard nothing, they must not
    /// come back with the next mark. A browser that has emptied its storage leaves no mark of an
    /// erasing: then this page may have the last copy, and the next mark writes it again.
    fn load_progress(&self) {
        let now = browser::clock::now();
        let loaded = self.keep(|keeper| keeper.load(&PROGRESS, now));
        let Some(loaded) = self.told(loaded) else {
            return;
        };
        let is_kept = loaded.is_some();
        let was_kept = self.change(|inner| std::mem::replace(&mut inner.are_marks_kept, is_kept));
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
        let now = browser::clock::now();
        let loaded = self.keep(|keeper| keeper.load(&POSITION, now));
        if let Some(kept) = self.told(loaded) {
            let is_kept = kept.is_some();
            let was_kept =
                self.change(|inner| std::mem::replace(&mut inner.is_position_stored, is_kept));
            // A position that could not be written is known to this page alone, and so is one that the
            // browser has lost. With marks and without a position somebody has started again.
            let is_gone =
                || self.inner.with_value(|inner| inner.are_marks_kept) || self.was_erased();
            if is_kept || (was_kept == Some(true) && is_gone()) {
                self.position.set(kept);
            }
        }
        self.show_returning();
    }

    /// Another tab changed the record under `key`; without one it cleared everything.
    pub(super) fn changed_elsewhere(&self, key: Option<String>) {
        let Some(key) = key else {
            return self.load();
        };
        let (position, progress) = self.inner.with_value(|inner| {
            let keeper = &inner.keeper;
            (keeper.key(Kind::Position), keeper.key(Kind::Progress))
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
        let now = browser::clock::now();
        let name = format!("{}#{}", position.page, position.block);
        let saved = self.keep(|keeper| {
            keeper
                .save(&POSITION, now, |_| position)
                .map(|_| keeper.is_lasting())
        });
        if let Some(is_lasting) = self.told(saved) {
            self.change(|inner| inner.is_position_stored = true);
            self.went_well();
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
        let now = browser::clock::now();
        let saved = self.keep(|keeper| {
            keeper.save(&PROGRESS, now, |kept| match kept {
                Some(kept) => changed.merge(&kept),
                None => changed,
            })
        });
        if let Some(joined) = self.told(saved) {
            self.change(|inner| inner.are_marks_kept = true);
            self.went_well();
            self.progress.set(joined);
        }
    }

    /// "Mark as unread", or back again.
    pub fn toggle_read(&self, page: &PageId) {
        let now = browser::clock::now();
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
        let now = browser::clock::now();
        let position = self.position.get_untracked();
        let mut before = Progress::default();
        self.change_progress(|progress| before = progress.clear(now));
        self.position.set(None);
        let removed = self.keep(|keeper| keeper.remove(&POSITION, now));
        if self.told(removed).is_some() {
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
        let now = browser::clock::now();
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

    pub(super) fn keep<T>(
        &self,
        work: impl FnOnce(&mut super::Keeper) -> Result<T, Notice>,
    ) -> Result<T, Notice> {
        self.change(|inner| work(&mut inner.keeper))
            .unwrap_or(Err(Notice::Blocked))
    }

    /// Tells the person what went wrong, if anything did, and passes on what went right.
    pub(super) fn told<T>(&self, result: Result<T, Notice>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(notice) => {
                self.tell(notice);
                None
            }
        }
    }

    /// Shows a notice, once: a person who has put it away is not told again of the same thing.
    pub(super) fn tell(&self, notice: Notice) {
        let before = self.change(|inner| inner.last_told.replace(notice));
        if before.flatten() != Some(notice) {
            self.notice.set(Some(notice));
        }
    }

    /// Something was kept: what fails from now on fails anew, and is told again. What lasts is not:
    /// a record of a newer version stays as it is whatever becomes of the others.
    fn went_well(&self) {
        self.change(|inner| {
            if matches!(inner.last_told, Some(Notice::Full | Notice::Damaged)) {
                inner.last_told = None;
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

/// Joins a record with what is known beyond it. One that says it all already stays as it stands,
/// and so does one that cannot be read: it is worth as much as the others.
fn gather<T: PartialEq>(
    records: &mut Vec<Record>,
    format: &Format<T>,
    known: &T,
    join: fn(&T, &T) -> T,
    now: Millis,
) {
    let name = format.kind.name();
    let Some(record) = records.iter_mut().find(|record| record.name == name) else {
        let (name, text) = (name.to_owned(), (format.encode)(known, now));
        return records.push(Record { name, text });
    };
    if let Ok(read) = (format.decode)(&record.text) {
        let kept = read.into_value();
        let joined = join(&kept, known);
        if joined != kept {
            record.text = (format.encode)(&joined, now);
        }
    }
}
