//! Which texts of a page are measured.

use crate::base::problem::At;
use crate::parse::front_matter::FrontMatter;
use crate::parse::text::{self, Block, Prose};
use crate::reading::{Passage, words};

/// A paragraph of fewer words, without a closing mark, is a fragment and no sentence.
const FRAGMENT: usize = 4;

/// The texts of a page that are measured.
pub(crate) fn of(front: &FrontMatter, blocks: &[Block]) -> Vec<Passage> {
    let mut passages = of_text(front, blocks);
    passages.extend(of_self_tests(front));
    passages
}

/// The short version and the text, without headings, drawings and fragments.
fn of_text(front: &FrontMatter, blocks: &[Block]) -> Vec<Passage> {
    let mut passages: Vec<_> = front.in_short.iter().map(of_field).collect();
    for block in blocks {
        match block {
            Block::Heading { .. } | Block::Figure { .. } | Block::Made { .. } => {}
            Block::List { items, .. } => passages.extend(items.iter().map(of_prose)),
            Block::Paragraph(prose) => passages.extend(whole(prose)),
            Block::Say(lines) => passages.extend(lines.iter().filter_map(whole)),
        }
    }
    passages
}

/// The text of a paragraph, unless it is a bare fragment.
fn whole(prose: &Prose) -> Option<Passage> {
    let passage = of_prose(prose);
    let is_closed = passage
        .text
        .ends_with(['.', '!', '?', '…', ':', '"', '”', ')']);
    let is_long = words(&passage.text).nth(FRAGMENT - 1).is_some();
    (is_closed || is_long).then_some(passage)
}

/// The questions of the self-test, its options, and what is said to each.
fn of_self_tests(front: &FrontMatter) -> Vec<Passage> {
    let mut passages = Vec::new();
    for check in &front.checks {
        passages.push(of_field(&check.question));
        for option in &check.options {
            if option.level.is_none() {
                passages.push(of_field(&option.text));
            }
            passages.push(of_field(&option.feedback));
        }
    }
    passages
}

fn of_field(text: &At<String>) -> Passage {
    Passage {
        text: text.value.clone(),
        spot: text.spot.clone(),
    }
}

fn of_prose(prose: &Prose) -> Passage {
    Passage {
        text: text::plain(&prose.inlines),
        spot: prose.spot.clone(),
    }
}
