//! The guide: every route but those of the tools.

use crate::frame::{notice::NoticeLine, page::page};
use crate::guide::{contents::Contents, install::InstallOffer, resume::ResumeCard};
use crate::reading::{page_bar::PageBar, page_end::PageEnd};
use crate::state::AppState;
use crate::ui::prose::Prose;
use bearings_domain::route::Route;
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
        Route::Today => EitherOf4::A(view! { <InstallOffer /> }),
        Route::Guide => EitherOf4::B(view! { <ResumeCard /> <Contents /> }),
        Route::Page(page) => EitherOf4::C(view! { <PageEnd page /> }),
        _ => EitherOf4::D(()),
    };
    page(state, before, article, after, view! { <NoticeLine /> })
}
