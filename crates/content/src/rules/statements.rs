//! Which sentences of a page have to be traced.

use std::collections::BTreeSet;

use crate::base::problem::{At, Spot};
use crate::parse::document::Document;
use crate::parse::front_matter::FrontMatter;
use crate::parse::text::{self, Block};
use crate::parse::trace::{Basis, Trace};
use crate::reading;

/// The block of the short version.
pub(crate) const IN_SHORT: &str = "in-short";

/// A sentence that has to be traced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Statement {
    /// The block it stands in; `in-short`, or `check-<id>` for a self-test.
    pub block: String,
    /// The sentence, its markup reduced to its words, on one line.
    pub text: String,
    /// Where the block begins.
    pub spot: Spot,
}

impl Statement {
    /// What it stands on; [`Basis::Open`] when the trace does not know it, or there is none.
    pub fn basis_in(&self, trace: Option<&Trace>) -> Basis {
        trace
            .and_then(|trace| trace.find(&self.block, &self.text))
            .map_or(Basis::Open, |entry| Basis::parse(&entry.value.value))
    }
}

/// The sentences of a page in its order, each once in a block: the short version, the text
/// without headings and drawings, and the self-test with its options and what is said to them.
/// Questions for the team claim nothing.
pub(crate) fn statements(document: &Document) -> Vec<Statement> {
    let mut found = Collector::default();
    let front = &document.front;
    if let Some(in_short) = &front.in_short {
        found.add(IN_SHORT, &in_short.value, &in_short.spot);
    }
    for block in &document.blocks {
        if matches!(
            block,
            Block::Heading { .. } | Block::Figure { .. } | Block::Made { .. }
        ) {
            continue;
        }
        for prose in block.proses() {
            // A block without a name is a problem of its own.
            if let Some(id) = &prose.id {
                found.add(id.as_str(), &text::plain(&prose.inlines), &prose.spot);
            }
        }
    }
    self_tests(front, &mut found);
    found.statements
}

fn self_tests(front: &FrontMatter, found: &mut Collector) {
    for check in &front.checks {
        let block = format!("check-{}", check.id.value);
        let mut add = |text: &At<String>| found.add(&block, &text.value, &text.spot);
        add(&check.question);
        for option in &check.options {
            // The words of a level have sources of their own.
            if option.level.is_none() {
                add(&option.text);
            }
            add(&option.feedback);
        }
    }
}

#[derive(Default)]
struct Collector {
    statements: Vec<Statement>,
    seen: BTreeSet<(String, String)>,
}

impl Collector {
    fn add(&mut self, block: &str, text: &str, spot: &Spot) {
        for sentence in reading::sentences(text) {
            let text: String = one_line(sentence);
            let has_words = reading::words(&text).next().is_some();
            if has_words && self.seen.insert((block.to_owned(), text.clone())) {
                self.statements.push(Statement {
                    block: block.to_owned(),
                    text,
                    spot: spot.clone(),
                });
            }
        }
    }
}

/// A paragraph may run over several lines of its file; its sentences do not.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::statements;
    use crate::fixtures::page;

    #[test]
    fn every_sentence_has_to_be_traced_but_headings_and_questions() {
        let page = page(
            "## A heading {#h}\n\nOne **two**. [Three](place:help)\nfour! {#a}\n\n- Five {#b}\n\n> \"Six?\" {#c}\n",
        );
        let found: Vec<_> = statements(&page)
            .into_iter()
            .map(|one| (one.block, one.text))
            .collect();
        let expected = [
            ("in-short", "Short."),
            ("in-short", "It is."),
            ("a", "One two."),
            ("a", "Three four!"),
            ("b", "Five"),
            ("c", "\"Six?\""),
        ];
        assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
    }

    #[test]
    fn the_same_sentence_twice_in_a_block_needs_one_line() {
        let page = page("Go. Go. {#a}\n\nGo. {#b}\n");
        let blocks: Vec<_> = statements(&page)
            .into_iter()
            .filter(|one| one.text == "Go.")
            .map(|one| one.block)
            .collect();
        assert_eq!(blocks, ["a", "b"]);
    }
}
