//! A window above the page: a native dialog, which keeps the focus in it, ends with Esc, and gives the
//! focus back.

use super::document;
use super::dynamic::{call, get};
use super::parts::{Part, part};
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Makes a window with this id and this name. It is not open yet.
pub fn make(id: &str, name: &str) -> Part {
    let window = Part::new(
        "dialog",
        // Where the browser knows it, a tap beside the window puts it away.
        &[("id", id), ("aria-label", name), ("closedby", "any")],
    );
    if let Some(body) = part("body") {
        body.add(&window);
    }
    window
}

/// Shows the window, unless it is open. The button of the same name gets the focus back where nothing
/// else had it: not every browser gives it to a button that is tapped.
pub fn open(id: &str) {
    let Some(window) = document().get_element_by_id(id) else {
        return;
    };
    if get(&window, "open").is_truthy() {
        return;
    }
    let is_nowhere = document()
        .active_element()
        .is_none_or(|element| element.tag_name() == "BODY");
    let button = ["button[data-click=\"", id, "\"]"].concat();
    if is_nowhere
        && let Ok(Some(button)) = document().query_selector(&button)
        && let Some(button) = button.dyn_ref::<HtmlElement>()
    {
        _ = button.focus();
    }
    _ = call(&window, "showModal", &[]);
}

/// Puts the window away, if it is open.
pub fn close(id: &str) {
    if let Some(window) = document().get_element_by_id(id) {
        _ = call(&window, "close", &[]);
    }
}
