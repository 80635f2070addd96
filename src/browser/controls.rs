//! Controls of the finished page: what a person does with them. What they show is changed through
//! [`parts`].

use super::dynamic::get;
use super::parts;
use wasm_bindgen::JsCast;
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

/// What an event asks for: the name that the control, or an element around it, has for events of
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
            let kind = if is_on { "text" } else { "password" };
            parts::mark(&["#", field].concat(), "type", Some(kind));
        }
    }
    let name = ["data-", &kind].concat();
    let control = target.closest(&["[", &name, "]"].concat()).ok()??;
    if kind == "submit" {
        event.prevent_default();
    }
    Some((control.get_attribute(&name)?, is_on))
}
