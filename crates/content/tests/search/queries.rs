//! The queries of `queries.toml`.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// One query, and what has to be found for it.
pub struct Query {
    pub text: String,
    pub first: Vec<String>,
    pub top3: Vec<String>,
    pub is_sign: bool,
    pub is_choose: bool,
    pub is_kept_apart: bool,
}

/// All of them, in the order of the file.
pub fn all() -> Vec<Query> {
    let file = include_str!("queries.toml");
    let root = DeTable::parse(file).expect("the queries are TOML");
    let root = root.get_ref();
    let Some(DeValue::Array(tables)) = root.get("query").map(Spanned::get_ref) else {
        panic!("the queries are tables that begin with [[query]]");
    };
    let queries = tables.iter().map(|table| {
        let DeValue::Table(table) = table.get_ref() else {
            panic!("a query is a table");
        };
        query(table)
    });
    queries.collect()
}

fn query(table: &DeTable<'_>) -> Query {
    let text = |name: &str| match table.get(name).map(Spanned::get_ref) {
        Some(DeValue::String(text)) => text.to_string(),
        _ => panic!("a query has the text `{name}`"),
    };
    let list = |name: &str| match table.get(name).map(Spanned::get_ref) {
        Some(DeValue::Array(items)) => {
            let texts = items.iter().filter_map(|item| item.get_ref().as_str());
            texts.map(str::to_owned).collect()
        }
        _ => panic!("a query has the list `{name}`"),
    };
    let flag = |name: &str| {
        let value = table.get(name).map(Spanned::get_ref);
        matches!(value, Some(DeValue::Boolean(true)))
    };
    Query {
        text: text("text"),
        first: list("first"),
        top3: list("top3"),
        is_sign: text("kind") == "sign",
        is_choose: flag("choose"),
        is_kept_apart: flag("kept_apart"),
    }
}
