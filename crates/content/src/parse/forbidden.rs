//! Words that the guide does not use, why, and what to write instead.

use std::collections::BTreeMap;

use bearings_domain::Route;

use crate::base::problem::{At, Findings, Spot};
use crate::parse::document::Document;
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::library::Library;
use crate::parse::text;

/// Where a word is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Scope {
    Everywhere,
    /// The pages of the guide itself and the destinations, but not the part for those who choose to
    /// read it, nor its place.
    Spine,
    /// The first page of all.
    Today,
}

/// One word or phrase, in small letters. A `*` at its end stands for any ending.
#[derive(Clone, Debug)]
struct Pattern {
    words: Vec<String>,
    any_ending: bool,
    written: String,
    rule: usize,
}

#[derive(Clone, Debug)]
struct Rule {
    scope: Scope,
    why: String,
    instead: String,
    /// Phrases in which the word is fine.
    unless: Vec<String>,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forbidden {
    rules: Vec<Rule>,
    /// By the first letter, so that a long guide is read through once.
    patterns: BTreeMap<char, Vec<Pattern>>,
}

impl Forbidden {
    pub fn read(files: &Files, findings: &Findings) -> Forbidden {
        let name = format!("content/{}/forbidden.toml", files.language);
        let mut forbidden = Forbidden::default();
        let Some(file) = files.text(&name, findings) else {
            return forbidden;
        };
        fields::with_toml(&file, file.whole(), findings, |root| {
            for table in root.tables("rule") {
                forbidden.read_rule(&table);
                table.finish();
            }
            root.finish();
        });
        forbidden
    }

    fn read_rule(&mut self, table: &Fields<'_>) {
        let listed = table.need_texts("words").unwrap_or_default();
        let scope = table
            .need_text("scope")
            .and_then(|scope| match scope.value.as_str() {
                "everywhere" => Some(Scope::Everywhere),
                "spine" => Some(Scope::Spine),
                "today" => Some(Scope::Today),
                other => {
                    let what = format!("the scope `{other}` is unknown");
                    let remedy = "Write \"everywhere\", \"spine\" or \"today\".";
                    table.findings.add(&scope.spot, what, remedy);
                    None
                }
            });
        let why = table.need_text("why");
        let instead = table.need_text("instead");
        let unless = table.texts("unless").unwrap_or_default();
        let (Some(scope), Some(why), Some(instead)) = (scope, why, instead) else {
            return;
        };
        for word in &listed {
            self.add_pattern(word, table.findings);
        }
        let unless = unless
            .iter()
            .map(|phrase| words(&small(&phrase.value)).join(" "))
            .collect();
        self.rules.push(Rule {
            scope,
            why: why.value,
            instead: instead.value,
            unless,
        });
    }

    fn add_pattern(&mut self, word: &At<String>, findings: &Findings) {
        let any_ending = word.value.ends_with('*');
        let small = small(&word.value);
        let words: Vec<String> = words(&small).into_iter().map(str::to_owned).collect();
        let Some(first) = words.first().and_then(|first| first.chars().next()) else {
            findings.add(
                &word.spot,
                "a forbidden word without letters",
                "Take it out.",
            );
            return;
        };
        let written = word.value.clone();
        let pattern = Pattern {
            words,
            any_ending,
            written,
            rule: self.rules.len(),
        };
        self.patterns.entry(first).or_default().push(pattern);
    }

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

/// A text in small letters, with straight apostrophes.
fn small(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// The words of a text that is in small letters already, without marks.
fn words(small: &str) -> Vec<&str> {
    small
        .split(|char: char| !char.is_alphanumeric() && char != '\'')
        .map(|word| word.strip_suffix("'s").unwrap_or(word).trim_matches('\''))
        .filter(|word| !word.is_empty())
        .collect()
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
    match document.route {
        Route::Today => &[Scope::Everywhere, Scope::Spine, Scope::Today],
        Route::Choose => &[Scope::Everywhere],
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
