//! A field whose answers stand below it: what is typed, and the way among the answers with the keyboard.

use super::document;
use super::dynamic::{call, get};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement};

/// What stands in the field with this id.
pub fn text(id: &str) -> String {
    let field = document().get_element_by_id(id);
    let text = field.map(|field| get(&field, "value"));
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

/// Puts a text into a field, and the focus at its end.
pub fn put(id: &str, text: &str) {
    if let Some(field) = document().get_element_by_id(id) {
        _ = Reflect::set(&field, &"value".into(), &text.into());
        focus(&field);
    }
}

/// Moves the focus to a field, with all that is in it selected: the next key begins anew.
pub fn select(id: &str) {
    if let Some(field) = document().get_element_by_id(id) {
        focus(&field);
        _ = call(&field, "select", &[]);
    }
}

/// Whether the focus is in what a selector finds.
pub fn is_below(selector: &str) -> bool {
    let focused = document().active_element();
    focused.is_some_and(|focused| matches!(focused.closest(selector), Ok(Some(_))))
}

/// A field with what is found below it.
pub struct Place {
    /// What a selector finds around all of it.
    pub around: &'static str,
    /// The id of the field.
    pub field: &'static str,
    /// What arrow keys stop at.
    pub stops: &'static str,
    /// The attribute of buttons that try another text.
    pub tries: &'static str,
}

/// What a person has done there.
pub enum Done {
    /// This stands in the field now.
    Typed(String),
    /// A button that tries this text was pressed.
    Tried(String),
    /// A link was followed in this window.
    Followed,
}

/// Calls back with what is done. Arrow keys move the focus among the field and the stops below it; Enter
/// in the field moves it to the first stop.
pub fn listen(place: &'static Place, act: impl Fn(Done) + Copy + 'static) {
    super::on("input", move |event| {
        if target(&event).is_some_and(|target| target.id() == place.field) {
            act(Done::Typed(text(place.field)));
        }
    });
    super::on("click", move |event| {
        let inside = |target: &Element| matches!(target.closest(place.around), Ok(Some(_)));
        let Some(target) = target(&event).filter(inside) else {
            return;
        };
        let is_elsewhere = ["ctrlKey", "metaKey", "shiftKey", "altKey"];
        let is_elsewhere = is_elsewhere.iter().any(|key| get(&event, key).is_truthy());
        if let Some(said) = target.get_attribute(place.tries) {
            act(Done::Tried(said));
        } else if !is_elsewhere && matches!(target.closest("a[href]"), Ok(Some(_))) {
            act(Done::Followed);
        }
    });
    super::on("keydown", move |event| walk(place, &event));
}

fn walk(place: &Place, event: &Event) {
    let inside = |target: &Element| matches!(target.closest(place.around), Ok(Some(_)));
    let Some(target) = target(event).filter(inside) else {
        return;
    };
    if get(event, "isComposing").is_truthy() {
        return;
    }
    let key = get(event, "key").as_string().unwrap_or_default();
    let stops = visible(place.stops);
    let here = stops.iter().position(|stop| *stop == target);
    let next = match (key.as_str(), here) {
        ("ArrowDown", Some(at)) => stops.get(at + 1),
        ("ArrowDown" | "Enter", None) if target.id() == place.field => stops.first(),
        ("ArrowUp", Some(at)) => at.checked_sub(1).and_then(|before| stops.get(before)),
        _ => return,
    };
    event.prevent_default();
    if let Some(stop) = next {
        focus(stop);
    } else if key == "ArrowUp"
        && let Some(field) = document().get_element_by_id(place.field)
    {
        focus(&field);
    }
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        _ = element.focus();
    }
}

/// What can have the focus: not what is in a list that is closed.
fn visible(selector: &str) -> Vec<Element> {
    let Ok(found) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    let element = |at| found.get(at)?.dyn_into::<Element>().ok();
    let all = (0..found.length()).filter_map(element);
    all.filter(|element| element.get_bounding_client_rect().height() > 0.0)
        .collect()
}
