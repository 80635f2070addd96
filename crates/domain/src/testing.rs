//! Short ways to write ids in tests, and ways to make up any.

use proptest::prelude::*;

use crate::{BlockId, Destination, Lang, PageId, PartId, Route};

#[track_caller]
pub fn page(text: &str) -> PageId {
    PageId::parse(text).expect("a test names pages by valid ids")
}

#[track_caller]
pub fn block(text: &str) -> BlockId {
    BlockId::parse(text).expect("a test names blocks by valid ids")
}

#[track_caller]
pub fn part(text: &str) -> PartId {
    PartId::parse(text).expect("a test names parts by valid ids")
}

/// Any text that is an id.
pub fn any_id() -> impl Strategy<Value = String> {
    "[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?"
}

pub fn any_page() -> impl Strategy<Value = PageId> {
    any_id().prop_map(|id| page(&id))
}

pub fn any_block() -> impl Strategy<Value = BlockId> {
    any_id().prop_map(|id| block(&id))
}

pub fn any_destination() -> impl Strategy<Value = Destination> {
    prop_oneof![
        proptest::sample::select(Destination::FIXED.to_vec()),
        Just(Destination::NotFound),
        any_page().prop_map(Destination::Page),
    ]
}

pub fn any_lang() -> impl Strategy<Value = Lang> {
    "[a-z]{2}".prop_map(|code| Lang::parse(&code).expect("two small letters"))
}

/// In English as often as not.
pub fn any_route() -> impl Strategy<Value = Route> {
    let lang = prop_oneof![Just(Lang::ENGLISH), any_lang()];
    (any_destination(), lang).prop_map(|(to, lang)| to.in_lang(lang))
}

/// Any JSON value, a few levels deep.
pub fn any_json() -> impl Strategy<Value = serde_json::Value> {
    use serde_json::Value;
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 20, 5, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            proptest::collection::btree_map(any::<String>(), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}
