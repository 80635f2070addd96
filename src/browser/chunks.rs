//! Fetching what comes after the app has answered, parts of the program, the list of pages and what
//! search reads: see `web/chunks.js`, which is one file with the program's JavaScript in the end.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen(raw_module = "./chunks.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetchChunk)]
    async fn fetch_chunk(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = fetchBytes)]
    async fn fetch_bytes(name: &str) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(catch, js_name = dressPlaces)]
    fn dress_places(file: &str) -> Result<JsValue, JsValue>;
}

/// The list of pages, as [`fetch`] calls it.
pub const PAGES: &str = "catalog";

/// The two files that search reads, as [`bytes`] calls them.
pub const INDEX: [&str; 2] = ["search-pages", "search-blocks"];

/// Fetches a chunk and makes its code callable, unless that has been done. Gives its texts as JSON,
/// or the list of pages; nothing where they cannot be had. The next call then tries again.
pub async fn fetch(name: &str) -> Option<String> {
    fetch_chunk(name).await.ok()?.as_string()
}

/// Gives the page on the screen the styles of the places, if the page in this file has them: a page of
/// the guide comes without. Returns the file without them; nothing where the browser cannot do that.
pub fn dress(file: &str) -> Option<String> {
    dress_places(file).ok()?.as_string()
}

/// Fetches a file that is no code; nothing where it cannot be had. The next call then tries again.
pub async fn bytes(name: &str) -> Option<Vec<u8>> {
    let bytes = fetch_bytes(name).await.ok()?;
    Some(bytes.dyn_into::<Uint8Array>().ok()?.to_vec())
}
