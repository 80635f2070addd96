//! Rules: checks across everything that was read, and what follows from it.

pub(crate) mod anchors;
pub(crate) mod countries;
pub(crate) mod drugs;
pub(crate) mod figures;
pub(crate) mod forbidden;
pub(crate) mod links;
pub(crate) mod outline;
pub(crate) mod pages;
pub(crate) mod pemat;
pub(crate) mod regional;
pub(crate) mod released;
pub(crate) mod retired;
pub(crate) mod search;
pub(crate) mod seed_facts;
pub(crate) mod signs;
pub(crate) mod slots;
pub(crate) mod sources;
pub(crate) mod statements;
pub(crate) mod style;
pub(crate) mod trace;
pub(crate) mod urgent;

use anchors::Anchors;

use crate::base::problem::Findings;
use crate::parse::files::Files;
use crate::parse::library::Library;

/// Applies every rule but the bars of the guide as a whole, which `style` has. Returns every id
/// that a link can point to.
pub(crate) fn check(library: &Library, files: &Files, findings: &Findings) -> Anchors {
    let anchors = Anchors::of(library, findings);
    outline::check(library, files, findings);
    sources::check(library, findings);
    countries::check(library, findings);
    drugs::check(library, findings);
    signs::check(library, findings);
    search::check(library, &anchors, findings);
    figures::check(library, findings);
    seed_facts::check(library, &anchors, findings);
    forbidden::check(library, findings);
    retired::check(library, &anchors, findings);
    released::check(library, &anchors, findings);
    pages::check(library, &anchors, findings);
    regional::check(library, findings);
    trace::check(library, findings);
    pemat::check(library, &files.language, findings);
    anchors
}
