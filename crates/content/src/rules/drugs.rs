//! Rules about the drugs that the guide names.

use std::collections::BTreeSet;

use crate::base::problem::Findings;
use crate::parse::library::Library;
use crate::reading;

/// Every word that ends as the name of a drug does is a drug that was checked.
pub(crate) fn no_unknown_drug(library: &Library, findings: &Findings) {
    for document in &library.documents {
        let mut seen = BTreeSet::new();
        for text in document.texts() {
            for word in reading::words(&text) {
                if library.names.is_unknown_drug(word) && seen.insert(word.to_lowercase()) {
                    let what = format!("the drug `{word}` is not in content/drugs.toml");
                    let remedy = "Hold what the page says of it against a label or drug page, and add it; a word that only sounds like a drug goes into `tests` of names.toml.";
                    findings.add(&document.top, what, remedy);
                }
            }
        }
    }
}

/// The sources and pages of drugs are there, and no name belongs to two.
pub(crate) fn check(library: &Library, findings: &Findings) {
    let mut seen = BTreeSet::new();
    for drug in &library.drugs.all {
        for name in &drug.names {
            if !seen.insert(name.value.to_lowercase()) {
                let what = format!("the name `{}` belongs to two drugs", name.value);
                findings.add(
                    &name.spot,
                    what,
                    "Leave it at the drug whose generic name it is.",
                );
            }
        }
        if let Some(page) = &drug.page
            && !library.pages().any(|known| known.id.as_str() == page.value)
            && !library
                .broken
                .iter()
                .any(|broken| broken.as_str() == page.value)
        {
            let what = format!("there is no page `{}`", page.value);
            findings.add(&page.spot, what, "Mend its name, or take the line out.");
        }
    }
}
