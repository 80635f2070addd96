//! Names of drugs and tests: a page cannot do without them, and they are long.
//!
//! The report gives each reading level twice: with every word, which is what the limits hold, and
//! plain, where the words of `names.toml` and `drugs.toml` are left out as if they were not there: they count as
//! no word, no syllable and no long word. A word is a name whatever its capitals, with or without
//! an `s` or `'s` at its end. A word with a hyphen is one word, and is left out only when it
//! stands in the list as it is.

use std::collections::BTreeSet;

use crate::base::problem::Findings;
use crate::parse::drugs::Drugs;
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;

/// Words that are names of drugs and tests, in small letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    words: BTreeSet<String>,
    /// How generic names of drugs end: `-mab`, `-ciclib`.
    drug_endings: Vec<String>,
}

impl Names {
    /// The names of drugs, and the words of `names.toml`, which need not be there.
    pub fn read(files: &Files, drugs: &Drugs, findings: &Findings) -> Names {
        let name = format!("content/{}/names.toml", files.language);
        let read = files.text_if_there(&name, findings).and_then(|file| {
            fields::with_toml(&file, file.whole(), findings, |root| {
                let mut names = Names::default();
                read_list(&root, "tests", &mut names.words);
                let endings = root.texts("drug_endings").unwrap_or_default();
                names.drug_endings = endings.into_iter().map(|ending| ending.value).collect();
                root.finish();
                names
            })
        });
        let mut names = read.unwrap_or_default();
        names.words.extend(drugs.words());
        names
    }

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

fn read_list(root: &Fields<'_>, list: &'static str, names: &mut BTreeSet<String>) {
    for name in root.texts(list).unwrap_or_default() {
        let is_word = super::words(&name.value).eq([name.value.as_str()]);
        if !is_word || name.value != name.value.to_lowercase() {
            let what = format!("`{}` is not one word in small letters", name.value);
            let remedy = "Of a name of two words, list each word that is not used otherwise.";
            root.findings.add(&name.spot, what, remedy);
        } else if !names.insert(name.value.clone()) {
            let what = format!("the name `{}` stands twice", name.value);
            root.findings.add(&name.spot, what, "Keep one of the two.");
        }
    }
}
