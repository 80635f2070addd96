//! What every page has in common, as it is in the finished page.

use super::{destinations::Destinations, notices::Notices};
use crate::state::AppState;
use crate::text::t;
use crate::ui::prose::{Article, Prose};
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The frame, the article, and the route's own parts `before` and `after` it.
pub fn page(
    state: AppState,
    before: impl IntoView,
    article: Prose,
    after: impl IntoView,
) -> impl IntoView {
    let route = state.route_now();
    view! {
        <a class="skip-link" href="#main">{t(Text::SkipLink)}</a>
        <Header />
        // Before the text: whoever goes on with the keyboard, or hears the page, has the places at once,
        // and on a wide screen they are drawn there.
        <Destinations />
        <main id="main" tabindex="-1" data-view=route.to.id().unwrap_or("page")>
            {before}
            <Article article />
            {after}
        </main>
        <Notices is_for_writing=route.is_tool() />
        <p class="visually-hidden" role="status" data-announce=""></p>
        <BootError />
    }
}

/// The line at the top: the name of the guide, which leads home, and the ways into search and to the settings.
#[component]
fn Header() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <header class="top">
            <a class="brand" href=state.href(Destination::Today)>
                <svg class="brand-mark" viewBox="0 0 24 24" aria-hidden="true">
                    <path d="M12 2.5a9.5 9.5 0 1 0 0 19 9.5 9.5 0 0 0 0-19zM15.8 8.200l-2.3 5.3-5.3 2.3 2.3-5.3z"></path>
                </svg>
                {t(Text::Brand)}
            </a>
            <button type="button" class="quiet" data-needs-app="" data-click="search">
                {t(Text::Find)}
            </button>
            <a class="brand" href=state.href(Destination::Settings)>
                "Aa"
                <span class="visually-hidden">" " {t(Text::LookLink)}</span>
            </a>
        </header>
    }
}

/// What `boot.js` shows when the app cannot start: the text stays, and one button tries again.
#[component]
fn BootError() -> impl IntoView {
    view! {
        <div class="notice" data-boot-error="" hidden role="alert">
            <p>{t(Text::BootFailed)}</p>
            <button type="button" data-boot-retry="">{t(Text::BootRetry)}</button>
        </div>
    }
}
