//! Which blocks say the facts of the guide, and whether each is said.

use std::collections::BTreeMap;

use crate::base::problem::{Findings, Spot};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::outline;
use crate::parse::seed_facts::SeedFact;
use crate::rules::anchors::Anchors;

/// `page#block` for every fact, in order; an empty list for a fact that nobody says.
pub(crate) fn trace(library: &Library) -> BTreeMap<SeedFact, Vec<String>> {
    let mut trace: BTreeMap<_, Vec<_>> = SeedFact::all().map(|fact| (fact, Vec::new())).collect();
    for document in &library.documents {
        for said in &document.front.says {
            let blocks = said
                .blocks
                .iter()
                .map(|block| format!("{}#{}", document.id, block.value));
            trace.entry(said.fact.value).or_default().extend(blocks);
        }
    }
    trace
}

/// Every fact is said, where it may be said, in blocks that are there.
pub(crate) fn check(library: &Library, anchors: &Anchors, findings: &Findings) {
    for document in &library.documents {
        check_document(library, anchors, document, findings);
    }
    if !library.broken.is_empty() {
        // A page that could not be read may say them.
        return;
    }
    for (fact, blocks) in trace(library) {
        if blocks.is_empty() {
            let what = format!("no page says the seed fact {fact}");
            let remedy =
                format!("Write it, then add {fact} = [\"the-block\"] to [says] of that page.");
            findings.add(&Spot::new(outline::FILE, 1), what, remedy);
        }
    }
}

fn check_document(library: &Library, anchors: &Anchors, document: &Document, findings: &Findings) {
    for said in &document.front.says {
        for block in &said.blocks {
            if !anchors.is_authored(&document.id, &block.value) {
                let what = format!(
                    "{} is said in `{}`, which is no block of this page",
                    said.fact.value, block.value
                );
                findings.add(
                    &block.spot,
                    what,
                    "Name the block that says it, without the #; a check is called check-..",
                );
            }
        }
        let part = document.part.as_ref();
        let is_part_known = part.is_none_or(|part| library.outline.part(part).is_some());
        if said.fact.value == SeedFact::DEATHS && is_part_known && !library.is_choose(document) {
            let what = format!(
                "{} is said outside the part for those who choose to read",
                SeedFact::DEATHS
            );
            findings.add(&said.fact.spot, what, "Move it to a page of that part.");
        }
    }
}
