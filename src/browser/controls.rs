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

/// Where a key is no shortcut: what is written in, and windows above the page.
const TAKEN: &str = "input, textarea, select, [contenteditable], dialog";

/// Calls back when a key is pressed by itself while nothing is written and no window is open above the
/// page.
pub fn shortcut(key: &'static str, act: impl Fn() + 'static) {
    super::on("keydown", move |event| {
        let is_key = get(&event, "key").as_string().as_deref() == Some(key);
        let is_with = |other: &&str| get(&event, other).is_truthy();
        if !is_key
            || ["ctrlKey", "altKey", "metaKey", "isComposing"]
                .iter()
                .any(is_with)
        {
            return;
        }
        let target: Option<Element> = event.target().and_then(|target| target.dyn_into().ok());
        if target.is_some_and(|target| !matches!(target.closest(TAKEN), Ok(Some(_)))) {
            event.prevent_default();
            act();
        }
    });
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
