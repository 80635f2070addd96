//! What a person must be told about what is kept on the device.

use bearings_domain::text::Text;

/// A storage problem, in the words of `faults`: reading goes on in every case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The browser does not let the app keep anything.
    Blocked,
    /// There is no room, or the browser refused to write.
    Full,
    /// A record could not be read; it was set aside.
    Damaged,
    /// A record was written by a newer version of the app; it is left as it is.
    Newer,
}

impl Notice {
    /// The name used in `data-notice`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::Full => "full",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
        }
    }

    /// The sentence that says so.
    pub fn text(self) -> Text {
        match self {
            Self::Blocked => Text::NoticeBlocked,
            Self::Full => Text::NoticeFull,
            Self::Damaged => Text::NoticeDamaged,
            Self::Newer => Text::NoticeNewer,
        }
    }
}
