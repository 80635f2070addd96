//! Fields that a person writes in: they grow with the text, and keep the cursor when the text
//! changes under it.

use super::document;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, HtmlTextAreaElement};

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
    grow(id);
}

/// Gives the field the height of its text: its box holds the same text unseen, and grows with it.
pub fn grow(id: &str) {
    if let Some(field) = find(id)
        && let Some(around) = field.parent_element()
    {
        _ = around.set_attribute("data-text", &field.value());
    }
}

/// Moves the focus to the element with this id.
pub fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        _ = element.focus();
    }
}

/// Brings the end of the field that somebody is in above what is fixed at the foot of the window.
pub fn keep_in_sight() {
    let focused = document().active_element();
    if let Some(field) = focused.filter(|element| element.tag_name() == "TEXTAREA") {
        field.scroll_into_view_with_bool(false);
    }
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
