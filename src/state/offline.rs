//! The copy of the guide on this device: asks the worker, and does what a person wants done with it.
//! What its answers mean is in `known`.

mod known;
#[cfg(test)]
mod tests;

pub use known::{Offline, Saved, UpdateCheck};

use super::AppState;
use super::navigation::restore::print_line;
use crate::browser::{self, worker};
use bearings_records::ItemStore;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// The first look waits until the page has come to rest.
const FIRST_CHECK: Duration = Duration::from_secs(20);

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
                .update(|offline| offline.update_check = update_check);
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
        let would_lose_words = untrack(|| state.would_lose_words());
        let mut may_switch = false;
        state
            .offline
            .update(|offline| may_switch = offline.begin_switch(would_lose_words));
        if !may_switch {
            return;
        }
        spawn_local(worker::switch(move |has_come| {
            if !has_come {
                return state.offline.update(|offline| offline.is_late = true);
            }
            let line = print_line(&state.route_now().to, browser::position::at_top());
            if let Some(line) = line {
                browser::storage::save_reload_position(&line);
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
        self.offline.with(|offline| {
            let (text, what) = offline.update_sentence(|| self.would_lose_words())?;
            Some(self.text(text, &[("what", what)]))
        })
    }

    /// Whether words that a person wrote would go with the page.
    fn would_lose_words(&self) -> bool {
        let ends_with_page = |items: &ItemStore| !items.is_lasting() && !items.rows().is_empty();
        let mut lists = self.lists().into_iter();
        self.items.unsaved.with(Option::is_some) || lists.any(|list| list.with(ends_with_page))
    }

    /// Finds out why saving last failed, where no worker can say so.
    pub fn recall_failure(&self) {
        let state = *self;
        spawn_local(async move {
            let Some(why) = worker::last_failure().await else {
                return;
            };
            state.offline.update(|offline| offline.apply_failure(&why));
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
            if known::begins_saving(&report) {
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
    if state
        .offline
        .with_untracked(|offline| offline.is_check_due(now))
    {
        look(state);
    }
}

/// Looks for a newer version unasked, if there is a copy to renew.
fn look(state: AppState) {
    if state.offline.with_untracked(Offline::looks_unasked) {
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
    state.offline.update(|offline| offline.set_saved(saved));
    mark(state);
}

fn mark(state: AppState) {
    let (name, has_update) = state
        .offline
        .with_untracked(|offline| (offline.saved.name(), offline.update.is_some()));
    browser::page::mark_offline(name, has_update);
}
