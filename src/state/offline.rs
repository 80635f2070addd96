//! What is known of the copy of the guide on this device, and what a person does with it.

use super::AppState;
use crate::browser::{self, worker};
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use bearings_records::ItemStore;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// A newer release is looked for when the page comes back into sight, but not more often.
const CHECK_AFTER: u64 = 60 * 60 * 1000;
/// The first look waits until the page has come to rest.
const FIRST_CHECK: Duration = Duration::from_secs(20);

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
    fn apply_report(&mut self, report: worker::Report) -> bool {
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
    fn apply_no_worker(&mut self) {
        self.saved = match self.saved {
            Saved::Unknown => Saved::No,
            // It was given up before it could say why.
            Saved::Saving { .. } => Saved::Failed,
            other => other,
        };
    }
}

impl AppState {
    /// Saves the guide on this device, or saves it again.
    pub fn save_offline(&self) {
        let state = *self;
        set_saved(state, Saved::Saving { done: 0, of: 0 });
        spawn_local(async move {
            if worker::save().await {
                ask(state).await;
            } else {
                set_saved(state, Saved::Failed);
            }
        });
    }

    /// Takes the saved guide off this device. What a person wrote stays.
    pub fn remove_offline(&self) {
        let state = *self;
        state.offline.set(Offline::default());
        spawn_local(async move {
            if !worker::remove().await {
                set_saved(state, Saved::No);
            }
        });
    }

    /// Looks for a newer version now, and says what came of it.
    pub fn check_for_update(&self) {
        let state = *self;
        let say = move |update_check| {
            state
                .offline
                .update(|offline| offline.update_check = update_check)
        };
        say(UpdateCheck::Checking);
        spawn_local(async move {
            say(match worker::check().await {
                Some(true) => UpdateCheck::Available,
                Some(false) => UpdateCheck::UpToDate,
                None => UpdateCheck::Failed,
            });
            ask(state).await;
        });
    }

    /// Changes to the newer version: this tab is loaded anew, at the same block; no other is. Not
    /// while there are words that would be lost: not every browser asks before a page goes.
    pub fn switch_to_update(&self) {
        let state = *self;
        state.try_saving();
        let blocked_by_unsaved = untrack(|| state.would_lose_words());
        state.offline.update(|offline| {
            offline.blocked_by_unsaved = blocked_by_unsaved;
            offline.is_late = false;
        });
        if blocked_by_unsaved {
            return;
        }
        spawn_local(worker::switch(move |has_come| {
            if !has_come {
                return state.offline.update(|offline| offline.is_late = true);
            }
            // A place with tools is not read from line to line, and would leave the word behind.
            if let (Route::Page(_), Some((block, offset))) =
                (state.route_now(), browser::position::at_top())
            {
                browser::storage::save_reload_position(&format!("{block} {offset}"));
            }
            super::tracking::leave(state);
            browser::navigator::reload();
        }));
    }

    /// The person has been told what was put right.
    pub fn acknowledge_correction(&self) {
        self.offline.update(|offline| offline.corrected.clear());
        spawn_local(worker::acknowledge_correction());
    }

    /// What the person is told about a newer version, or about what this one corrects.
    pub fn update_sentence(&self) -> Option<String> {
        let (update, corrected, blocked_by_unsaved, is_late) = self.offline.with(|offline| {
            let corrected = offline.corrected.clone();
            let update = offline.update.clone();
            (
                update,
                corrected,
                offline.blocked_by_unsaved,
                offline.is_late,
            )
        });
        let say = |text, what: &str| Some(self.text(text, &[("what", what)]));
        match update {
            Some(_) if blocked_by_unsaved && self.would_lose_words() => say(Text::OfflineWords, ""),
            Some(_) if is_late => say(Text::UpdateHeld, ""),
            Some(what) if what.is_empty() => say(Text::UpdateReady, ""),
            Some(what) => say(Text::UpdateCorrects, &what),
            None if corrected.is_empty() => None,
            None => say(Text::UpdateCorrected, &corrected),
        }
    }

    /// Whether words that a person wrote would go with the page.
    fn would_lose_words(&self) -> bool {
        let ends_with_page = |items: &ItemStore| !items.is_lasting() && !items.rows().is_empty();
        let mut lists = self.lists().into_iter();
        self.unsaved.with(Option::is_some) || lists.any(|list| list.with(ends_with_page))
    }

    /// Finds out why saving last failed, where no worker can say so.
    pub fn recall_failure(&self) {
        let state = *self;
        spawn_local(async move {
            let Some(why) = worker::last_failure().await else {
                return;
            };
            state.offline.update(|offline| {
                if !why.is_empty() && matches!(offline.saved, Saved::Unknown | Saved::No) {
                    offline.saved = Saved::Failed;
                    offline.was_full = why == "full";
                }
            });
            mark(state);
        });
    }
}

