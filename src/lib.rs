//! The Bearings app: Leptos views over `bearings-domain`, and the adapters to the browser.
//!
//! Rendered twice from the same [`app::App`] and [`tools::Tools`]: by `bin/prerender` into one
//! finished page per route, and in the browser, where `start` takes those pages over.

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
pub mod tools;
mod ui;

pub use state::AppState;
pub use ui::prose::Prose;

/// Takes over a page of the guide. See `main.rs`.
#[cfg(feature = "hydrate")]
pub fn start(catalog: &str) -> bool {
    use leptos::prelude::*;

    take_over(
        catalog,
        |state| hydrate_body(move || view! { <app::App state article=None /> }),
        state::wake,
    )
}

/// Takes over a page with tools. See `bin/tools.rs`.
#[cfg(feature = "hydrate")]
pub fn start_tools(catalog: &str) -> bool {
    use leptos::prelude::*;

    take_over(
        catalog,
        |state| hydrate_body(move || view! { <tools::Tools state article=None /> }),
        state::wake_tools,
    )
}

#[cfg(feature = "hydrate")]
fn take_over(catalog: &str, hydrate: fn(AppState), wake: fn(AppState)) -> bool {
    let Ok(catalog) = bearings_domain::catalog::Catalog::from_json(catalog) else {
        return false;
    };
    let Some(route) = browser::location::current().map(|address| address.route) else {
        return false;
    };
    let owner = leptos::prelude::Owner::new();
    owner.set();
    let state = AppState::new(catalog, route);
    hydrate(state);
    // Only now may what is kept on the device show: the first render equals the finished page.
    wake(state);
    std::mem::forget(owner);
    browser::page::mark_ready();
    true
}
