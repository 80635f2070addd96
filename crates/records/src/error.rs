//! Why a record could not be read or written.

/// A storage problem, in the words of `faults`: reading goes on in every case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecordError {
    /// The browser does not let the app keep anything.
    Blocked,
    /// There is no room, or the browser refused to write.
    Full,
    /// A record could not be read; it was set aside.
    Damaged,
    /// A record was written by a newer version of the app; it is left as it is.
    Newer,
}

impl RecordError {
    /// The name used in `data-notice`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Blocked => "blocked",
            Self::Full => "full",
            Self::Damaged => "damaged",
            Self::Newer => "newer",
        }
    }
}
