//! The places with tools as they stand in the finished pages. A chunk of the program brings them to
//! life ([`Chunk::Tools`](bearings_domain::Chunk::Tools)), so that who only reads does not load it.

use crate::device::{backup::panels_html::panels, panel::DevicePanel};
use crate::frame::page::page;
use crate::notes::page::NotesPage;
use crate::settings::panel::SettingsPanel;
use crate::state::AppState;
use crate::ui::prose::Prose;
use bearings_domain::route::Destination;
use leptos::either::EitherOf3;
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
    let after = match state.route_now().to {
        Destination::Device => EitherOf3::A(view! { <DevicePanel /> {panels()} }),
        Destination::Settings => EitherOf3::B(view! { <SettingsPanel /> }),
        _ => EitherOf3::C(view! { <NotesPage /> }),
    };
    page(state, (), article, after)
}
