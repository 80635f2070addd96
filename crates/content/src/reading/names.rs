//! Names of drugs and tests: a page cannot do without them, and they are long.
//!
//! The report gives each reading level twice: with every word, which is what the limits hold, and
//! plain, where the words of `names.toml` are left out as if they were not there: they count as
//! no word, no syllable and no long word. A word is a name whatever its capitals, with or without
//! an `s` or `'s` at its end. A word with a hyphen is one word, and is left out only when it
//! stands in the list as it is.

use std::collections::BTreeSet;

use crate::fields::{self, Fields};
use crate::files::Files;
use crate::problem::Findings;

/// Words that are names of drugs and tests, in small letters.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names(BTreeSet<String>);

impl Names {
    /// The words of `names.toml`, which need not be there.
    pub fn read(files: &Files, findings: &Findings) -> Names {
        let name = format!("content/{}/names.toml", files.language);
        let Some(file) = files.text_if_there(&name, findings) else {
            return Names::default();
        };
        let names = fields::with_toml(&file, file.whole(), findings, |root| {
            let mut names = BTreeSet::new();
            for list in ["drugs", "tests"] {
                read_list(&root, list, &mut names);
            }
            root.finish();
            Names(names)
        });
        names.unwrap_or_default()
    }

    pub fn has(&self, word: &str) -> bool {
        let word = word.to_lowercase().replace('’', "'");
        let stem = word.strip_suffix("'s").unwrap_or(&word);
        let singular = stem.strip_suffix('s').unwrap_or(stem);
        self.0.contains(stem) || self.0.contains(singular)
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
