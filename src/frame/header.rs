//! The line at the top: the name of the guide, which leads home.

use crate::state::AppState;
use crate::text::t;
use crate::ui::live;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The header with the way home.
#[component]
pub fn Header() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <header class="top">
            <a class="brand" href=live::words(move || state.href(&Route::Today))>
                <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
                    <path d="M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM15.8 8.200l-2.3 5.3-5.3 2.3 2.3-5.3z"></path>
                </svg>
                {t(Text::Brand)}
            </a>
        </header>
    }
}
