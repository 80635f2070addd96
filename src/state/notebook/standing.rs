//! What can honestly be said of a note: saved, or not.

use super::Notebook;
use super::rows::{Fate, Row};
use crate::state::Notice;
use bearings_domain::time::Millis;

/// How a note stands to what is kept on the device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
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

impl Standing {
    /// The name used in `data-standing`.
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

impl Notebook {
    /// How the note of a row stands.
    pub(super) fn stands(&self, row: &Row) -> Standing {
        let shown = self.shown(row);
        let (Some(shown), Some(record)) = (shown, self.record(row)) else {
            return if row.fate == Fate::Gone {
                Standing::Gone
            } else {
                Standing::Blank
            };
        };
        if !self.is_kept(record.id()) {
            return match self.refused {
                Some(_) => Standing::NotSaved,
                None => Standing::Writing,
            };
        }
        let is_certain = self.kept(record.id()).is_some_and(|kept| kept.is_certain);
        if !self.lasting {
            Standing::PageOnly
        } else if !is_certain || self.typing == Some(row.key) {
            Standing::Writing
        } else {
            Standing::Saved(shown.edited)
        }
    }

    /// Why there are words that could not be kept, if there are.
    pub fn unsaved(&self) -> Option<Notice> {
        self.refused.filter(|_| self.has_changes())
    }

    /// Whether there are words that are not kept yet.
    pub fn has_changes(&self) -> bool {
        !self.unkept.is_empty()
    }

    /// Whether words would be lost if the page closed now.
    pub fn ends_with_page(&self) -> bool {
        self.unsaved().is_some() || (!self.lasting && !self.items.shown().is_empty())
    }
}
