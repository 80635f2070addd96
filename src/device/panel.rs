//! The panel *The guide on this device*: facts, and what can be done about them.

use super::model;
use crate::browser;
use crate::state::AppState;
use crate::state::offline::{Offline, Saved};
use crate::text::{fill, t};
use crate::ui::live;
use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use leptos::prelude::*;

/// How far the guide is saved, since when, how large, what is missing, whether there is something
/// newer, and the ways to change it.
#[component]
pub fn DevicePanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let saved = move || state.offline.with(|offline| offline.saved);
    let can_save = move || {
        !matches!(
            saved(),
            Saved::Unknown | Saved::Unsupported | Saved::Saving { .. }
        )
    };
    Effect::new(move || state.recall_failure());
    // Here it stays in sight when the line above has been put away.
    let update = move || {
        state
            .update_sentence()
            .filter(|_| state.offline.with(|offline| offline.update.is_some()))
    };
    let answer = move || state.offline.with(model::answer).map(t);
    let is_there = move || state.offline.with(|offline| offline.bytes > 0);
    let progress = move || match saved() {
        Saved::Saving { done, of } => model::share(done, of).to_string(),
        _ => String::from("0"),
    };
    view! {
        <section class="device" data-device="" aria-labelledby="device-offline">
            <h2 id="device-offline">{t(Text::OfflineHeading)}</h2>
            <p class="device-state" role="status">
                {live::words(move || t(state.offline.with(model::headline)))}
            </p>
            <progress
                max="100"
                value=progress
                aria-label=t(Text::OfflineSaving)
                data-shown=live::mark(move || matches!(saved(), Saved::Saving { .. }).then_some(""))
            ></progress>
            <Facts />
            <p role="status" data-looked="">
                {live::words(move || update().or_else(answer))}
            </p>
            <div class="device-ways">
                <button
                    type="button"
                    data-switch-here=""
                    hidden=live::flag(move || update().is_none())
                    on:click=live::tap(move || state.switch_to_update())
                >
                    {t(Text::UpdateSwitch)}
                </button>
                <button
                    type="button"
                    data-install=""
                    hidden=live::flag(move || state.choices.with(|choices| !choices.can_install))
                    on:click=live::tap(move || state.install())
                >
                    {t(Text::OfflineInstall)}
                </button>
                <button
                    type="button"
                    data-save-offline=""
                    data-needs-app=""
                    disabled=live::flag(move || !can_save())
                    on:click=live::tap(move || state.save_offline())
                >
                    {live::words(move || t(if is_there() { Text::OfflineSaveAgain } else { Text::OfflineSave }))}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-check-update=""
                    data-needs-app=""
                    disabled=live::flag(move || !is_there())
                    on:click=live::tap(move || state.check_for_update())
                >
                    {t(Text::OfflineCheck)}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-remove-offline=""
                    data-needs-app=""
                    disabled=live::flag(move || !is_there() || !can_save())
                    on:click=live::tap(move || state.remove_offline())
                >
                    {t(Text::OfflineRemove)}
                </button>
            </div>
        </section>
    }
}

#[component]
fn Facts() -> impl IntoView {
    let state = expect_context::<AppState>();
    let read =
        move |of: fn(&Offline) -> Option<String>| live::words(move || state.offline.with(of));
    view! {
        <ul class="facts">
            <li>{read(|offline| offline.when.map(|when| fact(Text::OfflineWhen, when)))}</li>
            <li>
                {read(|offline| {
                    (offline.bytes > 0)
                        .then(|| fill(Text::OfflineSize, &[("size", &model::size(offline.bytes))]))
                })}
            </li>
            <li>
                {read(|offline| offline.checked.map(|when| fact(Text::OfflineChecked, when)))}
            </li>
            <li hidden=live::flag(move || state.offline.with(|offline| offline.missing == 0))>
                {read(|offline| {
                    let count = offline.missing.to_string();
                    (offline.missing > 0).then(|| fill(Text::OfflineLacks, &[("count", &count)]))
                })}
            </li>
            <li data-lasts="">{live::words(move || state.lasts.get().map(|lasts| t(model::promise(lasts))))}</li>
        </ul>
    }
}

fn fact(text: Text, when: Millis) -> String {
    fill(text, &[("date", &browser::clock::date_and_time(when))])
}
