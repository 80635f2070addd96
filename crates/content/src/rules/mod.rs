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
pub(crate) mod translation;
pub(crate) mod urgent;

use anchors::Anchors;

use crate::base::problem::Findings;
use crate::parse::files::Files;
use crate::parse::library::Library;

/// Applies every rule but the bars of the guide as a whole, which `style` has. Returns every id
/// that a link can point to.
pub(crate) fn check(library: &Library, files: &Files, findings: &Findings) -> Anchors {
    let anchors = Anchors::of(library, findings);
    of_every_language(library, &anchors, files, findings);
    drugs::check(library, findings);
    signs::check_shown(library, findings);
    seed_facts::check(library, &anchors, findings);
    retired::check(library, &anchors, findings);
    released::check(library, &anchors, findings);
    regional::check(library, findings);
    trace::check(library, findings);
    pemat::check(library, findings);
    anchors
}

/// The same for a translation. What holds of the English text (its reading level, its traces, its
/// scores) says nothing about another; names and levels have to be those of the English.
pub(crate) fn check_translation(
    library: &Library,
    original: (&Library, &Anchors),
    files: &Files,
    findings: &Findings,
) -> Anchors {
    let mut anchors = Anchors::of(library, findings);
    anchors.add_missing(library, original.1);
    of_every_language(library, &anchors, files, findings);
    translation::check(library, &anchors, original, findings);
    anchors
}

fn of_every_language(library: &Library, anchors: &Anchors, files: &Files, findings: &Findings) {
    outline::check(library, files, findings);
    sources::check(library, findings);
    countries::check(library, findings);
    drugs::no_unknown_drug(library, findings);
    signs::check_pages(library, findings);
    search::check(library, anchors, findings);
    figures::check(library, findings);
    forbidden::check(library, findings);
    pages::check(library, anchors, findings);
}
