//! The frame that every route shares, and where each route's own parts go.

use crate::device::{panel::DevicePanel, vault::VaultPanels};
use crate::frame::update::UpdateLine;
use crate::frame::{announce::Announcer, header::Header, notice::NoticeLine, places::Places};
use crate::guide::{contents::Contents, resume::ResumeCard};
use crate::reading::{page_bar::PageBar, page_end::PageEnd};
use crate::state::AppState;
use crate::text::t;
use crate::ui::prose::{Article, Prose};
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::either::{EitherOf3, EitherOf4};
use leptos::prelude::*;

/// The whole page below `<body>`.
///
/// `article` is the route's compiled text when a finished page is written; in the browser it
/// is `None`, because the text is already there and is adopted as it stands.
#[component]
pub fn App(
    /// What the app knows; the only way to change it.
    state: AppState,
    /// The compiled text, on the host only.
    article: Option<Prose>,
) -> impl IntoView {
    provide_context(state);
    let before = move || match state.route() {
        Route::Today => EitherOf3::A(view! { <ResumeCard /> }),
        Route::Page(page) => EitherOf3::B(view! { <PageBar page /> }),
        _ => EitherOf3::C(()),
    };
    let after = move || match state.route() {
        Route::Guide => EitherOf4::A(view! { <ResumeCard /> <Contents /> }),
        Route::Page(page) => EitherOf4::B(view! { <PageEnd page /> }),
        Route::Device => EitherOf4::C(view! { <DevicePanel /> <VaultPanels /> }),
        _ => EitherOf4::D(()),
    };
    view! {
        <a class="skip-link" href="#main">{t(Text::SkipLink)}</a>
        <Header />
        <main id="main" tabindex="-1" data-view=move || state.route().place_id().unwrap_or("page")>
            {before}
            <Article article />
            {after}
        </main>
        <Places />
        <NoticeLine />
        <UpdateLine />
        <Announcer />
        <BootError />
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
