//! Installing the app, where the browser lets a page ask: Chromium only.

use super::dynamic::call;
use super::on;
use std::cell::RefCell;
use wasm_bindgen::JsValue;

thread_local! {
    /// What the browser gave us to ask with. It can be used once.
    static PROMPT: RefCell<Option<JsValue>> = const { RefCell::new(None) };
}

/// Calls back when the browser can ask the person, and when there is nothing more to ask. From now
/// on it does not ask of its own accord.
pub fn listen(on_change: impl Fn(bool) + Copy + 'static) {
    on("beforeinstallprompt", move |event| {
        event.prevent_default();
        PROMPT.set(Some(event.into()));
        on_change(true);
    });
    on("appinstalled", move |_| on_change(false));
}

/// Lets the browser ask the person.
pub fn ask() {
    if let Some(prompt) = PROMPT.take() {
        _ = call(&prompt, "prompt", &[]);
    }
}
