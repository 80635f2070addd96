//! *On this device*, kept up to date.

use super::{backup, model};
use crate::browser::parts::{mark, say, set, show};
use crate::browser::{clock, controls};
use crate::state::AppState;
use crate::state::offline::Saved;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use leptos::prelude::*;

/// Starts to follow the state.
pub fn start(state: AppState) {
    if state.route_now().to != Destination::Device {
        return;
    }
    state.recall_failure();
    Effect::new(move || copy(state));
    Effect::new(move || facts(state));
    Effect::new(move || {
        let can_install = state.settings.choices.with(|choices| choices.can_install);
        show("[data-install]", can_install);
    });
    controls::taps(move |name| match name {
        "install" => state.install(),
        "save-offline" => state.save_offline(),
        "check-update" => state.check_for_update(),
        "remove-offline" => state.remove_offline(),
        _ => {}
    });
    backup::start(state);
}

/// How far the guide is saved, and what can be done about it.
fn copy(state: AppState) {
    let saved = state.offline.with(|offline| offline.saved);
    let is_there = state.offline.with(|offline| offline.bytes > 0);
    let is_saving = matches!(saved, Saved::Saving { .. });
    let can_save = !is_saving && !matches!(saved, Saved::Unknown | Saved::Unsupported);
    say(
        ".device-state",
        &state.text(state.offline.with(model::headline), &[]),
    );
    let done = match saved {
        Saved::Saving { done, of } => model::share(done, of),
        _ => 0,
    };
    mark(".device progress", "value", Some(&done.to_string()));
    mark(".device progress", "data-shown", is_saving.then_some(""));
    // Here it stays in sight when the line above the destinations has been put away.
    let is_newer = state.offline.with(|offline| offline.update.is_some());
    let update = state.update_sentence().filter(|_| is_newer);
    show("[data-switch-here]", update.is_some());
    let answer = || Some(state.text(state.offline.with(model::answer)?, &[]));
    say(
        "[data-check-result]",
        &update.or_else(answer).unwrap_or_default(),
    );
    let save = if is_there {
        Text::OfflineSaveAgain
    } else {
        Text::OfflineSave
    };
    say("[data-save-offline]", &state.text(save, &[]));
    set("[data-save-offline]", "disabled", !can_save);
    set("[data-check-update]", "disabled", !is_there);
    set("[data-remove-offline]", "disabled", !is_there || !can_save);
}

/// Since when it is saved, how large it is, what is missing, and whether it will last.
fn facts(state: AppState) {
    let fact = |text, name, value: &str| state.text(text, &[(name, value)]);
    let dated = |text, when: Option<Millis>| {
        let date = when.map(clock::date_and_time);
        date.map_or_else(String::new, |date| fact(text, "date", &date))
    };
    state.offline.with(|offline| {
        say("[data-when]", &dated(Text::OfflineWhen, offline.when));
        say(
            "[data-checked]",
            &dated(Text::OfflineChecked, offline.checked),
        );
        let size = if offline.bytes > 0 {
            fact(Text::OfflineSize, "size", &model::size(offline.bytes))
        } else {
            String::new()
        };
        say("[data-size]", &size);
        let count = offline.missing.to_string();
        say("[data-lacks]", &fact(Text::OfflineLacks, "count", &count));
        show("[data-lacks]", offline.missing > 0);
    });
    let lasts = state.items.lasts.get().map(model::promise);
    let lasts = lasts.map(|promise| state.text(promise, &[]));
    say("[data-lasts]", &lasts.unwrap_or_default());
}
