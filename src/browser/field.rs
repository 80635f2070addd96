//! Fields that a person writes in: they grow with the text, and keep the cursor when the text
//! changes under it.
//!
//! Where the browser gives a field the height of its text by itself (`field-sizing`), it is left to
//! do so. Elsewhere the box of the field holds the same text unseen and grows with it; a long text
//! would be laid out twice for each key, so there the field is measured with each key, and
//! the box follows after a pause. On paper it is the text in the box that is printed.

use super::document;
use super::dynamic::{call, global, object};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlTextAreaElement};

/// The longest text, in UTF-16 units, that is laid out twice for each key.
const SHORT: u32 = 4_000;

/// Shows `text` in the field with this id, with the cursor where it was in the words.
pub fn show(id: &str, text: &str) {
    let Some(field) = find(id) else {
        return;
    };
    let before = field.value();
    if before != text {
        let cursor = field.selection_start().ok().flatten();
        field.set_value(text);
        if let Some(cursor) = cursor {
            let at = moved(&before, text, cursor);
            _ = field.set_selection_range(at, at);
        }
    }
    fit(&field);
}

/// Gives the field the height of its text after a key.
pub fn grow(id: &str) {
    let Some(field) = find(id).filter(|_| !grows_by_itself()) else {
        return;
    };
    if field.text_length() <= SHORT {
        fit(&field);
    } else if field.scroll_height() > field.client_height() {
        let border = field.offset_height() - field.client_height();
        let height = field.scroll_height() + border;
        set_least_height(&field, &[&height.to_string(), "px"].concat());
    }
}

/// The same after a pause in typing, for the screen and for paper.
pub fn settle(id: &str) {
    if let Some(field) = find(id) {
        fit(&field);
    }
}

/// The box holds the text, and no other height is asked for.
fn fit(field: &HtmlTextAreaElement) {
    if let Some(around) = field.parent_element() {
        _ = around.set_attribute("data-text", &field.value());
        set_least_height(field, "");
    }
}

fn set_least_height(field: &HtmlTextAreaElement, height: &str) {
    let style = super::dynamic::get(field, "style");
    _ = js_sys::Reflect::set(&style, &"minHeight".into(), &height.into());
}

fn grows_by_itself() -> bool {
    thread_local! {
        static GROWS: bool = {
            let (name, value) = ("field-sizing".into(), "content".into());
            let answer = call(&global("CSS"), "supports", &[&name, &value]);
            answer.is_ok_and(|answer| answer.is_truthy())
        };
    }
    GROWS.with(|grows| *grows)
}

/// Moves the focus to the element with this id, whole in sight: a browser is content with a part of it.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
        show_nearest(&element);
    }
}

/// Scrolls no further than needed.
fn show_nearest(element: &JsValue) {
    let nearest = object(&[("block", &JsValue::from("nearest"))]);
    _ = call(element, "scrollIntoView", &[&nearest]);
}

/// Brings the line with the cursor above what is fixed at the foot of the window, and
/// scrolls no further: the field may be much higher than the window.
pub fn keep_in_sight() {
    let focused = document().active_element();
    if let Some(field) = focused.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok()) {
        _ = try_keep_in_sight(&field);
    }
}

/// No browser says where the cursor of a field is: the same text in an unseen box upon it, up to
/// the cursor, ends where the cursor is.
fn try_keep_in_sight(field: &HtmlTextAreaElement) -> Option<()> {
    let around = field.parent_element()?;
    let cursor = field.selection_end().ok()??;
    let before = String::from(js_sys::JsString::from(field.value()).slice(0, cursor));
    let (copy, end) = (element("div")?, element("span")?);
    copy.set_text_content(Some(&before));
    // A line has a height only when something is in it.
    end.set_text_content(Some("\u{200b}"));
    copy.append_child(&end).ok()?;
    around.append_child(&copy).ok()?;
    show_nearest(&end);
    copy.remove();
    Some(())
}

fn element(name: &str) -> Option<web_sys::Element> {
    document().create_element(name).ok()
}

fn find(id: &str) -> Option<HtmlTextAreaElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// The position in `after` of a cursor that stood at `at` in `before`, both in UTF-16 units: it
/// stays beside the words it stood beside.
fn moved(before: &str, after: &str, at: u32) -> u32 {
    let length = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or(u32::MAX);
    let same = before
        .encode_utf16()
        .zip(after.encode_utf16())
        .take_while(|(one, other)| one == other);
    if u32::try_from(same.count()).unwrap_or(u32::MAX) >= at {
        return at;
    }
    // Something changed before the cursor: what follows it is the same as often as not.
    length(after).saturating_sub(length(before).saturating_sub(at))
}

#[cfg(test)]
mod tests {
    use super::moved;

    #[test]
    fn words_added_after_the_cursor_leave_it_where_it_is() {
        assert_eq!(moved("Ask Ana.", "Ask Ana. And Ben.", 3), 3);
        assert_eq!(moved("", "New", 0), 0);
    }

    #[test]
    fn words_added_before_the_cursor_push_it_along() {
        assert_eq!(moved("Ana.", "Ask Ana.", 3), 7);
        assert_eq!(moved("größer", "viel größer 👍", 6), 14);
    }

    #[test]
    fn a_cursor_never_leaves_the_text() {
        assert_eq!(moved("All of this", "", 11), 0);
        assert_eq!(moved("abc", "x", 1), 0);
    }
}
