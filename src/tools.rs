//! The places with tools as they stand in the finished pages. A chunk of the program brings them to
//! life ([`Chunk::Tools`](bearings_domain::Chunk::Tools)), so that who only reads does not load it.

use crate::device::{backup::panels_html::panels, panel::DevicePanel, region::RegionChoice};
use crate::frame::page::page;
use crate::notes::page::NotesPage;
use crate::state::AppState;
use crate::ui::prose::Prose;
use bearings_domain::lang::Lang;
use bearings_domain::route::{Destination, Route};
use leptos::either::Either;
use leptos::prelude::*;

/// The whole page below `<body>`; see [`App`](crate::app::App).
#[component]
pub fn Tools(
    /// The catalog and the route.
    state: AppState,
    /// The route's compiled text.
    article: Prose,
) -> impl IntoView {
    provide_context(state);
    let Route { lang, to } = state.route_now();
    // Only English has words by region.
    let regions = (lang == Lang::ENGLISH).then(|| view! { <RegionChoice /> });
    let after = match to {
        Destination::Device => Either::Left(view! { <DevicePanel /> {regions} {panels()} }),
        _ => Either::Right(view! { <NotesPage /> }),
    };
    page(state, (), article, after)
}
