//! Tabs over one storage, without a browser.

mod erased;
mod journal;
mod many;
mod saving;
mod tabs;

use crate::testing::Tab;

/// The key of the record of the item with this text.
fn key_of(tab: &Tab, text: &str) -> String {
    let shown = tab.items.items.shown();
    let found = shown.iter().find(|shown| {
        let mut fields = shown.fields.iter();
        fields.any(|field| field.text == text)
    });
    let id = &found.expect("an item of this text").id;
    tab.records.item_key(tab.items.kind(), id)
}
