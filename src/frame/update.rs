//! "A newer version is ready. Read on, or switch now."

use crate::state::AppState;
use crate::text::t;
use crate::ui::live;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Offers a newer version and forces nothing: who reads on is asked again on the next visit. What
/// a release corrects stays in sight until the person has switched; where it has taken over by
/// itself, until the person has put the sentence away.
#[component]
pub fn UpdateLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_waiting = move || state.offline.with(|offline| offline.update.is_some());
    let must_know = move || {
        state.offline.with(|offline| {
            let correction = offline.update.as_ref().unwrap_or(&offline.corrected);
            !correction.is_empty()
        })
    };
    let is_put_away = RwSignal::new(false);
    let sentence = move || {
        state
            .update_sentence()
            .filter(|_| must_know() || !is_put_away.get())
    };
    let close = move || {
        if is_waiting() {
            is_put_away.set(true);
        } else {
            state.heard_correction();
        }
    };
    let close_text = move || {
        if is_waiting() {
            Text::UpdateLater
        } else {
            Text::NoticeDismiss
        }
    };
    view! {
        <div class="notice-place" role="status">
            <div class="notice" data-update-line="" hidden=live::flag(move || sentence().is_none())>
                <p>{sentence}</p>
                <div class="notice-ways">
                    <button
                        type="button"
                        data-switch=""
                        hidden=live::flag(move || !is_waiting())
                        on:click=live::tap(move || state.switch_to_update())
                    >
                        {t(Text::UpdateSwitch)}
                    </button>
                    <button
                        type="button"
                        class="quiet"
                        data-update-close=""
                        hidden=live::flag(move || is_waiting() && must_know())
                        on:click=live::tap(close)
                    >
                        {live::words(move || t(close_text()))}
                    </button>
                </div>
            </div>
        </div>
    }
}
