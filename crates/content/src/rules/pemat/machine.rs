//! What a machine can honestly see of an item. It looks for the thing itself, such as a short
//! version or a drawing, and says nothing about whether it is a good one.

use super::terms;
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::pemat::{Outcome, Pemat};
use crate::parse::text::{self, Block, Inline, Prose};
use crate::reading;
use crate::rules::anchors;

/// Most words of a paragraph that is still a short one.
const SHORT_PARAGRAPH: usize = 80;
/// Most items of a list that is still a short one.
const SHORT_LIST: usize = 7;
/// Fewest headings that cut a page into parts.
const HEADINGS: usize = 2;
/// Fewest actions in a list or a paragraph that are steps.
const STEPS: usize = 2;

type Seen = (Outcome, String);

/// What is seen, and how. `None` for what only a person can judge.
pub(super) fn sees(library: &Library, page: &Document, item: u8) -> Option<Seen> {
    let has_drawing = !page.front.figures.is_empty();
    let seen = match item {
        3 => everyday_words(page),
        4 => words_explained(library, page),
        6 => return numbers(page),
        8 => short_parts(page),
        11 => summary(page),
        12 => cues(page),
        16 | 18 | 25 if !has_drawing => not_applicable("The page has no drawing."),
        17 if has_drawing => agree("Each drawing has a title and a caption."),
        17 => not_applicable("The page has no drawing."),
        19 => not_applicable("The page has no table; none may have."),
        20 => return actions(&library.pemat, page),
        21 => return addressed(&library.pemat, page),
        22 => return steps(&library.pemat, page),
        23 => tool(page),
        _ => return None,
    };
    Some(seen)
}

fn agree(why: impl Into<String>) -> Seen {
    (Outcome::Agree, why.into())
}

fn disagree(why: impl Into<String>) -> Seen {
    (Outcome::Disagree, why.into())
}

fn not_applicable(why: impl Into<String>) -> Seen {
    (Outcome::NotApplicable, why.into())
}

fn summary(page: &Document) -> Seen {
    if page.front.in_short.is_some() {
        agree("The page begins with its short version.")
    } else {
        disagree("The page has no short version.")
    }
}

fn everyday_words(page: &Document) -> Seen {
    let (fkgl, smog) = (page.level.fkgl(), page.level.smog());
    let why = format!("Flesch-Kincaid grade {fkgl:.1}, SMOG grade {smog:.1}.");
    if fkgl <= reading::MAX_FKGL && smog <= reading::MAX_SMOG {
        agree(why)
    } else {
        disagree(why)
    }
}

/// Words of the glossary that stand on a page have to open their meaning there. A plain word may
/// look like one of them, so here a person may be kinder.
fn words_explained(library: &Library, page: &Document) -> Seen {
    let marked = anchors::terms(page).len();
    let why = format!("{marked} words of the glossary open their meaning in place.");
    let unmarked = terms::unmarked(library, page);
    if unmarked.is_empty() {
        return agree(why);
    }
    disagree(format!(
        "{why} Used and not marked: {}.",
        unmarked.join(", ")
    ))
}

fn numbers(page: &Document) -> Option<Seen> {
    let has_number = texts(page).any(|text| text.contains(|char: char| char.is_ascii_digit()));
    (!has_number).then(|| not_applicable("There is no number on the page."))
}

fn short_parts(page: &Document) -> Seen {
    let is_heading = |block: &&Block| matches!(block, Block::Heading { level: 2, .. });
    let headings = page.blocks.iter().filter(is_heading).count();
    let longest = |prose: &Prose| reading::words(&text::plain(&prose.inlines)).count();
    let paragraph = page.proses().map(longest).max().unwrap_or(0);
    let list = page.blocks.iter().map(|block| match block {
        Block::List { items, .. } => items.len(),
        _ => 0,
    });
    let list = list.max().unwrap_or(0);
    let why = format!(
        "{headings} headings, {} self-test questions, the longest paragraph has {paragraph} words, the longest list {list} items.",
        page.front.checks.len()
    );
    let parts = headings + page.front.checks.len();
    if parts >= HEADINGS && paragraph <= SHORT_PARAGRAPH && list <= SHORT_LIST {
        agree(why)
    } else {
        disagree(why)
    }
}

