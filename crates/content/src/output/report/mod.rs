//! What the content holds, in numbers: a table for people, JSON for machines.

mod table;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::base::problem::At;
use crate::parse::document::Document;
use crate::parse::drugs;
use crate::parse::library::Library;
use crate::parse::seed_facts;
use crate::parse::trace::{self, Basis, Name};
use crate::rules::anchors;
use crate::rules::pemat::{self, Verdict};
use crate::rules::style::{self, Style};

/// A source of before this year is old.
const OLD: u16 = 2019;

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
    pub(crate) fn of(library: &Library) -> Report {
        let pages: Vec<_> = library.pages().map(|page| of_page(library, page)).collect();
        let facts = seed_facts::trace(library).into_iter();
        let fronts = || library.documents.iter().map(|document| &document.front);
        Report {
            totals: totals(library, &pages),
            pages,
            seed_facts: facts
                .map(|(fact, blocks)| (fact.to_string(), blocks))
                .collect(),
            style: Style::of(library),
            old_claims: old_claims(library),
            fresh: fresh(library),
            drugs: drugs(library),
            terms: library.glossary.terms.len(),
            checks: fronts().map(|front| front.checks.len()).sum(),
            figures: library.figures.by_id.len(),
            questions: fronts().map(|front| front.questions.len()).sum(),
        }
    }

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

fn of_page(library: &Library, page: &Document) -> PageReport {
    let (claims, claims_traced) = claims(library, page);
    let plain = page.plain_level(&library.names);
    let verdicts = pemat::verdicts(library, page);
    let part = page.part.as_ref().map(ToString::to_string);
    let read = library.traces.of(page).and_then(|trace| trace.read);
    let sources = page.front.sources.iter().map(|id| id.value.clone());
    let terms = anchors::terms(page).into_iter().map(str::to_owned);
    PageReport {
        id: page.id.to_string(),
        part: part.unwrap_or_default(),
        words: page.level.words,
        fkgl: page.level.fkgl(),
        smog: page.level.smog(),
        fkgl_plain: plain.fkgl(),
        smog_plain: plain.smog(),
        spread: spread(page),
        longest_sentence: page.level.longest,
        sources: sources.collect(),
        reviewed: page.front.reviewed.map(|date| date.to_string()),
        claims,
        claims_traced,
        traced: read.map(|date| date.to_string()),
        terms_used: terms.collect(),
        pemat_understandability: pemat::share(&verdicts, &pemat::UNDERSTANDABILITY),
        pemat_actionability: pemat::share(&verdicts, &pemat::ACTIONABILITY),
        pemat: verdicts,
    }
}

fn drugs(library: &Library) -> Vec<DrugReport> {
    let values = |list: &[At<String>]| list.iter().map(|one| one.value.clone()).collect();
    let drugs = library.drugs.all.iter().map(|drug| DrugReport {
        names: values(&drug.names),
        kind: drug.kind.value.clone(),
        pages: drugs::named_on(library, drug)
            .into_iter()
            .map(str::to_owned)
            .collect(),
        against: values(&drug.against),
        checked: drug.checked.map(|date| date.to_string()),
        note: drug.note.as_ref().map(|note| note.value.clone()),
    });
    drugs.collect()
}

/// The standard deviation of the length of the sentences of a page, to one decimal.
fn spread(page: &Document) -> f64 {
    let lengths = page.level.lengths.iter();
    let lengths: Vec<f64> = lengths.map(|length| style::number(*length)).collect();
    (style::deviation(&lengths) * 10.0).round() / 10.0
}

/// Claims for which no source of these days is named.
fn old_claims(library: &Library) -> Vec<String> {
    let mut old = Vec::new();
    for page in library.pages() {
        let Some(trace) = library.traces.of(page) else {
            continue;
        };
        for statement in trace::statements(page) {
            let Basis::Named(names) = trace.basis(&statement) else {
                continue;
            };
            let years = names.iter().filter_map(|name| match name {
                Name::Source(id) => library.sources.by_id.get(id).map(|source| source.year),
                Name::Fact(_) => None,
            });
            // A source without a date is not known to be old.
            let mut years = years.peekable();
            if years.peek().is_some() && years.all(|year| year.is_some_and(|year| year < OLD)) {
                old.push(format!(
                    "{}#{}: {}",
                    page.id, statement.block, statement.text
                ));
            }
        }
    }
    old
}

/// What moves fast, and when it was last looked up.
fn fresh(library: &Library) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for document in &library.documents {
        for prose in document.proses() {
            if let (Some(month), Some(id)) = (prose.fresh, &prose.id) {
                found.push((month, format!("{}#{id}", document.id)));
            }
        }
    }
    found.sort();
    found
        .into_iter()
        .map(|(month, block)| (block, month.to_string()))
        .collect()
}

/// How many sentences claim something, and how many of those are traced.
fn claims(library: &Library, page: &Document) -> (usize, usize) {
    let trace = library.traces.of(page);
    let (mut claims, mut traced) = (0, 0);
    for statement in trace::statements(page) {
        match trace.map_or(Basis::Open, |trace| trace.basis(&statement)) {
            Basis::NoClaim => {}
            Basis::Open => claims += 1,
            Basis::Named(_) => {
                claims += 1;
                traced += 1;
            }
        }
    }
    (claims, traced)
}

fn totals(library: &Library, pages: &[PageReport]) -> Totals {
    let sum = |of: fn(&PageReport) -> usize| pages.iter().map(of).sum();
    let different = |of: fn(&PageReport) -> &[String]| {
        let all: BTreeSet<&String> = pages.iter().flat_map(of).collect();
        all.len()
    };
    Totals {
        pages: pages.len(),
        pages_with_trace: library.traces.by_page.len(),
        trace_required: library.traces.required,
        words: sum(|page| page.words),
        claims: sum(|page| page.claims),
        claims_traced: sum(|page| page.claims_traced),
        terms_used: different(|page| &page.terms_used),
        sources: different(|page| &page.sources),
    }
}
