//! The Bearings app. Its views are written once into the finished pages, on the host
//! ([`app::App`], [`tools::Tools`]; feature `ssr`). In the browser the page stays what it is: `start`
//! follows the state with effects and changes parts of the page through their elements, each found
//! when it is needed (the modules `live`; feature `csr`). Only the list of notes is a view there.

#![cfg_attr(
    not(feature = "csr"),
    allow(dead_code, reason = "only the browser wakes the app")
)]

#[cfg(feature = "ssr")]
pub mod app;
mod browser;
#[cfg(feature = "csr")]
mod chunks;
mod device;
mod find;
mod frame;
mod guide;
mod notes;
mod reading;
mod settings;
mod state;
#[cfg(test)]
mod testing;
mod text;
#[cfg(feature = "ssr")]
pub mod tools;
#[cfg(feature = "ssr")]
mod ui;

pub use state::AppState;
#[cfg(feature = "ssr")]
pub use ui::{prose::Prose, sample::Sample, untranslated::Untranslated};

/// Brings a page to life. See `main.rs`.
#[cfg(feature = "csr")]
pub async fn start(texts: &str) -> bool {
    let Ok(catalog) = bearings_domain::catalog::Catalog::from_texts(texts) else {
        return false;
    };
    let route = browser::location::own_route();
    // It has been started already if this fails.
    _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = leptos::prelude::Owner::new();
    owner.set();
    // The app lives as long as the page.
    std::mem::forget(owner);
    let state = AppState::new(catalog, route);
    let is_awake = wake(state).await;
    if is_awake {
        browser::page::mark_ready();
        leptos::task::spawn_local(state::learn_pages(state));
    }
    is_awake
}

/// Starts the app a step at a time, each in a task of its own: in one task they would hold up the
/// page for a fifth of a second on a slow phone. What follows the state comes first: see
/// [`state::follow`].
#[cfg(feature = "csr")]
async fn wake(state: AppState) -> bool {
    use browser::page::next_task;
    use frame::live::Speaks;

    if let Some(chunk) = state.route_now().chunk() {
        // What is taken along from here has the titles of pages in it.
        let is_here = state::fetch_pages(state).await;
        if !is_here || chunks::fetch(state, chunk).await.is_err() {
            return false;
        }
        frame::live::start(state, Speaks::Writing);
        next_task().await;
        state::open(state);
        if chunks::start_tools(state).await.is_err() {
            return false;
        }
    } else {
        frame::live::start(state, Speaks::Reading);
        reading::live::start(state);
        guide::live::start(state);
        next_task().await;
        state::open(state);
        state::wake_reading(state);
        next_task().await;
        state::track(state);
        next_task().await;
        state::listen(state);
    }
    state::follow_copy(state);
    find::open::start(state, chunks::search);
    true
}
