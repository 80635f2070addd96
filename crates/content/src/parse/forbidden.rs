//! Words that the guide does not use, why, and what to write instead.

use std::collections::BTreeMap;

use crate::base::problem::{At, Findings};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;

/// Where a word is not used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    Everywhere,
    /// The pages of the guide itself and the destinations, but not the part for those who choose to
    /// read it, nor its place.
    Spine,
    /// The first page of all.
    Today,
}

/// One word or phrase, in small letters. A `*` at its end stands for any ending.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    pub words: Vec<String>,
    pub any_ending: bool,
    /// As the list has it.
    pub written: String,
    /// The place of its rule among the rules.
    pub rule: usize,
}

/// Where words are not used, why, and what to write instead.
#[derive(Clone, Debug)]
pub(crate) struct Rule {
    pub scope: Scope,
    pub why: String,
    pub instead: String,
    /// Phrases in which the word is fine.
    pub unless: Vec<String>,
}

/// The list.
#[derive(Clone, Debug, Default)]
pub(crate) struct Forbidden {
    pub rules: Vec<Rule>,
    /// By the first letter, so that a long guide is read through once.
    pub patterns: BTreeMap<char, Vec<Pattern>>,
}

impl Forbidden {
    pub fn read(files: &Files, findings: &Findings) -> Forbidden {
        let name = format!("content/{}/forbidden.toml", files.lang.code());
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
}

/// A text in small letters, with straight apostrophes.
pub(crate) fn small(text: &str) -> String {
    text.to_lowercase().replace('’', "'")
}

/// The words of a text that is in small letters already, without marks.
pub(crate) fn words(small: &str) -> Vec<&str> {
    small
        .split(|char: char| !char.is_alphanumeric() && char != '\'')
        .map(|word| word.strip_suffix("'s").unwrap_or(word).trim_matches('\''))
        .filter(|word| !word.is_empty())
        .collect()
}