/// A box, lists, bold words, sentences set apart.
fn cues(page: &Document) -> Seen {
    let any = |is: fn(&Block) -> bool| page.blocks.iter().any(is);
    let is_strong = |prose: &Prose| {
        prose
            .inlines
            .iter()
            .any(|one| matches!(one, Inline::Strong(_)))
    };
    let cues = [
        (
            "a box with the short version",
            page.front.in_short.is_some(),
        ),
        ("lists", any(|block| matches!(block, Block::List { .. }))),
        ("words in bold", page.proses().any(is_strong)),
        (
            "sentences to say",
            any(|block| matches!(block, Block::Say(_))),
        ),
        ("questions to tap open", !page.front.checks.is_empty()),
        ("questions set apart", !page.front.questions.is_empty()),
    ];
    let found: Vec<_> = cues
        .into_iter()
        .filter(|cue| cue.1)
        .map(|cue| cue.0)
        .collect();
    if found.is_empty() {
        return disagree("Nothing is set apart.");
    }
    agree(format!("Set apart: {}.", found.join(", ")))
}

fn actions(pemat: &Pemat, page: &Document) -> Option<Seen> {
    if pemat.actions.is_empty() {
        return None;
    }
    let count = texts(page)
        .map(|text| pemat.actions_in(&text))
        .sum::<usize>();
    Some(match count {
        0 => disagree("No sentence says what to do, as far as a machine sees."),
        1 => agree("One sentence says what to do."),
        more => agree(format!("{more} sentences say what to do.")),
    })
}

fn addressed(pemat: &Pemat, page: &Document) -> Option<Seen> {
    if pemat.you.is_empty() {
        return None;
    }
    let is_you = |word: &str| pemat.you.contains(&word.to_lowercase());
    let count = |text: &str| reading::words(text).filter(|word| is_you(word)).count();
    let found = texts(page).map(|text| count(&text)).sum::<usize>();
    let why = format!("The reader is addressed {found} times.");
    Some(if found > 0 { agree(why) } else { disagree(why) })
}

/// Steps are a list of actions, or a paragraph that says one thing to do after the other. A person
/// may find them elsewhere.
fn steps(pemat: &Pemat, page: &Document) -> Option<Seen> {
    let actions = |prose: &Prose| pemat.actions_in(&text::plain(&prose.inlines));
    let in_list = page.blocks.iter().map(|block| match block {
        Block::List { items, .. } => items.iter().filter(|item| actions(item) > 0).count(),
        _ => 0,
    });
    let in_list = in_list.max().unwrap_or(0);
    if in_list >= STEPS {
        let why = format!("A list names {in_list} things to do, one by one.");
        return Some(agree(why));
    }
    let in_prose = page.blocks.iter().map(|block| match block {
        Block::Paragraph(prose) => actions(prose),
        _ => 0,
    });
    let in_prose = in_prose.max().unwrap_or(0);
    (in_prose >= STEPS).then(|| {
        agree(format!(
            "A paragraph says {in_prose} things to do, one after the other."
        ))
    })
}

fn tool(page: &Document) -> Seen {
    let front = &page.front;
    match (front.questions.len(), front.checks.len()) {
        (0, 0) => disagree("There are no ready questions and no self-test."),
        (0, checks) => agree(format!("A self-test of {checks} questions.")),
        (1, _) => agree("One question ready to take to the team."),
        (questions, _) => agree(format!("{questions} questions ready to take to the team.")),
    }
}

/// The short version, the text and what is said to answers of the self-test.
fn texts(page: &Document) -> impl Iterator<Item = String> {
    let front = &page.front;
    let in_short = front.in_short.iter().map(|text| text.value.clone());
    let blocks = page.proses().map(|prose| text::plain(&prose.inlines));
    let options = front.checks.iter().flat_map(|check| &check.options);
    let feedback = options.map(|option| option.feedback.value.clone());
    in_short.chain(blocks).chain(feedback)
}

impl Pemat {
    /// How many sentences of a text have a part that begins with an action: "Ask ..", "If it
    /// hurts, call ..", "Please do not wait".
    fn actions_in(&self, text: &str) -> usize {
        let sentences = reading::sentences(text).into_iter();
        sentences
            .filter(|sentence| {
                sentence
                    .split([',', ':', ';'])
                    .any(|part| self.is_action(part))
            })
            .count()
    }

    fn is_action(&self, part: &str) -> bool {
        let first = reading::words(part).next().map(str::to_lowercase);
        first.is_some_and(|first| self.actions.contains(&first))
    }
}
