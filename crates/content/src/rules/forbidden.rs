//! No text holds a word that the guide does not use.

use bearings_domain::Destination;

use crate::base::problem::{At, Findings, Spot};
use crate::parse::document::Document;
use crate::parse::forbidden::{Forbidden, Pattern, Rule, Scope, small, words};
use crate::parse::library::Library;
use crate::parse::text;

impl Forbidden {
    /// Adds a problem for each forbidden word in a text.
    fn check(&self, text: &str, spot: &Spot, scopes: &[Scope], findings: &Findings) {
        let small = small(text);
        let words = words(&small);
        for at in 0..words.len() {
            let Some(first) = words[at].chars().next() else {
                continue;
            };
            for pattern in self.patterns.get(&first).into_iter().flatten() {
                let rule = &self.rules[pattern.rule];
                if scopes.contains(&rule.scope)
                    && pattern.matches(&words[at..])
                    && !rule.excuses(&words, at)
                {
                    let what = format!(
                        "the word `{}` is not used here: {}",
                        pattern.written, rule.why
                    );
                    findings.add(spot, what, format!("Instead: {}", rule.instead));
                }
            }
        }
    }
}

impl Pattern {
    fn matches(&self, words: &[&str]) -> bool {
        let last = self.words.len() - 1;
        words.len() > last
            && self
                .words
                .iter()
                .zip(words)
                .enumerate()
                .all(|(nth, (pattern, word))| {
                    pattern == word
                        || nth == last && self.any_ending && word.starts_with(pattern.as_str())
                })
    }
}

impl Rule {
    /// Whether the word stands in a phrase in which it is fine.
    fn excuses(&self, words: &[&str], at: usize) -> bool {
        self.unless.iter().any(|phrase| {
            let length = phrase.split(' ').count();
            let first = at.saturating_sub(length - 1);
            (first..=at).any(|start| {
                let end = start + length;
                end <= words.len() && words[start..end].join(" ") == *phrase
            })
        })
    }
}

/// No text holds a word that is forbidden where it stands.
pub(crate) fn check(library: &Library, findings: &Findings) {
    const ALL: &[Scope] = &[Scope::Everywhere];
    let look = |text: &At<String>, scopes| {
        library
            .forbidden
            .check(&text.value, &text.spot, scopes, findings);
    };
    for document in &library.documents {
        let scopes = scopes(library, document);
        for text in fields_of(document) {
            look(text, scopes);
        }
        for prose in document.proses() {
            let text = text::plain(&prose.inlines);
            library
                .forbidden
                .check(&text, &prose.spot, scopes, findings);
        }
    }
    for term in &library.glossary.terms {
        [&term.name, &term.meaning]
            .into_iter()
            .chain(&term.also)
            .for_each(|text| look(text, ALL));
    }
    for phrase in library.signs.phrases() {
        look(&phrase.written, ALL);
    }
    let words = library.signs.all.iter().flat_map(|sign| &sign.words);
    words.for_each(|word| look(word, ALL));
    for figure in library.figures.by_id.values() {
        let own = [&figure.title, &figure.description, &figure.caption];
        own.into_iter()
            .chain(figure.labels.values())
            .for_each(|text| look(text, ALL));
    }
    for part in &library.outline.parts {
        for text in [&part.title, &part.short] {
            look(text, ALL);
        }
    }
    library.strings.all().for_each(|text| look(text, ALL));
}

fn scopes(library: &Library, document: &Document) -> &'static [Scope] {
    match document.to {
        Destination::Today => &[Scope::Everywhere, Scope::Spine, Scope::Today],
        Destination::Choose => &[Scope::Everywhere],
        _ if library.is_choose(document) => &[Scope::Everywhere],
        _ => &[Scope::Everywhere, Scope::Spine],
    }
}

fn fields_of(document: &Document) -> impl Iterator<Item = &At<String>> {
    let front = &document.front;
    let checks = front.checks.iter().flat_map(|check| {
        let options = check
            .options
            .iter()
            .flat_map(|option| [&option.text, &option.feedback]);
        std::iter::once(&check.question).chain(options)
    });
    std::iter::once(&front.title)
        .chain(&front.in_short)
        .chain(&front.description)
        .chain(front.questions.iter().map(|question| &question.text))
        .chain(checks)
}
