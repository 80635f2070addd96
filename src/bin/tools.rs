//! The program of the places with tools: `boot.js` loads it there in place of the guide's.

#![cfg_attr(
    not(feature = "hydrate"),
    allow(missing_docs, reason = "empty on the host")
)]

#[cfg(feature = "hydrate")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Takes over the finished page that is already on the screen.
///
/// `catalog` is the text of the catalog file. Returns `false`, and touches nothing, when it
/// cannot be read: the page then stays what it was, readable and linked.
#[cfg(feature = "hydrate")]
#[wasm_bindgen]
pub fn start(catalog: &str) -> bool {
    bearings::start_tools(catalog)
}

fn main() {}
