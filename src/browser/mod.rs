//! The only module that speaks to the browser.

pub mod cipher;
pub mod clock;
pub mod controls;
mod dynamic;
pub mod field;
pub mod files;
pub mod install;
pub mod journal;
pub mod location;
pub mod navigator;
pub mod page;
pub mod pages;
pub mod place;
pub mod random;
pub mod storage;
pub mod worker;

use web_sys::{Document, Window};

/// The window. Only called in the browser, where there always is one.
fn window() -> Window {
    web_sys::window().expect("the app runs in a window")
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
