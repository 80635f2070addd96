//! Whether what a link points to is there, and may be linked to.

use bearings_domain::Destination;

use crate::base::problem::{Findings, Spot};
use crate::parse::address::Address;
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::slots::Slots;
use crate::rules::anchors::Anchors;

/// Whether what a link points to is there, and may be linked to from this page.
pub(crate) fn check(
    library: &Library,
    anchors: &Anchors,
    from: &Document,
    to: &Address,
    spot: &Spot,
    findings: &Findings,
) {
    match to {
        // `signs::check` looks after signs.
        Address::Term(_) | Address::Sign(_) | Address::ReviewSheet => {}
        Address::Phone(_) => {
            if from.to != Destination::Help && !from.is_a(Slots::Helplines) {
                let remedy = "Link to [Help](place:help) instead. Only Help and a page with slots = \"helplines\" hold numbers to tap.";
                findings.add(spot, "a telephone number outside Help", remedy);
            }
        }
        Address::Here(anchor) => {
            if !anchors.has(&from.id, anchor) {
                let what = format!("there is no `#{anchor}` on this page");
                findings.add(spot, what, "Mend its name.");
            }
        }
        Address::Page {
            id,
            anchor,
            is_destination,
        } => {
            let Some(target) = library.find(id) else {
                if !library.broken.contains(id) {
                    let what = format!("there is no page `{id}`");
                    findings.add(spot, what, "Mend its name, or write the page.");
                }
                return;
            };
            if target.part.is_none() != *is_destination {
                let remedy = "Write place: for the fixed places and page: for pages of the guide.";
                findings.add(spot, "a page and a place are mixed up", remedy);
            }
            if let Some(anchor) = anchor
                && !anchors.has(id, anchor)
            {
                let what = format!("there is no `#{anchor}` on `{id}`");
                findings.add(spot, what, "Mend its name, or link to the page itself.");
            }
            let may_link = from.to == Destination::Choose || library.is_choose(from);
            if library.is_choose(target) && !may_link {
                let remedy =
                    "Link to [Choose to read](place:choose), with a plain choice in words.";
                findings.add(
                    spot,
                    "a link into the part for those who choose to read it",
                    remedy,
                );
            }
        }
    }
}
