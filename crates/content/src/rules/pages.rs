//! Rules about whole pages: slots, lengths, reading level, links.

use bearings_domain::{Destination, Lang};

use crate::base::problem::Findings;
use crate::parse::address::Address;
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::text::{self, Block};
use crate::reading;
use crate::rules::anchors::Anchors;
use crate::rules::links;
use crate::rules::slots;

/// Most words of the short version.
const MAX_IN_SHORT: usize = 60;
/// Most words of the first page of all.
const MAX_TODAY: usize = 120;
/// Fewest words of a page of the guide, unless it says why.
const MIN_WORDS: usize = 120;
/// Fewest questions of a self-test.
const MIN_CHECKS: usize = 4;
/// Shorter texts of places are too short for the formulas.
const MEASURED_PLACE: usize = 100;

/// Applies every rule of this module to every page and destination.
pub(crate) fn check(library: &Library, anchors: &Anchors, findings: &Findings) {
    let is_measured = reading::is_measured(library.lang);
    for document in &library.documents {
        parts_of_page(document, findings);
        slots::check(document, findings);
        length(document, findings);
        in_short(document, findings);
        headings(document, findings);
        if is_measured {
            reading_level(document, findings);
        }
        terms(library, document, findings);
        all_links(library, anchors, document, findings);
        if document.to == Destination::Today {
            today(library.lang, document, findings);
        }
    }
    let measured = library.glossary.terms.iter().filter(|_| is_measured);
    for term in measured {
        let long = reading::sentences(&term.meaning.value)
            .into_iter()
            .any(|sentence| reading::words(sentence).count() > reading::MAX_SENTENCE);
        if long {
            let remedy = "Make two sentences of it: 25 words are the most.";
            findings.add(
                &term.meaning.spot,
                "a meaning with a very long sentence",
                remedy,
            );
        }
    }
}

/// What every page of the guide has.
fn parts_of_page(document: &Document, findings: &Findings) {
    let top = &document.top;
    if document.blocks.is_empty()
        && !matches!(document.to, Destination::Words | Destination::Sources)
    {
        findings.add(
            top,
            "the slot \"text\" is missing",
            "Write the text below the second +++.",
        );
    }
    if document.part.is_none() {
        return;
    }
    if document.is_check() {
        let count = document.front.checks.len();
        if count < MIN_CHECKS {
            let what = format!("the slot \"check\" is missing: {count} of at least four questions");
            findings.add(
                top,
                what,
                "Add [[check]] tables; content/README.md shows one.",
            );
        }
        return;
    }
    if document.front.questions.is_empty() {
        let remedy = "Add at least one [[question]] with `id` and `text`.";
        findings.add(top, "the slot \"Ask my team\" is missing", remedy);
    }
    let is_heading = |block: &Block| matches!(block, Block::Heading { level: 2, .. });
    if !document.blocks.is_empty() && !document.blocks.iter().any(is_heading) {
        let remedy = "Cut the text into parts, each with a ## heading that tells.";
        findings.add(top, "the slot \"headings\" is missing", remedy);
    }
}

/// A page that says little is not finished, or belongs to another page.
fn length(document: &Document, findings: &Findings) {
    let words = document.level.words;
    let has_to_be_long = document.part.is_some() && document.front.short_because.is_none();
    if has_to_be_long && words < MIN_WORDS {
        let what = format!("a page of {words} words; 120 are the fewest");
        let remedy = "Say what is missing, or why not: short_because = \"..\".";
        findings.add(&document.top, what, remedy);
    }
}

fn in_short(document: &Document, findings: &Findings) {
    let Some(in_short) = &document.front.in_short else {
        return;
    };
    let words = reading::words(&in_short.value).count();
    if words > MAX_IN_SHORT {
        let what = format!("`in_short` has {words} words");
        findings.add(&in_short.spot, what, "Sixty are the most.");
    }
    crate::parse::plain_text::check(in_short, findings);
}

/// A smaller heading belongs to a larger one.
fn headings(document: &Document, findings: &Findings) {
    for block in &document.blocks {
        match block {
            Block::Heading { level: 2, .. } => return,
            Block::Heading { prose, .. } => {
                let remedy = "Write ## here, or put a ## heading before it.";
                findings.add(&prose.spot, "a ### heading before any ## heading", remedy);
                return;
            }
            _ => {}
        }
    }
}

