//! What can honestly be said of an item: saved, or not.

use super::ItemStore;
use super::rows::{Row, RowState};
use crate::RecordError;
use bearings_domain::items::Item;
use bearings_domain::time::Millis;

/// Whether an item is kept on the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SaveStatus {
    /// There is nothing to keep.
    Blank,
    /// It is not certain yet that the newest words are kept.
    Writing,
    /// All of it was written and read back; it was last changed then.
    Saved(Millis),
    /// Writing was refused.
    NotSaved,
    /// It is kept until the page closes, and no longer.
    PageOnly,
    /// It was deleted elsewhere; going on with it brings it back.
    Gone,
}

impl SaveStatus {
    /// The name used in `data-save-status`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blank => "blank",
            Self::Writing => "writing",
            Self::Saved(_) => "saved",
            Self::NotSaved => "not-saved",
            Self::PageOnly => "page-only",
            Self::Gone => "gone",
        }
    }
}

impl ItemStore {
    /// Whether the item of a row is saved.
    pub(super) fn status_of(&self, row: &Row) -> SaveStatus {
        let shown = self.shown(row);
        let (Some(shown), Some(record)) = (shown, self.record(row)) else {
            return if row.state == RowState::Gone {
                SaveStatus::Gone
            } else {
                SaveStatus::Blank
            };
        };
        if !self.is_stored(record.id()) {
            return match self.error {
                Some(_) => SaveStatus::NotSaved,
                None => SaveStatus::Writing,
            };
        }
        let is_durable = self
            .stored(record.id())
            .is_some_and(|stored| stored.is_durable);
        if !self.is_lasting {
            SaveStatus::PageOnly
        } else if !is_durable || self.typing == Some(row.key) {
            SaveStatus::Writing
        } else {
            SaveStatus::Saved(shown.edited)
        }
    }

    /// Why there are words that could not be kept, if there are.
    pub fn unsaved_error(&self) -> Option<RecordError> {
        self.error.filter(|_| self.has_changes())
    }

    /// Whether there are words that are not kept yet.
    pub fn has_changes(&self) -> bool {
        !self.unsaved_ids.is_empty()
    }

    /// Whether words would be lost if the page closed now.
    pub fn ends_with_page(&self) -> bool {
        let is_there = |item: &Item| !item.is_deleted();
        self.unsaved_error().is_some() || (!self.is_lasting && self.items.iter().any(is_there))
    }
}
