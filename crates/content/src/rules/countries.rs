//! Rules about the countries that pages serve.

use std::collections::BTreeSet;

use crate::base::problem::Findings;
use crate::parse::library::Library;

/// Every country that a page serves has its numbers.
pub(crate) fn check(library: &Library, findings: &Findings) {
    for document in &library.documents {
        let mut seen = BTreeSet::new();
        for id in &document.front.countries {
            if library.countries.is_whole && library.countries.find(&id.value).is_none() {
                let what = format!("the country `{}` has no numbers", id.value);
                let remedy =
                    "Add it to countries.toml with its emergency number, or why that is not known.";
                findings.add(&id.spot, what, remedy);
            }
            if !seen.insert(&id.value) {
                let what = format!("the country `{}` is named twice", id.value);
                findings.add(&id.spot, what, "Name it once.");
            }
        }
    }
}
