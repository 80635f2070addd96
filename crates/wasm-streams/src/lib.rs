//! Stands in for the crate `wasm-streams`, which Leptos links for server functions.
//!
//! This app has no server and calls none of it. The real crate exports JavaScript classes, so
//! the linker has to keep it and the futures behind it: 5 kB in Brotli of wasm and JavaScript
//! before the app is ready, on a phone with one bar of signal. `[patch.crates-io]` in the root
//! `Cargo.toml` puts this in its place; it has the few functions that `server_fn` names.

use futures_util::stream::{Empty, Stream, empty};
use wasm_bindgen::JsValue;

/// A stream that carries nothing.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Wraps a stream of the browser.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }

    /// Makes an empty stream of the browser: nothing in this app sends one.
    pub fn from_stream<S>(_stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        Self(JsValue::UNDEFINED.into())
    }

    /// The stream of the browser.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }

    /// A stream that ends at once.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
}
