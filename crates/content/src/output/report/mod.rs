//! What the content holds, in numbers: a table for people, JSON for machines.

mod build;
mod claims;
mod drugs;
mod table;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::rules::pemat::Verdict;
use crate::rules::style::Style;

/// What the content holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The pages of the guide, in order.
    pub pages: Vec<PageReport>,
    /// All pages together.
    pub totals: Totals,
    /// For each seed fact, S01 to S64, the blocks that say it, as `page#block`.
    pub seed_facts: BTreeMap<String, Vec<String>>,
    /// How the guide sounds as a whole.
    pub style: Style,
    /// Claims that rest only on sources of before 2019, as `page#block: sentence`.
    pub old_claims: Vec<String>,
    /// Blocks that move fast, oldest first, as `page#block`, with the month they were last looked up.
    pub fresh: Vec<(String, String)>,
    /// Every drug that the guide names.
    pub drugs: Vec<DrugReport>,
    /// How many words are explained.
    pub terms: usize,
    /// How many questions the self-tests ask.
    pub checks: usize,
    /// How many drawings there are.
    pub figures: usize,
    /// How many questions are ready for *Ask my team*.
    pub questions: usize,
}

/// A drug, and what it was held against.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DrugReport {
    /// Its generic name, then brands.
    pub names: Vec<String>,
    /// What kind of drug it is.
    pub kind: String,
    /// Ids of the pages that name it.
    pub pages: Vec<String>,
    /// Ids of the labels and drug pages it was held against.
    pub against: Vec<String>,
    /// The day that was done, as `2026-11-30`.
    pub checked: Option<String>,
    /// What changed, and what was not found.
    pub note: Option<String>,
}

/// One page of the guide.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PageReport {
    /// Its id.
    pub id: String,
    /// The id of its part.
    pub part: String,
    /// Words of its text, its short version and its self-test.
    pub words: usize,
    /// Flesch-Kincaid grade level.
    pub fkgl: f64,
    /// SMOG grade.
    pub smog: f64,
    /// Flesch-Kincaid grade level without the names of drugs and tests.
    pub fkgl_plain: f64,
    /// SMOG grade without the names of drugs and tests.
    pub smog_plain: f64,
    /// Standard deviation of the length of its sentences, in words.
    pub spread: f64,
    /// Words of its longest sentence.
    pub longest_sentence: usize,
    /// The ids of its sources.
    pub sources: Vec<String>,
    /// The day it was last checked, as `2026-11-22`.
    pub reviewed: Option<String>,
    /// Sentences, but those that are said to claim nothing. All of them while there is no trace.
    pub claims: usize,
    /// Those of them for which the trace names sources or seed facts.
    pub claims_traced: usize,
    /// The day someone read the page against its sources, as `2026-11-24`.
    pub traced: Option<String>,
    /// The ids of the words it explains.
    pub terms_used: Vec<String>,
    /// Per cent of the items of PEMAT-P about understanding that are met; none while one of them
    /// is not judged.
    pub pemat_understandability: Option<f64>,
    /// The same for the items about acting.
    pub pemat_actionability: Option<f64>,
    /// What is said to each item of PEMAT-P, and why.
    pub pemat: Vec<Verdict>,
}

/// All pages together.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Totals {
    /// How many pages there are.
    pub pages: usize,
    /// How many have a trace.
    pub pages_with_trace: usize,
    /// Whether each has to have one.
    pub trace_required: bool,
    /// Words of all pages.
    pub words: usize,
    /// Claims of all pages.
    pub claims: usize,
    /// Those that are traced.
    pub claims_traced: usize,
    /// How many different words some page explains.
    pub terms_used: usize,
    /// How many different sources some page names.
    pub sources: usize,
}

impl Report {
    /// The report as JSON, indented.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("texts and finite numbers are always JSON")
    }

    /// How many seed facts some page says.
    pub fn facts_said(&self) -> usize {
        self.seed_facts
            .values()
            .filter(|blocks| !blocks.is_empty())
            .count()
    }

    /// One line: how much there is.
    pub fn summary(&self) -> String {
        format!(
            "{} pages, {} words explained, {} drawings, {} questions for the team, {} self-test questions, {} of {} seed facts, {} of {} claims traced",
            self.pages.len(),
            self.terms,
            self.figures,
            self.questions,
            self.checks,
            self.facts_said(),
            self.seed_facts.len(),
            self.totals.claims_traced,
            self.totals.claims,
        )
    }
}
