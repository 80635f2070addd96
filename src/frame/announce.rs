//! Tells screen readers what changed when no page was loaded.

use crate::state::AppState;
use crate::ui::live;
use leptos::prelude::*;

/// A live region that says the newest announcement.
#[component]
pub fn Announcer() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <p class="visually-hidden" role="status" data-announce="">
            {live::words(move || state.announcement.get())}
        </p>
    }
}
