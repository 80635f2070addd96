//! Slots: what a page of a certain kind has to hold, by the names of its blocks.

use crate::document::Document;
use crate::fields::Fields;
use crate::problem::{At, Findings};

/// Fewest questions of a page about an effect.
const MIN_QUESTIONS: usize = 2;

/// The kind of a page that has slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slots {
    /// A treatment, after questions 9 to 14 of DISCERN (15 is *Ask my team*).
    Treatment,
    /// A side effect or symptom.
    Effect,
}

impl Slots {
    /// What stands in the field `slots`.
    pub fn name(self) -> &'static str {
        match self {
            Slots::Treatment => "treatment",
            Slots::Effect => "effect",
        }
    }

    /// The blocks that have to be on the page, each with the question of DISCERN it answers.
    pub fn blocks(self) -> &'static [(&'static str, Option<u8>)] {
        match self {
            Slots::Treatment => &[
                ("how-it-works", Some(9)),
                ("how-given", None),
                ("good-points", Some(10)),
                ("side-effects-call", Some(11)),
                ("not-now", Some(12)),
                ("daily-life", Some(13)),
                ("other-choices", Some(14)),
            ],
            Slots::Effect => &[
                ("what-it-is", None),
                ("what-may-help", None),
                ("when-to-call", None),
            ],
        }
    }
}

/// The field `slots` of a page.
pub(crate) fn read(fields: &Fields<'_>) -> Option<At<Slots>> {
    let written = fields.text("slots")?;
    let mut kinds = [Slots::Treatment, Slots::Effect].into_iter();
    let found = kinds.find(|kind| kind.name() == written.value);
    if found.is_none() {
        let what = format!("the slots `{}` are unknown", written.value);
        let remedy = "Write \"treatment\" or \"effect\", or take the line out.";
        fields.findings.add(&written.spot, what, remedy);
    }
    Some(At::new(found?, written.spot))
}

/// Whether a block is on the page.
pub(crate) fn has(document: &Document, block: &str) -> bool {
    let mut proses = document.proses();
    proses.any(|prose| prose.id.as_ref().is_some_and(|id| id.as_str() == block))
}

/// Every slot of the page's kind is filled.
pub(crate) fn check(document: &Document, findings: &Findings) {
    let Some(slots) = &document.front.slots else {
        return;
    };
    let kind = slots.value.name();
    for (block, _) in slots.value.blocks() {
        if !has(document, block) {
            let what = format!("the slot `{block}` of a page with slots = \"{kind}\" is missing");
            let remedy = format!("Write that part; its heading or text ends with {{#{block}}}.");
            findings.add(&slots.spot, what, remedy);
        }
    }
    let questions = document.front.questions.len();
    if slots.value == Slots::Effect && questions < MIN_QUESTIONS {
        let what = format!("{questions} of at least two questions for the team");
        let remedy = "Add [[question]] tables with `id` and `text`.";
        findings.add(&slots.spot, what, remedy);
    }
}
