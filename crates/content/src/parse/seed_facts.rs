//! The 64 facts that the guide has to say, and which blocks say them.

use std::collections::BTreeMap;
use std::fmt;

use crate::base::problem::{At, Findings, Spot};
use crate::parse::document::Document;
use crate::parse::fields::Fields;
use crate::parse::library::Library;
use crate::parse::outline;
use crate::rules::anchors::Anchors;

/// How many facts there are: S01 to S64.
const COUNT: u8 = 64;
/// The fact about the cause of deaths; only for those who choose to read it.
const ONLY_IN_CHOOSE: SeedFact = SeedFact(3);

/// One of the facts; prints as `S07`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SeedFact(u8);

impl SeedFact {
    pub fn parse(text: &str) -> Option<SeedFact> {
        let digits = text.strip_prefix('S').filter(|digits| digits.len() == 2)?;
        let number = digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| digits.parse())?;
        number
            .ok()
            .filter(|number| (1..=COUNT).contains(number))
            .map(SeedFact)
    }

    pub fn all() -> impl Iterator<Item = SeedFact> {
        (1..=COUNT).map(SeedFact)
    }
}

impl fmt::Display for SeedFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S{:02}", self.0)
    }
}

/// A fact, and the blocks of this page that say it.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub fact: At<SeedFact>,
    pub blocks: Vec<At<String>>,
}

/// The table `[says]` of a page.
pub(crate) fn read(fields: &Fields<'_>) -> Vec<Said> {
    let Some(table) = fields.table("says") else {
        return Vec::new();
    };
    let mut says = Vec::new();
    for (name, blocks) in table.named_lists() {
        let Some(fact) = SeedFact::parse(&name.value) else {
            let what = format!("`{}` is no seed fact", name.value);
            table
                .findings
                .add(&name.spot, what, "They are called S01 to S64.");
            continue;
        };
        if blocks.is_empty() {
            let what = format!("{fact} names no block that says it");
            table
                .findings
                .add(&name.spot, what, "Name the blocks: S01 = [\"the-block\"].");
        }
        says.push(Said {
            fact: At::new(fact, name.spot),
            blocks,
        });
    }
    says
}

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
        if said.fact.value == ONLY_IN_CHOOSE && is_part_known && !library.is_choose(document) {
            let what =
                format!("{ONLY_IN_CHOOSE} is said outside the part for those who choose to read");
            findings.add(&said.fact.spot, what, "Move it to a page of that part.");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_called_s01_to_s64() {
        for good in ["S01", "S09", "S64"] {
            assert_eq!(
                SeedFact::parse(good)
                    .map(|fact| fact.to_string())
                    .as_deref(),
                Some(good)
            );
        }
        for bad in ["S00", "S65", "S1", "S001", "s01", "S+1", "01", ""] {
            assert_eq!(SeedFact::parse(bad), None, "{bad}");
        }
    }
}
