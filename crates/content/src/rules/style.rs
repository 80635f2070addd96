//! How the guide sounds as a whole: how sentences vary, how often it says "ask" in place of an
//! answer, and what it says word for word on many pages.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::base::problem::{Findings, Spot};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::reading;

/// Words of a run that stands on several pages.
const RUN: usize = 7;
/// A run on more pages than this is a template and no coincidence.
const SHARED: usize = 4;
/// Most such runs in the whole guide.
const MAX_RUNS: usize = 20;
/// Most times the guide says "ask" in 1,000 words.
const MAX_ASKS: f64 = 5.0;
/// Least standard deviation of the length of sentences, in words.
const MIN_SPREAD: f64 = 5.5;
/// Flesch-Kincaid grade of the middle page: a band, not a race to the bottom.
const MIDDLE: std::ops::RangeInclusive<f64> = 5.0..=7.0;
/// A guide with fewer pages has no middle.
const MIN_PAGES: usize = 50;

/// What was measured over all pages of the guide.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Style {
    /// How often "ask" stands in 1,000 words, in any of its forms.
    pub asks_per_thousand: f64,
    /// Standard deviation of the length of sentences, in words.
    pub spread: f64,
    /// Flesch-Kincaid grade of the middle page.
    pub middle_fkgl: f64,
    /// Runs of seven words that stand on more than four pages, with the number of pages, signs by
    /// reference aside.
    pub shared_runs: Vec<(String, usize)>,
}

impl Style {
    pub(crate) fn of(library: &Library) -> Style {
        let pages: Vec<&Document> = library.pages().collect();
        let mut asks = 0;
        let mut words = 0;
        let mut runs: BTreeMap<String, usize> = BTreeMap::new();
        for page in &pages {
            let mut on_page = BTreeSet::new();
            for text in page.texts() {
                let small: Vec<String> = reading::words(&text).map(str::to_lowercase).collect();
                words += small.len();
                asks += small.iter().filter(|word| is_ask(word)).count();
                on_page.extend(small.windows(RUN).map(|run| run.join(" ")));
            }
            for run in on_page {
                *runs.entry(run).or_default() += 1;
            }
        }
        let mut shared: Vec<_> = runs
            .into_iter()
            .filter(|(_, pages)| *pages > SHARED)
            .collect();
        shared.sort_by_key(|(_, pages)| std::cmp::Reverse(*pages));
        let lengths: Vec<f64> = pages
            .iter()
            .flat_map(|page| &page.level.lengths)
            .map(|length| number(*length))
            .collect();
        let mut grades: Vec<f64> = pages.iter().map(|page| page.level.fkgl()).collect();
        grades.sort_by(f64::total_cmp);
        Style {
            asks_per_thousand: hundredths(1000.0 * number(asks) / number(words.max(1))),
            spread: hundredths(deviation(&lengths)),
            middle_fkgl: grades.get(grades.len() / 2).copied().unwrap_or(0.0),
            shared_runs: shared,
        }
    }
}

fn is_ask(word: &str) -> bool {
    matches!(word, "ask" | "asks" | "asked" | "asking")
}

/// The standard deviation of these numbers.
pub(crate) fn deviation(values: &[f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let count = number(values.len());
    let mean = values.iter().sum::<f64>() / count;
    let squares = values
        .iter()
        .map(|value| (value - mean).powi(2))
        .sum::<f64>();
    (squares / count).sqrt()
}

pub(crate) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

/// The bars that hold for the guide as a whole.
pub(crate) fn check(library: &Library, findings: &Findings) {
    if library.pages().count() < MIN_PAGES {
        return;
    }
    let style = Style::of(library);
    let spot = Spot::new(&format!("content/{}", library.lang.code()), 1);
    let add = |is_wrong: bool, what: String, remedy: &str| {
        if is_wrong {
            findings.add(&spot, what, remedy);
        }
    };
    add(
        style.asks_per_thousand > MAX_ASKS,
        format!(
            "the guide says \"ask\" {} times in 1,000 words",
            style.asks_per_thousand
        ),
        "Five are the most: give the answer where there is one; `cargo xtask report` counts it by page.",
    );
    add(
        style.spread < MIN_SPREAD,
        format!(
            "sentences vary by {} words (standard deviation)",
            style.spread
        ),
        "5.5 are the least: put a long warm sentence among short ones.",
    );
    add(
        !MIDDLE.contains(&style.middle_fkgl),
        format!(
            "the middle page has Flesch-Kincaid grade {}",
            style.middle_fkgl
        ),
        "It has to lie between 5 and 7.",
    );
    if style.shared_runs.len() > MAX_RUNS {
        let some: Vec<_> = style
            .shared_runs
            .iter()
            .take(5)
            .map(|(run, _)| format!("\"{run}\""))
            .collect();
        let what = format!(
            "{} runs of seven words stand on more than four pages: {} ..",
            style.shared_runs.len(),
            some.join(", ")
        );
        findings.add(
            &spot,
            what,
            "Twenty are the most: say it once, where it belongs, and link.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_spread_is_the_standard_deviation() {
        let values = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        assert!((deviation(&values) - 2.0).abs() < 1e-9);
        assert!(deviation(&[]).abs() < 1e-9);
        assert!(deviation(&[3.0, 3.0]).abs() < 1e-9);
    }

    #[test]
    fn every_form_of_ask_counts_and_no_other_word() {
        let forms = ["ask", "asks", "asked", "asking", "task", "asker"];
        let found: Vec<_> = forms.into_iter().filter(|word| is_ask(word)).collect();
        assert_eq!(found, ["ask", "asks", "asked", "asking"]);
    }
}
