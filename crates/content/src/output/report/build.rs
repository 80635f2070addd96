//! Counts what the content holds.

use std::collections::BTreeSet;

use super::claims::{claims, old_claims};
use super::drugs::drugs;
use super::{PageReport, Report, Totals};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::pemat::{ACTIONABILITY, UNDERSTANDABILITY};
use crate::rules::anchors;
use crate::rules::pemat;
use crate::rules::seed_facts;
use crate::rules::style::{self, Style};

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
        pemat_understandability: pemat::share(&verdicts, &UNDERSTANDABILITY),
        pemat_actionability: pemat::share(&verdicts, &ACTIONABILITY),
        pemat: verdicts,
    }
}

/// The standard deviation of the length of the sentences of a page, to one decimal.
fn spread(page: &Document) -> f64 {
    let lengths = page.level.lengths.iter();
    let lengths: Vec<f64> = lengths.map(|length| style::number(*length)).collect();
    (style::deviation(&lengths) * 10.0).round() / 10.0
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