fn reading_level(document: &Document, findings: &Findings) {
    let level = &document.level;
    for sentence in &level.too_long {
        let begin: Vec<_> = sentence.text.split_whitespace().take(6).collect();
        let what = format!(
            "a sentence of {} words: \"{} ..\"",
            sentence.words,
            begin.join(" ")
        );
        findings.add(
            &sentence.spot,
            what,
            "Make two of it: 25 words are the most.",
        );
    }
    if document.part.is_none() && level.words < MEASURED_PLACE {
        return;
    }
    // Short pages and places swing too much for the floor.
    let is_measured = document.part.is_some() && document.front.short_because.is_none();
    if is_measured && level.fkgl() < reading::MIN_FKGL {
        let what = format!(
            "written as a primer: Flesch-Kincaid grade {:.2}, the least is {}",
            level.fkgl(),
            reading::MIN_FKGL
        );
        let remedy = "Join what was chopped: a reason in the same sentence as its instruction, a long warm sentence among short ones.";
        findings.add(&document.top, what, remedy);
    }
    let limits = [
        ("Flesch-Kincaid grade", level.fkgl(), reading::MAX_FKGL),
        ("SMOG grade", level.smog(), reading::MAX_SMOG),
        ("mean sentence length", level.mean(), reading::MAX_MEAN),
    ];
    for (name, value, limit) in limits {
        if value > limit {
            let what = format!("hard to read: {name} {value:.2}, the limit is {limit}");
            let remedy = "Use shorter sentences and shorter words, one idea in a sentence.";
            findings.add(&document.top, what, remedy);
        }
    }
}

/// A word is marked once on a page, and it is explained.
fn terms(library: &Library, document: &Document, findings: &Findings) {
    let mut seen: Vec<&str> = Vec::new();
    for link in text::links(&document.blocks) {
        let Some(Address::Term(id)) = &link.to else {
            continue;
        };
        if library.glossary.is_whole && library.glossary.find(id).is_none() {
            let what = format!("the word `{id}` is not in the glossary");
            findings.add(
                &link.spot,
                what,
                "Add it to glossary.toml, or mend its name.",
            );
        }
        if seen.contains(&id.as_str()) {
            let what = format!("the word `{id}` is marked twice on this page");
            findings.add(&link.spot, what, "Mark it once, where it first appears.");
        }
        seen.push(id);
    }
}

fn all_links(library: &Library, anchors: &Anchors, document: &Document, findings: &Findings) {
    for link in text::links(&document.blocks) {
        if let Some(to) = &link.to {
            links::check(library, anchors, document, to, &link.spot, findings);
        }
        if text::plain(&link.inlines).trim().is_empty() {
            let remedy = "Write the words to tap between [ and ].";
            findings.add(&link.spot, "a link without words", remedy);
        }
    }
    for check in &document.front.checks {
        if let Some(see) = &check.see {
            if !matches!(see.value, Address::Page { .. }) {
                let remedy = "Write see = \"page:id#block\" or \"place:id\".";
                findings.add(&see.spot, "`see` does not name a page", remedy);
            }
            links::check(library, anchors, document, &see.value, &see.spot, findings);
        }
    }
}

/// The first page of all: few words and no figures.
fn today(lang: Lang, document: &Document, findings: &Findings) {
    let front = &document.front;
    let mut texts = vec![(front.title.value.clone(), &front.title.spot)];
    texts.extend(
        front
            .in_short
            .iter()
            .map(|text| (text.value.clone(), &text.spot)),
    );
    texts.extend(
        document
            .proses()
            .map(|prose| (text::plain(&prose.inlines), &prose.spot)),
    );
    let words: usize = texts
        .iter()
        .map(|(text, _)| reading::words(text).count())
        .sum();
    if words > MAX_TODAY {
        let what = format!("{words} words on the first page of all");
        findings.add(
            &document.top,
            what,
            "120 are the most, title and headings included.",
        );
    }
    for (text, spot) in texts {
        // The name of the illness is no figure: "stage 4", in another language a word of its own.
        let stage = if lang == Lang::ENGLISH {
            "stage 4"
        } else {
            " 4"
        };
        let text = text.to_lowercase().replace(stage, "");
        if text.contains(|char: char| char.is_ascii_digit()) {
            let remedy = "Say it without figures: someone may be reading on their first day.";
            findings.add(spot, "figures on the first page of all", remedy);
        }
    }
}
