//! How a step ended, and how outcomes add up.

use std::fmt;
use std::ops::Add;

use crate::project;

/// How many checks passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) passed: usize,
    pub(super) failed: usize,
    pub(super) skipped: usize,
}

impl Add for Counts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            passed: self.passed + other.passed,
            failed: self.failed + other.failed,
            skipped: self.skipped + other.skipped,
        }
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

/// How a step ended.
#[derive(Debug)]
pub(super) struct Outcome {
    pub(super) counts: Counts,
    /// What a person wants to know of it, in one line.
    pub(super) note: String,
}

impl Outcome {
    /// One check that passed.
    pub(super) fn passed(note: impl Into<String>) -> Self {
        Self {
            counts: Counts {
                passed: 1,
                ..Counts::default()
            },
            note: note.into(),
        }
    }

    /// One check that failed.
    pub(super) fn failed(note: impl Into<String>) -> Self {
        Self {
            counts: Counts {
                failed: 1,
                ..Counts::default()
            },
            note: note.into(),
        }
    }

    /// One check that could not be made, and why.
    pub(super) fn skipped(note: impl Into<String>) -> Self {
        Self {
            counts: Counts {
                skipped: 1,
                ..Counts::default()
            },
            note: note.into(),
        }
    }

    /// Something is missing on this machine: skipped here, a failure under `CI=true`.
    pub(super) fn missing(note: impl Into<String>) -> Self {
        if project::is_ci() {
            Self::failed(note)
        } else {
            Self::skipped(note)
        }
    }

    /// Passed or failed, by a yes or no.
    pub(super) fn of(ok: bool, note: impl Into<String>) -> Self {
        if ok {
            Self::passed(note)
        } else {
            Self::failed(note)
        }
    }

    /// The counts of a step that counts for itself. If it ended badly without a failed check,
    /// that is one.
    pub(super) fn counted(mut counts: Counts, ended_well: bool) -> Self {
        if !ended_well && counts.failed == 0 {
            counts.failed = 1;
        }
        Self {
            counts,
            note: counts.to_string(),
        }
    }

    /// The outcome in one word.
    pub(super) fn word(&self) -> &'static str {
        match self.counts {
            Counts { failed: 1.., .. } => "FAILED",
            Counts { passed: 0, .. } => "skipped",
            _ => "ok",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Counts, Outcome};

    #[test]
    fn a_bad_end_is_never_a_pass() {
        let counts = Counts {
            passed: 9,
            failed: 0,
            skipped: 0,
        };
        assert_eq!(Outcome::counted(counts, false).word(), "FAILED");
        assert_eq!(Outcome::counted(counts, true).word(), "ok");
        assert_eq!(
            Outcome::counted(Counts::default(), true).word(),
            "skipped",
            "no test is no pass"
        );
    }
}