/// Starts to listen to the worker.
pub(super) fn start(state: AppState) {
    if !worker::is_supported() {
        set_saved(state, Saved::Unsupported);
        return;
    }
    worker::listen(move |report| {
        let mut is_more = true;
        if let Some(report) = report {
            if report.state == "saving" && report.done <= 0.0 {
                // It may be given up without a word.
                spawn_local(worker::watch(move || ask_soon(state)));
            }
            state
                .offline
                .update(|offline| is_more = offline.apply_report(report));
            mark(state);
        }
        if is_more {
            ask_soon(state);
        }
    });
    ask_soon(state);
    set_timeout(move || look(state), FIRST_CHECK);
}

/// The page is in sight again: a long time may have passed.
pub(super) fn came_back(state: AppState) {
    let now = state.now();
    let last = state.offline.with_untracked(|offline| offline.checked);
    // A look that lies ahead of the clock says nothing: the clock was wrong then, or is now.
    if last.is_none_or(|last| now.0.abs_diff(last.0) > CHECK_AFTER) {
        look(state);
    }
}

/// Looks for a newer version unasked: also after one that could not be saved.
fn look(state: AppState) {
    let saved = state.offline.with_untracked(|offline| offline.saved);
    if matches!(saved, Saved::Yes | Saved::Failed) {
        spawn_local(async move {
            worker::check().await;
            ask(state).await;
        });
    }
}

fn ask_soon(state: AppState) {
    spawn_local(ask(state));
}

async fn ask(state: AppState) {
    if !worker::ask(move || ask_soon(state)).await {
        state.offline.update(Offline::apply_no_worker);
        mark(state);
    }
}

fn set_saved(state: AppState, saved: Saved) {
    state.offline.update(|offline| {
        offline.saved = saved;
        offline.was_full = false;
    });
    mark(state);
}

fn mark(state: AppState) {
    let (name, has_update) = state
        .offline
        .with_untracked(|offline| (offline.saved.name(), offline.update.is_some()));
    browser::page::mark_offline(name, has_update);
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

#[cfg(test)]
mod tests {
    use super::*;
    use worker::Report;

    fn report(state: &str, failed: &str) -> Report {
        Report {
            state: state.to_owned(),
            failed: failed.to_owned(),
            ..Report::default()
        }
    }

    fn answer(state: &str, failed: &str) -> Report {
        Report {
            bytes: 5.0,
            missing: 2.0,
            checked: 7.0,
            build: String::from("1"),
            ..report(state, failed)
        }
    }

    fn after(reports: impl IntoIterator<Item = Report>) -> Offline {
        let mut offline = Offline::default();
        for report in reports {
            offline.apply_report(report);
        }
        offline
    }

    #[test]
    fn what_is_told_on_the_way_is_asked_about_and_an_answer_is_not() {
        let mut offline = Offline::default();
        assert!(offline.apply_report(report("saved", "")));
        assert!(offline.apply_report(report("unsaved", "")));
        assert!(!offline.apply_report(answer("saved", "")));
        // No copy and no bytes: asking again would bring the same answer for ever.
        let removed = Report {
            bytes: 0.0,
            ..answer("unsaved", "")
        };
        assert!(!offline.apply_report(removed));
        assert!(!offline.apply_report(report("update", "")));
        // An answer of the release that serves would say "saved" in between.
        assert!(!offline.apply_report(report("saving", "")));
    }

    #[test]
    fn an_answer_brings_the_facts() {
        let offline = after([answer("saved", "")]);
        assert_eq!(offline.saved, Saved::Yes);
        assert_eq!((offline.bytes, offline.missing), (5, 2));
        assert_eq!(offline.checked, Some(Millis(7)));
    }

    #[test]
    fn facts_of_a_copy_that_was_removed_do_not_stay() {
        let removed = Report {
            build: String::from("1"),
            ..report("unsaved", "")
        };
        let offline = after([answer("saved", ""), removed]);
        assert_eq!(offline.saved, Saved::No);
        assert_eq!((offline.bytes, offline.missing), (0, 0));
    }

    #[test]
    fn a_failure_is_known_with_its_reason_whatever_else_is_saved() {
        for (state, failed, was_full) in [
            ("saved", "network", false),
            ("failed", "full", true),
            ("unsaved", "full", true),
        ] {
            let offline = after([report(state, failed)]);
            assert_eq!(offline.saved, Saved::Failed, "{state}");
            assert_eq!(offline.was_full, was_full, "{state}");
        }
        assert_eq!(after([answer("saved", "")]).saved, Saved::Yes);
    }

    #[test]
    fn saving_does_not_go_on_for_ever_without_a_worker() {
        let mut offline = after([report("saving", "")]);
        offline.apply_no_worker();
        assert_eq!(offline.saved, Saved::Failed);
        let mut offline = Offline::default();
        offline.apply_no_worker();
        assert_eq!(offline.saved, Saved::No);
        let mut offline = after([answer("saved", "")]);
        offline.apply_no_worker();
        assert_eq!(offline.saved, Saved::Yes);
    }

    #[test]
    fn what_a_release_corrects_is_told_before_and_after_it_takes_over() {
        let mut waiting = report("update", "");
        waiting.correction = String::from("A number.");
        assert_eq!(after([waiting]).update.as_deref(), Some("A number."));
        let mut active = answer("saved", "");
        active.correction = String::from("A number.");
        assert_eq!(after([active]).corrected, "A number.");
    }
}
