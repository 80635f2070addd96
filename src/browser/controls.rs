//! Controls that stand in the finished page: what a person does with them, and what they show.

use super::document;
use super::dynamic::get;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event};

/// Calls back with the names of the controls that are tapped (`data-click`).
pub fn taps(act: impl Fn(&str) + 'static) {
    super::on("click", move |event| {
        if let Some((name, _)) = asked(&event) {
            act(&name);
        }
    });
}

/// Calls back with all that a person asks for, fields and forms included: see [`asked`].
pub fn listen(act: impl Fn(&str, bool) + Copy + 'static) {
    for kind in ["click", "change", "input", "submit"] {
        super::on(kind, move |event| {
            if let Some((name, is_on)) = asked(&event) {
                act(&name, is_on);
            }
        });
    }
}

/// What an event asks for: the name that the control, or what it stands in, has for events of
/// this sort (`data-click`, `data-change`, `data-input`, `data-submit`), and whether the control is
/// checked. A box that shows what is typed (`data-shows`) does so at once and asks for nothing.
fn asked(event: &Event) -> Option<(String, bool)> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let is_on = get(&target, "checked").is_truthy();
    let kind = event.type_();
    if kind == "change"
        && let Some(fields) = target.get_attribute("data-shows")
    {
        for field in fields.split(' ') {
            set_type(field, if is_on { "text" } else { "password" });
        }
    }
    let name = ["data-", &kind].concat();
    let control = target.closest(&["[", &name, "]"].concat()).ok()??;
    if kind == "submit" {
        event.prevent_default();
    }
    Some((control.get_attribute(&name)?, is_on))
}

fn set_type(field: &str, kind: &str) {
    if let Some(field) = document().get_element_by_id(field) {
        _ = field.set_attribute("type", kind);
    }
}

/// Says something in the element with this id, unless it says so already.
pub fn say(id: &str, text: &str) {
    if let Some(element) = document().get_element_by_id(id)
        && element.text_content().as_deref() != Some(text)
    {
        element.set_text_content(Some(text));
    }
}

/// Fills the list with this id.
pub fn list(id: &str, lines: &[String]) {
    let Some(list) = document().get_element_by_id(id) else {
        return;
    };
    list.set_text_content(None);
    for line in lines {
        if let Ok(item) = document().create_element("li") {
            item.set_text_content(Some(line));
            _ = list.append_child(&item);
        }
    }
}

/// Shows or hides the element with this id.
pub fn show(id: &str, is_there: bool) {
    set(id, "hidden", !is_there);
}

/// Sets a property of the element with this id that is true or false.
pub fn set(id: &str, property: &str, value: bool) {
    if let Some(element) = document().get_element_by_id(id) {
        _ = Reflect::set(&element, &property.into(), &JsValue::from(value));
    }
}
