//! How soon a sign needs a call, and whom: each level has one verb, everywhere.

use std::fmt;

use super::Phrase;
use crate::base::problem::{At, Findings, Spot};
use crate::parse::fields::Fields;
use crate::parse::markdown::LevelVerb;
use crate::parse::plain_text;
use crate::parse::regional::Regional;

/// How soon a sign needs a call, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// The emergency number.
    Emergency,
    /// The team's 24-hour line, now.
    Line,
    /// The team, today.
    Today,
    /// The next visit.
    Visit,
}

impl Level {
    /// Every level, the most urgent first.
    pub const ALL: [Level; 4] = [Level::Emergency, Level::Line, Level::Today, Level::Visit];

    /// Its name in the content.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Emergency => "emergency",
            Level::Line => "line",
            Level::Today => "today",
            Level::Visit => "visit",
        }
    }

    /// The level of this name. Says so when there is none.
    pub fn named(name: &str, spot: &Spot, findings: &Findings) -> Option<Level> {
        let found = Level::ALL.into_iter().find(|level| level.name() == name);
        if found.is_none() {
            let what = format!("the level `{name}` is unknown");
            let remedy = "The levels are emergency, line, today and visit.";
            findings.add(spot, what, remedy);
        }
        found
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// What is said of a level wherever a sign of it is shown.
#[derive(Clone, Debug)]
pub(crate) struct LevelText {
    pub level: Level,
    /// The verb as a heading: "Call today".
    pub verb: At<String>,
    /// The verb inside a sentence: "call today".
    pub verb_in_text: At<String>,
    /// Its name on a drawing, in a word or two: "24-hour line".
    pub short: At<String>,
    /// Whom to call.
    pub whom: Phrase,
    /// What to do when nobody answers, or the promised call does not come.
    pub no_answer: Option<Phrase>,
}

/// The levels that `signs.toml` describes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels(Vec<LevelText>);

impl LevelText {
    /// Its texts that may hold words by region.
    pub fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        [&self.whom].into_iter().chain(&self.no_answer)
    }
}

impl Levels {
    pub(super) fn read(root: &Fields<'_>, regional: &Regional) -> Levels {
        let mut levels = Vec::new();
        for table in root.tables("level") {
            let level = table
                .need_text("id")
                .and_then(|id| Level::named(&id.value, &id.spot, table.findings));
            let verb = plain_text::need(&table, "verb");
            let verb_in_text = plain_text::need(&table, "verb_in_text");
            let short = plain_text::need(&table, "short");
            let none = Levels::default();
            let phrase = |text| regional.phrase(text, &none, table.findings);
            let whom = table.need_text("whom").map(phrase);
            let no_answer = table.text("no_answer").map(phrase);
            table.finish();
            if let (Some(level), Some(verb), Some(verb_in_text), Some(short), Some(whom)) =
                (level, verb, verb_in_text, short, whom)
            {
                levels.push(LevelText {
                    level,
                    verb,
                    verb_in_text,
                    short,
                    whom,
                    no_answer,
                });
            }
        }
        for level in Level::ALL {
            let count = levels.iter().filter(|text| text.level == level).count();
            if count != 1 {
                let what = format!("the level `{level}` is described {count} times");
                let remedy = "Each level has one [[level]] table with its verb and whom to call.";
                root.findings.add(&root.spot, what, remedy);
            }
        }
        Levels(levels)
    }

    /// What is said of a level; `None` only while that is a problem.
    pub fn text(&self, level: Level) -> Option<&LevelText> {
        self.0.iter().find(|text| text.level == level)
    }

    /// The verb of a level after these words, with a capital where a sentence begins.
    pub fn verb_after(&self, level: Level, before: &str, spot: &Spot) -> LevelVerb {
        let verb = self.text(level).map_or("", |text| &text.verb_in_text.value);
        let before = before.trim_end();
        let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':']);
        let mut letters = verb.chars();
        let text = match letters.next() {
            Some(first) if begins => first.to_uppercase().chain(letters).collect(),
            _ => verb.to_owned(),
        };
        LevelVerb {
            level,
            text,
            spot: spot.clone(),
        }
    }

    /// Every level that is described, for the rules about words.
    pub fn all(&self) -> impl Iterator<Item = &LevelText> {
        self.0.iter()
    }
}
