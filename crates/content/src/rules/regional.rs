//! Rules about words that differ between regions.

use std::collections::BTreeSet;

use crate::base::problem::Findings;
use crate::parse::library::Library;
use crate::parse::text;

/// Every pair is used.
pub(crate) fn check(library: &Library, findings: &Findings) {
    let phrases = library.signs.phrases();
    let phrases = phrases.map(|phrase| phrase.inlines.as_slice());
    let used: BTreeSet<&str> = library
        .documents
        .iter()
        .flat_map(|document| text::pairs(&document.blocks))
        .chain(text::pairs_in(phrases))
        .map(|pair| pair.id.as_str())
        .collect();
    // A page that could not be read may be the one that uses it.
    if !library.broken.is_empty() {
        return;
    }
    for pair in &library.regional.pairs {
        if !used.contains(pair.id.as_str()) {
            let what = format!("no page uses the pair of words `{}`", pair.id);
            let remedy = format!("Mark it as [{}](say:{}), or take it out.", pair.uk, pair.id);
            findings.add(&pair.spot, what, remedy);
        }
    }
}
