//! Reads the names of drugs and tests.

use std::collections::BTreeSet;

use crate::base::problem::Findings;
use crate::parse::drugs::Drugs;
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::reading::{Names, words};

/// The names of drugs, and the words of `names.toml`, which need not be there.
pub(crate) fn read(files: &Files, drugs: &Drugs, findings: &Findings) -> Names {
    let name = format!("content/{}/names.toml", files.lang.code());
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

fn read_list(root: &Fields<'_>, list: &'static str, names: &mut BTreeSet<String>) {
    for name in root.texts(list).unwrap_or_default() {
        let is_word = words(&name.value).eq([name.value.as_str()]);
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
