//! Three tabs that write, delete and receive each other's changes, for the tests.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::{FieldName, Millis};

/// What can happen in a tab. Items and texts are few so that tabs meet on them.
#[derive(Clone, Debug)]
pub enum Act {
    Create(u8),
    Edit(u8, u8),
    /// Writes what another tab may be writing too.
    EditAlike(u8, u8),
    Delete(u8),
    EditCopy,
    DeleteCopy,
    BringBack,
    Hear(usize),
}

pub fn any_acts(longest: usize) -> impl Strategy<Value = Vec<(usize, Act, u64)>> {
    let act = prop_oneof![
        2 => (0..2_u8).prop_map(Act::Create),
        8 => (0..2_u8, 0..3_u8).prop_map(|(item, field)| Act::Edit(item, field)),
        1 => (0..2_u8, 0..3_u8).prop_map(|(item, field)| Act::EditAlike(item, field)),
        2 => (0..2_u8).prop_map(Act::Delete),
        4 => Just(Act::EditCopy),
        2 => Just(Act::DeleteCopy),
        1 => Just(Act::BringBack),
        7 => (0..3_usize).prop_map(Act::Hear),
    ];
    // Times are few and in no order: tabs share moments, and clocks are set back.
    proptest::collection::vec((0..3_usize, act, 1..12_u64), 0..longest)
}

#[track_caller]
pub fn name(text: &str) -> FieldName {
    FieldName::parse(text).expect("a test names texts by valid names")
}

#[track_caller]
pub fn item_id(text: &str) -> ItemId {
    ItemId::parse(text).expect("a test names items by valid ids")
}

/// One tab.
#[derive(Clone, Debug)]
pub struct Tab {
    pub items: Items,
    pub writer: Writer,
    /// Every text that it ever had before it.
    pub saw: BTreeSet<String>,
    deleted: Vec<Item>,
}

impl Tab {
    pub fn new(writer: u64) -> Self {
        Self {
            items: Items::default(),
            writer: Writer::new(writer),
            saw: BTreeSet::new(),
            deleted: Vec::new(),
        }
    }

    pub fn texts(&self) -> BTreeSet<String> {
        texts(&self.items)
    }

    fn first_copy(&self) -> Option<ItemId> {
        let copies = self.items.shown().into_iter();
        copies
            .filter(|shown| shown.copy_of.is_some())
            .map(|shown| shown.id)
            .next()
    }

    fn edit(&mut self, id: &ItemId, field: u8, text: &str, now: Millis) {
        let field = name(&["text-", &field.to_string()].concat());
        if self.items.edit(id, &[(&field, text)], self.writer, now) {
            self.saw.insert(text.to_owned());
        }
    }

    fn delete(&mut self, id: &ItemId, now: Millis) {
        self.deleted.extend(self.items.delete(id, self.writer, now));
    }

    pub fn perform(&mut self, act: &Act, text: &str, now: Millis) {
        let id = |number: u8| item_id(&["item-", &number.to_string()].concat());
        match act {
            Act::Create(item) => {
                let field = name("text-0");
                let texts = [(&field, text)];
                if self.items.create(&id(*item), &texts, self.writer, now) {
                    self.saw.insert(text.to_owned());
                }
            }
            Act::Edit(item, field) => self.edit(&id(*item), *field, text, now),
            Act::EditAlike(item, field) => self.edit(&id(*item), *field, "alike", now),
            Act::Delete(item) => self.delete(&id(*item), now),
            Act::EditCopy => {
                if let Some(copy) = self.first_copy() {
                    self.edit(&copy, 0, text, now);
                }
            }
            Act::DeleteCopy => {
                if let Some(copy) = self.first_copy() {
                    self.delete(&copy, now);
                }
            }
            Act::BringBack => {
                if let Some(old) = self.deleted.pop() {
                    self.items.bring_back(&old, self.writer, now);
                }
            }
            Act::Hear(_) => {}
        }
    }

    pub fn hear(&mut self, other: &Self) {
        self.items = self.items.merge(&other.items);
        self.saw.extend(other.saw.iter().cloned());
    }
}

/// The texts that are there to be seen.
pub fn texts(items: &Items) -> BTreeSet<String> {
    let shown = items.shown();
    let fields = shown.iter().flat_map(|shown| &shown.fields);
    let texts = fields.map(|field| field.text.clone());
    texts.filter(|text| !text.is_empty()).collect()
}

/// Three tabs after all this has happened. No text is written twice, but "alike".
pub fn live(acts: &[(usize, Act, u64)]) -> [Tab; 3] {
    let mut tabs = [Tab::new(1), Tab::new(2), Tab::new(3)];
    for (number, (tab, act, at)) in acts.iter().enumerate() {
        if let Act::Hear(other) = act {
            let other = tabs[*other].clone();
            tabs[*tab].hear(&other);
        } else {
            tabs[*tab].perform(act, &format!("text no. {number}"), Millis(*at));
        }
    }
    tabs
}

pub fn any_items() -> impl Strategy<Value = Items> {
    any_acts(25).prop_map(|acts| {
        let [a, b, c] = live(&acts);
        a.items.merge(&b.items).merge(&c.items)
    })
}
