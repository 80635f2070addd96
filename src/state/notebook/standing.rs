//! What can honestly be said of a note: saved, or not.

use super::{Notebook, RowKey};
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
    pub fn standing(&self, key: RowKey) -> Standing {
        let Some(row) = self.row(key) else {
            return Standing::Blank;
        };
        let shown = self.items.show(&row.id);
        let (Some(shown), Some(record)) = (shown, self.record(&row.id)) else {
            return if row.is_gone {
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
        let is_certain = self
            .kept(record.id())
            .is_some_and(|kept| kept.round <= self.certain);
        if !self.lasting {
            Standing::PageOnly
        } else if !is_certain || self.typing == Some(key) {
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
        self.items.iter().any(|item| !self.is_kept(item.id()))
    }

    /// Whether words would be lost if the page closed now.
    pub fn ends_with_page(&self) -> bool {
        self.unsaved().is_some() || (!self.lasting && !self.items.shown().is_empty())
    }
}
