//! The only module that speaks to the browser.

#[cfg(feature = "csr")]
pub mod chunks;
pub mod cipher;
pub mod clock;
pub mod controls;
mod dynamic;
pub mod field;
pub mod files;
pub mod focus;
pub mod install;
pub mod journal;
pub mod location;
pub mod navigator;
pub mod page;
pub mod pages;
pub mod parts;
pub mod position;
pub mod random;
pub mod sheet;
pub mod storage;
pub mod text_range;
#[cfg(feature = "csr")]
pub mod typing;
pub mod worker;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Document, Event, Window};

/// The window. Only called in the browser, where there always is one.
fn window() -> Window {
    web_sys::window().expect("the app runs in a window")
}

/// Listens to events at the window for as long as the page lives. What one event leads to may lead
/// to another (saving a file clicks on a link), so the same function may be called within its own
/// call.
fn on(name: &str, hear: impl Fn(Event) + 'static) {
    let hear = Closure::<dyn Fn(Event)>::new(hear);
    _ = window().add_event_listener_with_callback(name, hear.as_ref().unchecked_ref());
    hear.forget();
}

/// The document of the window.
fn document() -> Document {
    window().document().expect("a window has a document")
}

/// The `<html>` element, which carries what `first.js`, `boot.js`, the styles and the app tell each other.
fn root() -> web_sys::Element {
    document()
        .document_element()
        .expect("a page has an <html> element")
}
