//! "A newer version is ready. Read on, or switch now."

use crate::state::AppState;
use crate::text::{fill, t};
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Offers a newer version and forces nothing: who reads on is asked again on the next visit. What
/// a release corrects stays in sight until the person has switched.
#[component]
pub fn UpdateLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let correction = move || state.offline.with(|offline| offline.update.clone());
    let must_know = move || correction().is_some_and(|what| !what.is_empty());
    let is_put_away = RwSignal::new(false);
    let is_hidden = move || correction().is_none() || (is_put_away.get() && !must_know());
    let sentence = move || match correction() {
        Some(what) if !what.is_empty() => fill(Text::UpdateCorrects, &[("what", &what)]),
        _ => t(Text::UpdateReady),
    };
    view! {
        <div class="notice-place" role="status">
            <div class="notice" data-update-line="" hidden=is_hidden>
                <p>{move || (!is_hidden()).then(sentence)}</p>
                <div class="notice-ways">
                    <button type="button" data-switch="" on:click=move |_| state.switch_to_update()>
                        {t(Text::UpdateSwitch)}
                    </button>
                    <button
                        type="button"
                        class="quiet"
                        hidden=must_know
                        on:click=move |_| is_put_away.set(true)
                    >
                        {t(Text::UpdateLater)}
                    </button>
                </div>
            </div>
        </div>
    }
}
