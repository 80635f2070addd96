//! Brings the judgements together.

use std::fmt;

use serde::Serialize;

use super::machine;
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::pemat::{Outcome, items};

/// Who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judge {
    /// The compiler, which looked at the page.
    Machine,
    /// A person, for every page of the site at once.
    Site,
    /// A person, for this page.
    Page,
    /// Nobody.
    Nobody,
}

impl fmt::Display for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Judge::Machine => "seen by machine",
            Judge::Site => "judged for the whole site",
            Judge::Page => "judged for this page",
            Judge::Nobody => "",
        })
    }
}

/// An item, what is said to it, by whom and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Its number in PEMAT-P.
    pub item: u8,
    /// What is said to it.
    pub outcome: Outcome,
    /// Who said it.
    pub judge: Judge,
    /// Why.
    pub why: String,
}

/// What is said to each item about a page. A person's word about this very page comes first, then
/// what a machine sees, then a person's word about the whole site.
pub(crate) fn verdicts(library: &Library, page: &Document) -> Vec<Verdict> {
    items().map(|item| verdict(library, page, item)).collect()
}

fn verdict(library: &Library, page: &Document, item: u8) -> Verdict {
    let pemat = &library.pemat;
    let own = pemat.pages.get(page.id.as_str());
    let (outcome, judge, why) = if let Some(own) = own.and_then(|(_, own)| own.get(&item)) {
        (own.outcome, Judge::Page, own.why.clone())
    } else if let Some((outcome, why)) = machine::sees(library, page, item) {
        (outcome, Judge::Machine, why)
    } else if let Some(site) = pemat.default.get(&item) {
        (site.outcome, Judge::Site, site.why.clone())
    } else {
        (Outcome::Open, Judge::Nobody, String::new())
    };
    Verdict {
        item,
        outcome,
        judge,
        why,
    }
}

/// The share of the items that are agreed to among those that apply, in per cent. `None` when one
/// is not judged, or none applies.
pub(crate) fn share(verdicts: &[Verdict], items: &[u8]) -> Option<f64> {
    let (mut agreed, mut applicable) = (0_u8, 0_u8);
    for verdict in verdicts.iter().filter(|one| items.contains(&one.item)) {
        match verdict.outcome {
            Outcome::Open => return None,
            Outcome::NotApplicable => {}
            Outcome::Disagree => applicable += 1,
            Outcome::Agree => {
                agreed += 1;
                applicable += 1;
            }
        }
    }
    let share = 100.0 * f64::from(agreed) / f64::from(applicable);
    (applicable > 0).then(|| share.round())
}
