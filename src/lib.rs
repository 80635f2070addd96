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
mod device;
mod frame;
mod guide;
mod notes;
mod reading;
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
pub use ui::{prose::Prose, untranslated::Untranslated};

/// Brings a page of the guide to life. See `main.rs`.
#[cfg(feature = "csr")]
pub fn start(catalog: &str) -> bool {
    wake(
        catalog,
        &[
            |state| {
                frame::live::start(state, frame::live::Speaks::Reading);
                reading::live::start(state);
                guide::live::start(state);
            },
            state::wake,
            state::track,
            state::listen,
        ],
    )
}

/// Brings a page with tools to life. See `bin/tools.rs`.
#[cfg(feature = "csr")]
pub fn start_tools(catalog: &str) -> bool {
    wake(
        catalog,
        &[
            |state| {
                frame::live::start(state, frame::live::Speaks::Writing);
                frame::live::offers(state);
                device::live::start(state);
                notes::live::start(state);
            },
            state::wake_tools,
        ],
    )
}

/// Starts the app in `steps`, each in a task of its own, and says that it is ready: in one task
/// they would hold up the page for a fifth of a second on a slow phone. Returns `false` when the
/// catalog cannot be read.
#[cfg(feature = "csr")]
fn wake(catalog: &str, steps: &'static [fn(AppState)]) -> bool {
    let Ok(catalog) = bearings_domain::catalog::Catalog::from_json(catalog) else {
        return false;
    };
    let route = browser::location::own_route();
    // It has been started already if this fails.
    _ = any_spawner::Executor::init_wasm_bindgen();
    let owner = leptos::prelude::Owner::new();
    owner.set();
    let state = AppState::new(catalog, route);
    // The app lives as long as the page.
    std::mem::forget(owner);
    take(state, steps);
    true
}

#[cfg(feature = "csr")]
fn take(state: AppState, steps: &'static [fn(AppState)]) {
    match steps.split_first() {
        Some((step, rest)) => {
            step(state);
            browser::page::soon(move || take(state, rest));
        }
        None => browser::page::mark_ready(),
    }
}
