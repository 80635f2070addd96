//! The one line that says when something could not be kept on this device.

use crate::state::AppState;
use crate::text::t;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Shows the present notice, if any, above the five places. It never covers a focused control
/// for good: it can be dismissed. Whatever went wrong, what is known can be taken along at once.
#[component]
pub fn NoticeLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let kind = move || state.notice.get().map(crate::state::Notice::name);
    view! {
        <div class="notice-place" role="status">
            <div class="notice" data-notice=kind hidden=move || state.notice.get().is_none()>
                <p>
                    {move || state.notice.get().map(|notice| t(notice.text()))} " "
                    {move || state.vault.with(|vault| vault.saved.clone())}
                </p>
                <div class="notice-ways">
                    <button type="button" data-export-now="" on:click=move |_| state.export()>
                        {t(Text::ExportNow)}
                    </button>
                    <button type="button" on:click=move |_| state.notice.set(None)>
                        {t(Text::NoticeDismiss)}
                    </button>
                </div>
            </div>
        </div>
    }
}
