//! The places with tools: a program of their own, so that who only reads does not load them.

use crate::device::{panel::DevicePanel, region::RegionChoice, vault::VaultPanels};
use crate::frame::{notice::ToolsNotice, page::page};
use crate::notes::page::NotesPage;
use crate::state::AppState;
use crate::ui::prose::Prose;
use bearings_domain::route::Route;
use leptos::either::Either;
use leptos::prelude::*;

/// The whole page below `<body>`; see [`App`](crate::app::App). The route never changes: from
/// here to any other page the browser goes by itself.
#[component]
pub fn Tools(
    /// What the app knows; the only way to change it.
    state: AppState,
    /// The compiled text, on the host only.
    article: Option<Prose>,
) -> impl IntoView {
    provide_context(state);
    let after = match state.route_now() {
        Route::Device => Either::Left(view! { <DevicePanel /> <RegionChoice /> <VaultPanels /> }),
        _ => Either::Right(view! { <NotesPage /> }),
    };
    page(state, (), article, after, view! { <ToolsNotice /> })
}
