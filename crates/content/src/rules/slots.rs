//! A page of a certain kind holds what its kind asks for.

use crate::base::problem::Findings;
use crate::parse::document::Document;
use crate::parse::slots::{CARD, Slots, begins_card};

/// Fewest questions of a page about an effect.
const MIN_QUESTIONS: usize = 2;

/// Every slot of the page's kind is filled.
pub(crate) fn check(document: &Document, findings: &Findings) {
    let Some(slots) = &document.front.slots else {
        return;
    };
    let kind = slots.value.name();
    for (block, _) in slots.value.blocks() {
        if !document.has_block(block) {
            let what = format!("the slot `{block}` of a page with slots = \"{kind}\" is missing");
            let remedy = format!("Write that part; its heading or text ends with {{#{block}}}.");
            findings.add(&slots.spot, what, remedy);
        }
    }
    let is_card = slots.value == Slots::Card && document.has_block(CARD);
    if is_card && !document.blocks.iter().any(begins_card) {
        let remedy = "The card begins with that heading and ends before the next ##.";
        findings.add(&slots.spot, "the block `card` is no ## heading", remedy);
    }
    let questions = document.front.questions.len();
    if slots.value == Slots::Effect && questions < MIN_QUESTIONS {
        let what = format!("{questions} of at least two questions for the team");
        let remedy = "Add [[question]] tables with `id` and `text`.";
        findings.add(&slots.spot, what, remedy);
    }
}
