//! What is said of each level of signs: each has one verb, everywhere.

use crate::base::problem::{At, Spot};
use crate::parse::level::Level;
use crate::parse::text::{LevelVerb, Phrase};

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
    /// The levels with what is said of them.
    pub fn new(texts: Vec<LevelText>) -> Levels {
        Levels(texts)
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
