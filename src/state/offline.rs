//! What is known of the copy of the guide on this device, and what a person does with it.

use super::AppState;
use crate::browser::{self, worker};
use bearings_domain::time::Millis;
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
}

impl Offline {
    fn hear(&mut self, report: worker::Report) {
        match report.state.as_str() {
            "update" => {
                self.update = Some(report.correction);
                return;
            }
            "saving" => {
                self.saved = Saved::Saving {
                    done: whole(report.done),
                    of: whole(report.of),
                };
                return;
            }
            "saved" if report.failed.is_empty() => self.saved = Saved::Yes,
            "saved" | "failed" => self.saved = Saved::Failed,
            _ => self.saved = Saved::No,
        }
        self.was_full = report.failed == "full";
        // A bare "saved" tells only that; the facts come with the answer to the next question.
        if report.bytes > 0.0 {
            self.when = time(report.when);
            self.bytes = whole(report.bytes);
            self.missing = whole(report.missing);
            self.checked = time(report.checked);
        }
    }
}

impl AppState {
    /// Saves the guide on this device, or saves it again.
    pub fn save_offline(&self) {
        self.offline
            .update(|offline| offline.saved = Saved::Saving { done: 0, of: 0 });
        let state = *self;
        spawn_local(async move {
            worker::save().await;
            ask(state).await;
        });
    }

    /// Takes the saved guide off this device. What a person wrote stays.
    pub fn remove_offline(&self) {
        self.offline.set(Offline::default());
        spawn_local(worker::remove());
    }

    /// Looks for a newer version now.
    pub fn check_for_update(&self) {
        let state = *self;
        spawn_local(async move {
            worker::check().await;
            ask(state).await;
        });
    }

    /// Changes to the newer version: this tab is loaded anew, at the same block; no other is.
    pub fn switch_to_update(&self) {
        let state = *self;
        spawn_local(worker::switch(move || {
            if let Some((block, offset)) = browser::place::at_top() {
                browser::storage::leave_word(&format!("{block} {offset}"));
            }
            super::tracking::leave(state);
            browser::navigator::reload();
        }));
    }
}

/// Starts to listen to the worker.
pub(super) fn start(state: AppState) {
    if !worker::is_supported() {
        hear(state, Saved::Unsupported);
        return;
    }
    worker::listen(move |report| {
        let is_progress = report.as_ref().is_some_and(|report| report.done > 0.0);
        if let Some(report) = report {
            let is_bare = report.bytes == 0.0 && report.state != "update";
            state.offline.update(|offline| offline.hear(report));
            mark(state);
            if is_progress || !is_bare {
                return;
            }
        }
        spawn_local(ask(state));
    });
    spawn_local(ask(state));
    set_timeout(move || look(state), FIRST_CHECK);
}

/// The page is in sight again: a long time may have passed.
pub(super) fn came_back(state: AppState) {
    let now = browser::clock::now();
    let last = state.offline.with_untracked(|offline| offline.checked);
    if last.is_none_or(|last| now.0.saturating_sub(last.0) > CHECK_AFTER) {
        look(state);
    }
}

fn look(state: AppState) {
    if state
        .offline
        .with_untracked(|offline| offline.saved == Saved::Yes)
    {
        state.check_for_update();
    }
}

async fn ask(state: AppState) {
    let there = worker::ask(move || spawn_local(async move { ask_again(state).await })).await;
    let is_unknown = state
        .offline
        .with_untracked(|offline| offline.saved == Saved::Unknown);
    if !there && is_unknown {
        hear(state, Saved::No);
    }
}

/// After a worker has come one step further.
async fn ask_again(state: AppState) {
    worker::ask(|| {}).await;
    state.offline.update(|_| {});
}

fn hear(state: AppState, saved: Saved) {
    state.offline.update(|offline| offline.saved = saved);
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
