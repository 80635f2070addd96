//! What sentences claim, and where that comes from.

use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::trace::{Basis, Name};
use crate::rules::statements::statements;

/// A source of before this year is old.
const OLD: u16 = 2019;

/// Claims for which no source of these days is named.
pub(super) fn old_claims(library: &Library) -> Vec<String> {
    let mut old = Vec::new();
    for page in library.pages() {
        let Some(trace) = library.traces.of(page) else {
            continue;
        };
        for statement in statements(page) {
            let Basis::Named(names) = statement.basis_in(Some(trace)) else {
                continue;
            };
            let years = names.iter().filter_map(|name| match name {
                Name::Source(id) => library.sources.by_id.get(id).map(|source| source.year),
                Name::Fact(_) => None,
            });
            // A source without a date is not known to be old.
            let mut years = years.peekable();
            if years.peek().is_some() && years.all(|year| year.is_some_and(|year| year < OLD)) {
                old.push(format!(
                    "{}#{}: {}",
                    page.id, statement.block, statement.text
                ));
            }
        }
    }
    old
}

/// How many sentences claim something, and how many of those are traced.
pub(super) fn claims(library: &Library, page: &Document) -> (usize, usize) {
    let trace = library.traces.of(page);
    let (mut claims, mut traced) = (0, 0);
    for statement in statements(page) {
        match statement.basis_in(trace) {
            Basis::NoClaim => {}
            Basis::Open => claims += 1,
            Basis::Named(_) => {
                claims += 1;
                traced += 1;
            }
        }
    }
    (claims, traced)
}
