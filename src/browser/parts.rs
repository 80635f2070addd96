//! Parts of the finished page that change. They are looked for each time and changed through their
//! elements, never through the text in them: a translator, an extension or a proxy may have put
//! other nodes there, or taken some away. A part that is not there is left out.

use super::document;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, Url};

/// The property of an element that holds what we said there last. A copy of it has none.
const SAID: &str = "bearingsSaid";

/// An element of the finished page.
pub struct Part(Element);

/// The first part that a selector finds.
pub fn part(selector: &str) -> Option<Part> {
    document().query_selector(selector).ok()?.map(Part)
}

/// Whether a selector finds a part.
pub fn has(selector: &str) -> bool {
    part(selector).is_some()
}

/// Every part that a selector finds.
pub fn parts(selector: &str) -> Vec<Part> {
    let Ok(found) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    let element = |at| found.get(at)?.dyn_into().ok().map(Part);
    (0..found.length()).filter_map(element).collect()
}

/// Says something in a part, unless it says so already: what is said again is read out again.
pub fn say(selector: &str, text: &str) {
    if let Some(part) = part(selector) {
        part.say(text);
    }
}

/// Shows or hides a part.
pub fn show(selector: &str, is_there: bool) {
    if let Some(part) = part(selector) {
        part.mark("hidden", (!is_there).then_some(""));
    }
}

/// Sets an attribute of a part, or takes it away.
pub fn mark(selector: &str, name: &str, value: Option<&str>) {
    if let Some(part) = part(selector) {
        part.mark(name, value);
    }
}

/// Sets a property of a part: of a box or a button, which a person may have changed since.
pub fn set(selector: &str, property: &str, value: bool) {
    if let Some(part) = part(selector) {
        part.set(property, value);
    }
}

/// Fills a part with lines, each an element of this kind.
pub fn lines(selector: &str, kind: &str, lines: &[String]) {
    let Some(part) = part(selector).filter(|part| !part.has_said(&lines.concat())) else {
        return;
    };
    let list = part.0;
    list.set_text_content(None);
    for line in lines {
        if let Ok(item) = document().create_element(kind) {
            item.set_text_content(Some(line));
            _ = list.append_child(&item);
        }
    }
}

/// The element that a view is mounted in.
pub fn root(selector: &str) -> Option<HtmlElement> {
    part(selector)?.0.dyn_into().ok()
}

impl Part {
    /// A new element with these attributes, in no page yet.
    pub fn new(kind: &str, attributes: &[(&str, &str)]) -> Self {
        let element = document().create_element(kind);
        let part = Self(element.expect("this is how elements are called"));
        for (name, value) in attributes {
            part.mark(name, Some(value));
        }
        part
    }

    /// Puts another part into this one, at its end.
    pub fn add(&self, other: &Self) {
        _ = self.0.append_child(&other.0);
    }

    /// Says something here, unless it was what we said last: the text here now may be a
    /// translator's, and what is said again is read out again.
    pub fn say(&self, text: &str) {
        if self.has_said(text) {
            return;
        }
        self.0.set_text_content(Some(text));
    }

    /// Whether this was said last, and notes that it is from now on.
    fn has_said(&self, text: &str) -> bool {
        let key = JsValue::from_str(SAID);
        let said = Reflect::get(&self.0, &key).ok();
        let said = said.and_then(|said| said.as_string());
        _ = Reflect::set(&self.0, &key, &text.into());
        said.or_else(|| self.0.text_content()).as_deref() == Some(text)
    }

    /// Sets an attribute, or takes it away.
    pub fn mark(&self, name: &str, value: Option<&str>) {
        _ = match value {
            Some(value) => self.0.set_attribute(name, value),
            None => self.0.remove_attribute(name),
        };
    }

    /// Sets a property: of a box or a button, which a person may have changed since.
    pub fn set(&self, property: &str, value: bool) {
        _ = Reflect::set(&self.0, &property.into(), &JsValue::from(value));
    }

    /// What an attribute says.
    pub fn attribute(&self, name: &str) -> String {
        self.0.get_attribute(name).unwrap_or_default()
    }

    /// What it says.
    pub fn text(&self) -> String {
        self.0.text_content().unwrap_or_default()
    }

    /// Takes out what is in it.
    pub fn clear(&self) {
        self.0.set_text_content(None);
    }

    /// Takes it out of what it is in.
    pub fn remove(&self) {
        self.0.remove();
    }

    /// The same once more, in no page and without ids: of those there is one each.
    pub fn copy(&self) -> Self {
        let copy = self.0.clone_node_with_deep(true);
        let copy = copy.ok().and_then(|copy| copy.dyn_into().ok());
        let copy = Self(copy.unwrap_or_else(|| self.0.clone()));
        copy.mark("id", None);
        if let Ok(named) = copy.0.query_selector_all("[id]") {
            for at in 0..named.length() {
                if let Some(element) = named
                    .get(at)
                    .and_then(|node| node.dyn_into::<Element>().ok())
                {
                    _ = element.remove_attribute("id");
                }
            }
        }
        copy
    }

    /// Takes what is in another part, whose links are those of a page at the address `base`.
    pub fn take(&self, other: &Self, base: &str) {
        while let Some(child) = other.0.first_child() {
            if self.0.append_child(&child).is_err() {
                break;
            }
        }
        if let Ok(links) = self.0.query_selector_all("a[href]") {
            for at in 0..links.length() {
                if let Some(link) = links
                    .get(at)
                    .and_then(|node| node.dyn_into::<Element>().ok())
                {
                    let link = Self(link);
                    if let Ok(url) = Url::new_with_base(&link.attribute("href"), base) {
                        link.mark("href", Some(&url.href()));
                    }
                }
            }
        }
    }

    /// The part around this one that a selector finds.
    pub fn closest(&self, selector: &str) -> Option<Self> {
        self.0.closest(selector).ok()?.map(Self)
    }

    /// The part that an element is.
    pub(super) fn of(element: Element) -> Self {
        Self(element)
    }

    /// A part of this one.
    pub fn part(&self, selector: &str) -> Option<Self> {
        self.0.query_selector(selector).ok()?.map(Self)
    }
}
