//! Names of drugs and tests: a page cannot do without them, and they are long.
//!
//! The report gives each reading level twice: with every word, which is what the limits hold, and
//! plain, where the words of `names.toml` and `drugs.toml` are left out as if they were not there: they count as
//! no word, no syllable and no long word. A word is a name whatever its capitals, with or without
//! an `s` or `'s` at its end. A word with a hyphen is one word, and is left out only when it
//! stands in the list as it is.

use std::collections::BTreeSet;

/// Words that are names of drugs and tests, in small letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub words: BTreeSet<String>,
    /// How generic names of drugs end: `-mab`, `-ciclib`.
    pub drug_endings: Vec<String>,
}

impl Names {
    /// Whether a word ends as the generic name of a drug does, and is no drug that is known.
    pub fn is_unknown_drug(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let ends = |ending: &String| word.len() > ending.len() && word.ends_with(ending.as_str());
        self.drug_endings.iter().any(ends) && !self.has(&word)
    }

    pub fn has(&self, word: &str) -> bool {
        let word = word.to_lowercase().replace('’', "'");
        let stem = word.strip_suffix("'s").unwrap_or(&word);
        let singular = stem.strip_suffix('s').unwrap_or(stem);
        self.words.contains(stem) || self.words.contains(singular)
    }
}
