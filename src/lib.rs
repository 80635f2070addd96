//! The Bearings app: Leptos views over `bearings-domain`, and the adapters to the browser.
//!
//! Rendered twice from the same [`app::App`]: by `bin/prerender` into one finished page per
//! route, and in the browser, where [`start`] takes those pages over.

#![cfg_attr(
    not(feature = "hydrate"),
    allow(dead_code, reason = "only the browser wakes the app")
)]

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
mod ui;

pub use state::AppState;
pub use ui::prose::Prose;

/// Takes over the page on the screen. See `main.rs`.
#[cfg(feature = "hydrate")]
pub fn start(catalog: &str) -> bool {
    use leptos::prelude::*;

    let Ok(catalog) = bearings_domain::catalog::Catalog::from_json(catalog) else {
        return false;
    };
    let Some(route) = browser::location::current().map(|address| address.route) else {
        return false;
    };
    let owner = Owner::new();
    owner.set();
    let state = AppState::new(catalog, route);
    hydrate_body(move || view! { <app::App state article=None /> });
    // Only now may what is kept on the device show: the first render equals the finished page.
    state::wake(state);
    std::mem::forget(owner);
    browser::page::mark_ready();
    true
}
