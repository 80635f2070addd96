//! Which sources are named, and whether each is there.

use std::collections::BTreeSet;

use bearings_domain::Destination;

use crate::base::problem::{At, Findings};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::rules::signs;

/// Every list of sources: of pages, words, signs, countries and drugs.
fn lists(library: &Library) -> impl Iterator<Item = &[At<String>]> {
    let pages = library
        .all()
        .map(|document| document.front.sources.as_slice());
    let terms = library.glossary.terms.iter();
    let signs = library.signs.all.iter().map(|sign| sign.sources.as_slice());
    let countries = library.countries.all.iter();
    let drugs = library.drugs.all.iter().map(|drug| drug.against.as_slice());
    pages
        .chain(terms.map(|term| term.sources.as_slice()))
        .chain(signs)
        .chain(countries.map(|country| country.sources.as_slice()))
        .chain(drugs)
}

/// Ids of the sources that something names.
pub(crate) fn used(library: &Library) -> BTreeSet<&str> {
    lists(library)
        .flatten()
        .map(|id| id.value.as_str())
        .collect()
}

/// Ids of the sources of a page: those it names, and on Help those of every sign. A page that shows
/// a sign leads to Help for it, where its sources stand once and not on eighty pages.
pub(crate) fn of_page<'a>(library: &'a Library, document: &'a Document) -> Vec<&'a str> {
    let own = document.front.sources.iter();
    let is_help = document.to == Destination::Help;
    let shown = signs::shown(library, document);
    let shown = shown.into_iter().filter(|_| is_help);
    let shown = shown.filter_map(|(id, _)| library.signs.find(id));
    let all = own.chain(shown.flat_map(|sign| &sign.sources));
    let mut ids: Vec<&str> = Vec::new();
    for id in all {
        if !ids.contains(&id.value.as_str()) {
            ids.push(&id.value);
        }
    }
    ids
}

/// Every source that is named is there, and named once.
pub(crate) fn check(library: &Library, findings: &Findings) {
    for list in lists(library) {
        check_list(library, list, findings);
    }
}

fn check_list(library: &Library, named: &[At<String>], findings: &Findings) {
    let mut seen = BTreeSet::new();
    for id in named {
        if library.sources.is_whole && !library.sources.by_id.contains_key(&id.value) {
            let what = format!("the source `{}` is unknown", id.value);
            findings.add(
                &id.spot,
                what,
                "Add it to the file of its kind in content/sources/, or mend its name.",
            );
        }
        if !seen.insert(&id.value) {
            let what = format!("the source `{}` is named twice", id.value);
            findings.add(&id.spot, what, "Name it once.");
        }
    }
}
