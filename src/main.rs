//! The entry point in the browser: `boot.js` loads this program and calls [`start`].

#![cfg_attr(
    not(feature = "csr"),
    allow(missing_docs, reason = "empty on the host")
)]

#[cfg(feature = "csr")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Brings the finished page that is already on the screen to life.
///
/// `texts` is what the app says, from its file. Returns `false`, and touches nothing, when it
/// cannot be read, or when a part of the program cannot be had that this page uses at once: the
/// page then stays what it was, readable and linked.
#[cfg(feature = "csr")]
#[wasm_bindgen]
pub async fn start(texts: String) -> bool {
    bearings::start(&texts).await
}

fn main() {}
