//! What is known of the copy of the guide on this device, and what follows from it. Plain values: what
//! the worker said comes in as a [`Report`], and nothing here asks the browser.

use crate::browser::worker::Report;
use bearings_domain::text::Text;
use bearings_domain::time::Millis;

/// A newer release is looked for when the page comes back into sight, but not more often than after
/// so many milliseconds.
const CHECK_AFTER: u64 = 60 * 60 * 1000;

/// How far the guide is saved on this device.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Saved {
    /// Not known yet.
    #[default]
    Unknown,
    /// This browser cannot save it.
    Unsupported,
    /// It is not saved.
    No,
    /// It is being saved.
    Saving {
        /// Bytes that have arrived.
        done: u64,
        /// Bytes that are to arrive.
        of: u64,
    },
    /// It is saved whole.
    Yes,
    /// Saving did not succeed; what was saved before is still there.
    Failed,
}

impl Saved {
    /// The name used in `<html data-offline>`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Unsupported => "unsupported",
            Self::No => "no",
            Self::Saving { .. } => "saving",
            Self::Yes => "saved",
            Self::Failed => "failed",
        }
    }
}

/// What came of the question for a newer version.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum UpdateCheck {
    /// Nobody has asked.
    #[default]
    Idle,
    /// The host is being asked.
    Checking,
    /// The host could not be asked.
    Failed,
    /// There is none.
    UpToDate,
    /// There is one: it is on its way, or ready.
    Available,
}

/// The copy of the guide on this device.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Offline {
    /// How far it is saved.
    pub saved: Saved,
    /// When it was saved.
    pub when: Option<Millis>,
    /// Its size in bytes.
    pub bytes: u64,
    /// How many of its files the browser has thrown away.
    pub missing: u64,
    /// When a newer version was last looked for.
    pub checked: Option<Millis>,
    /// Whether there was no room, if the last try to save it failed.
    pub was_full: bool,
    /// A newer version is ready: what it corrects, or nothing special.
    pub update: Option<String>,
    /// What the version that has taken over corrects, until the person has been told.
    pub corrected: String,
    /// What came of the last time a person asked for a newer version.
    pub update_check: UpdateCheck,
    /// The person wanted to switch, but words would have been lost.
    pub blocked_by_unsaved: bool,
    /// The person wanted to switch, and the newer version has not come. It will, later.
    pub is_late: bool,
}

impl Offline {
    /// Takes in what the worker says. Returns whether it is worth asking for the rest.
    pub(super) fn apply_report(&mut self, report: Report) -> bool {
        self.saved = match report.state.as_str() {
            "update" => {
                self.update = Some(report.correction);
                return false;
            }
            "saving" => Saved::Saving {
                done: whole(report.done),
                of: whole(report.of),
            },
            "saved" if report.failed.is_empty() => Saved::Yes,
            "unsaved" if report.failed.is_empty() => Saved::No,
            _ => Saved::Failed,
        };
        self.was_full = report.failed == "full";
        // What is told on the way tells only that; the facts come with an answer.
        let is_answer = !report.build.is_empty();
        if is_answer {
            self.when = time(report.when);
            self.bytes = whole(report.bytes);
            self.missing = whole(report.missing);
            self.checked = time(report.checked);
            self.corrected = report.correction;
        }
        !is_answer && report.state != "saving"
    }

    /// There is no worker, and none on its way.
    pub(super) fn apply_no_worker(&mut self) {
        self.saved = match self.saved {
            Saved::Unknown => Saved::No,
            // It was given up before it could say why.
            Saved::Saving { .. } => Saved::Failed,
            other => other,
        };
    }

    /// Takes in why saving last failed, where no worker can say so: `full`, `network`, or nothing.
    pub(super) fn apply_failure(&mut self, why: &str) {
        if !why.is_empty() && matches!(self.saved, Saved::Unknown | Saved::No) {
            self.saved = Saved::Failed;
            self.was_full = why == "full";
        }
    }

    /// Saving goes on or has come to an end here, on this page.
    pub(super) fn set_saved(&mut self, saved: Saved) {
        self.saved = saved;
        self.was_full = false;
    }

    /// The person wants to switch. Returns whether the worker may be told: not while there are words
    /// that would be lost.
    pub(super) fn begin_switch(&mut self, would_lose_words: bool) -> bool {
        self.blocked_by_unsaved = would_lose_words;
        self.is_late = false;
        !would_lose_words
    }

    /// Whether a newer version is looked for when the page comes back into sight.
    pub(super) fn is_check_due(&self, now: Millis) -> bool {
        // A look that lies ahead of the clock says nothing: the clock was wrong then, or is now.
        let is_old = |last: Millis| now.0.abs_diff(last.0) > CHECK_AFTER;
        self.checked.is_none_or(is_old)
    }

    /// Whether a newer version is looked for unasked: also after one that could not be saved.
    pub(super) fn looks_unasked(&self) -> bool {
        matches!(self.saved, Saved::Yes | Saved::Failed)
    }

    /// What the person is told about a newer version, or about what this one corrects, and what
    /// the sentence is to be filled with. Whether words would be lost is asked only where it counts.
    pub(super) fn update_sentence(
        &self,
        would_lose_words: impl FnOnce() -> bool,
    ) -> Option<(Text, &str)> {
        match self.update.as_deref() {
            Some(_) if self.blocked_by_unsaved && would_lose_words() => {
                Some((Text::OfflineWords, ""))
            }
            Some(_) if self.is_late => Some((Text::UpdateHeld, "")),
            Some("") => Some((Text::UpdateReady, "")),
            Some(what) => Some((Text::UpdateCorrects, what)),
            None if self.corrected.is_empty() => None,
            None => Some((Text::UpdateCorrected, &self.corrected)),
        }
    }
}

/// Whether this report says that saving has just begun. It may be given up without a word, so the
/// worker has to be watched.
pub(super) fn begins_saving(report: &Report) -> bool {
    report.state == "saving" && report.done <= 0.0
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bytes and milliseconds are whole numbers far below 2^53"
)]
fn whole(number: f64) -> u64 {
    number.max(0.0) as u64
}

fn time(number: f64) -> Option<Millis> {
    (number > 0.0).then(|| Millis(whole(number)))
}
