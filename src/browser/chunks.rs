//! Fetching parts of the program: see `web/chunks.js`, which is one file with the program's
//! JavaScript in the end.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "./chunks.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = fetchChunk)]
    async fn fetch_chunk(name: &str) -> Result<JsValue, JsValue>;
}

/// Fetches a chunk and makes its code callable, unless that has been done. Gives its texts as JSON;
/// nothing where they cannot be had. The next call then tries again.
pub async fn fetch(name: &str) -> Option<String> {
    fetch_chunk(name).await.ok()?.as_string()
}
