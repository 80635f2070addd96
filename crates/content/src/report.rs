//! What the content holds, in numbers: a table for people, JSON for machines.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

use crate::library::Library;
use crate::seed_facts;

/// What the content holds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// The pages of the guide, in order.
    pub pages: Vec<PageReport>,
    /// For each seed fact, S01 to S64, the blocks that say it, as `page#block`.
    pub seed_facts: BTreeMap<String, Vec<String>>,
    /// How many words are explained.
    pub terms: usize,
    /// How many questions the self-tests ask.
    pub checks: usize,
    /// How many drawings there are.
    pub figures: usize,
    /// How many questions are ready for *Ask my team*.
    pub questions: usize,
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
    /// Words of its longest sentence.
    pub longest_sentence: usize,
    /// The ids of its sources.
    pub sources: Vec<String>,
    /// The day it was last checked, as `2026-11-22`.
    pub reviewed: Option<String>,
}

impl Report {
    pub(crate) fn of(library: &Library) -> Report {
        let pages = library.pages().map(|page| PageReport {
            id: page.id.to_string(),
            part: page
                .part
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            words: page.level.words,
            fkgl: page.level.fkgl(),
            smog: page.level.smog(),
            longest_sentence: page.level.longest,
            sources: page
                .front
                .sources
                .iter()
                .map(|id| id.value.clone())
                .collect(),
            reviewed: page.front.reviewed.map(|date| date.to_string()),
        });
        let facts = seed_facts::trace(library).into_iter();
        let fronts = || library.documents.iter().map(|document| &document.front);
        Report {
            pages: pages.collect(),
            seed_facts: facts
                .map(|(fact, blocks)| (fact.to_string(), blocks))
                .collect(),
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
            "{} pages, {} words explained, {} drawings, {} questions for the team, {} self-test questions, {} of {} seed facts",
            self.pages.len(),
            self.terms,
            self.figures,
            self.questions,
            self.checks,
            self.facts_said(),
            self.seed_facts.len(),
        )
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self
            .pages
            .iter()
            .map(|page| page.id.len())
            .max()
            .unwrap_or(4)
            .max(4);
        writeln!(
            f,
            "{:width$}  part        words   FKGL   SMOG  longest  sources  reviewed",
            "page"
        )?;
        for page in &self.pages {
            writeln!(
                f,
                "{:width$}  {:10}  {:5}  {:5.2}  {:5.2}  {:7}  {:7}  {}",
                page.id,
                page.part,
                page.words,
                page.fkgl,
                page.smog,
                page.longest_sentence,
                page.sources.len(),
                page.reviewed.as_deref().unwrap_or("never"),
            )?;
        }
        let (fkgl, smog) = (self.median(|page| page.fkgl), self.median(|page| page.smog));
        writeln!(
            f,
            "{:width$}  {:10}  {:5}  {fkgl:5.2}  {smog:5.2}",
            "median", "", ""
        )?;
        writeln!(f)?;
        for (fact, blocks) in &self.seed_facts {
            let said = if blocks.is_empty() {
                "NOT SAID".to_owned()
            } else {
                blocks.join(", ")
            };
            writeln!(f, "{fact}  {said}")?;
        }
        writeln!(f)?;
        write!(f, "{}", self.summary())
    }
}

impl Report {
    fn median(&self, of: impl Fn(&PageReport) -> f64) -> f64 {
        let mut values: Vec<f64> = self.pages.iter().map(of).collect();
        values.sort_by(f64::total_cmp);
        match values.len() {
            0 => 0.0,
            count if count % 2 == 1 => values[count / 2],
            count => f64::midpoint(values[count / 2 - 1], values[count / 2]),
        }
    }
}
