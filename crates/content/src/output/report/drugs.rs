//! Every drug that the guide names, and where.

use super::DrugReport;
use crate::base::problem::At;
use crate::parse::document::Document;
use crate::parse::drugs::Drug;
use crate::parse::library::Library;

/// Every drug with what it was held against, in the order of their file.
pub(super) fn drugs(library: &Library) -> Vec<DrugReport> {
    let values = |list: &[At<String>]| list.iter().map(|one| one.value.clone()).collect();
    let drugs = library.drugs.all.iter().map(|drug| DrugReport {
        names: values(&drug.names),
        kind: drug.kind.value.clone(),
        pages: named_on(library, drug)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        against: values(&drug.against),
        checked: drug.checked.map(|date| date.to_string()),
        note: drug.note.as_ref().map(|note| note.value.clone()),
    });
    drugs.collect()
}

/// Pages and places that name a drug, by id.
fn named_on<'a>(library: &'a Library, drug: &Drug) -> Vec<&'a str> {
    let names: Vec<_> = drug
        .names
        .iter()
        .map(|name| name.value.to_lowercase())
        .collect();
    let names_it = |document: &&Document| {
        document.texts().any(|text| {
            let text = text.to_lowercase();
            names.iter().any(|name| has_word(&text, name))
        })
    };
    let documents = library.documents.iter().filter(names_it);
    documents.map(|document| document.id.as_str()).collect()
}

/// Whether a text in small letters holds a name as whole words.
fn has_word(text: &str, name: &str) -> bool {
    let is_inside = |char: char| char.is_alphanumeric();
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_inside);
        let after = text[at + name.len()..]
            .chars()
            .next()
            .is_some_and(is_inside);
        !before && !after
    })
}
