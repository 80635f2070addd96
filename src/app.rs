//! The guide as it stands in the finished pages: every route but those of the tools.

use crate::frame::page::page;
use crate::guide::{contents::Contents, install::InstallOffer, resume::ResumeCard};
use crate::reading::{page_bar::PageBar, page_end::PageEnd};
use crate::state::AppState;
use crate::ui::prose::Prose;
use bearings_domain::route::Destination;
use leptos::either::{EitherOf3, EitherOf4};
use leptos::prelude::*;

/// The whole page below `<body>`.
#[component]
pub fn App(
    /// The catalog and the route.
    state: AppState,
    /// The route's compiled text.
    article: Prose,
) -> impl IntoView {
    provide_context(state);
    let before = match state.route_now().to {
        Destination::Today => EitherOf3::A(view! { <ResumeCard /> }),
        Destination::Page(page) => EitherOf3::B(view! { <PageBar page /> }),
        _ => EitherOf3::C(()),
    };
    let after = match state.route_now().to {
        Destination::Today => EitherOf4::A(view! { <InstallOffer /> }),
        Destination::Guide => EitherOf4::B(view! { <ResumeCard /> <Contents /> }),
        Destination::Page(page) => EitherOf4::C(view! { <PageEnd page /> }),
        _ => EitherOf4::D(()),
    };
    page(state, before, article, after)
}
