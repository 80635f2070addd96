//! Words that mean the same to somebody who searches, and words that say little.

use crate::base::problem::{At, Findings};
use crate::parse::fields;
use crate::parse::files::Files;

/// A word, or several, and what is looked for too, and counts less.
#[derive(Clone, Debug)]
pub(crate) struct Near {
    pub from: At<String>,
    pub to: Vec<String>,
}

/// The lists of `synonyms.toml`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Synonyms {
    /// Words that say nothing, as "the".
    pub ignored: Vec<At<String>>,
    /// Words that say who or when, and not what.
    pub weak: Vec<At<String>>,
    /// Treatments: beside a sign they say who has it, and not what is wrong.
    pub context: Vec<At<String>>,
    /// Words that are no form of the word they look like.
    pub apart: Vec<At<String>>,
    /// Words, or words after each other, that mean the same.
    pub same: Vec<(At<String>, Vec<String>)>,
    pub near: Vec<Near>,
}

impl Synonyms {
    /// The lists; a language without them has no file.
    pub fn read(files: &Files, findings: &Findings) -> Synonyms {
        let name = format!("content/{}/synonyms.toml", files.lang.code());
        let Some(file) = files.text_if_there(&name, findings) else {
            return Synonyms::default();
        };
        let read = fields::with_toml(&file, file.whole(), findings, |root| {
            let list = |field| root.texts(field).unwrap_or_default();
            let (ignored, weak, apart) = (list("ignored"), list("weak"), list("apart"));
            let context = list("context");
            let same = list("same")
                .into_iter()
                .filter_map(|group| same(group, findings));
            let near = list("near")
                .into_iter()
                .filter_map(|line| near(&line, findings));
            let synonyms = Synonyms {
                ignored,
                weak,
                apart,
                context,
                same: same.collect(),
                near: near.collect(),
            };
            root.finish();
            synonyms
        });
        read.unwrap_or_default()
    }
}

fn listed(text: &str) -> Vec<String> {
    let words = text.split(',').map(|word| word.trim().to_owned());
    words.filter(|word| !word.is_empty()).collect()
}

/// `"pee, wee, pass water"`: one of them has to be a single word, and stands for all.
fn same(group: At<String>, findings: &Findings) -> Option<(At<String>, Vec<String>)> {
    let words = listed(&group.value);
    let is_single = |word: &String| bearings_search::words(word).len() == 1;
    if words.len() < 2 || !words.iter().any(is_single) {
        let what = format!("`{}` is no list of words that mean the same", group.value);
        let remedy = "Write two or more with commas between them, one of them a single word: \"pee, wee, pass water\".";
        findings.add(&group.spot, what, remedy);
        return None;
    }
    Some((group, words))
}

/// `"scan: ct, mri"`.
fn near(line: &At<String>, findings: &Findings) -> Option<Near> {
    let (from, to) = line.value.split_once(':').unwrap_or((&line.value, ""));
    let (from, to) = (from.trim().to_owned(), listed(to));
    let is_single = |word: &str| bearings_search::words(word).len() == 1;
    if !is_single(&from) || to.is_empty() || !to.iter().all(|word| is_single(word)) {
        let what = format!("`{}` does not say what is looked for too", line.value);
        let remedy =
            "Write a word, a colon, and single words with commas between them: \"scan: ct, mri\".";
        findings.add(&line.spot, what, remedy);
        return None;
    }
    Some(Near {
        from: At::new(from, line.spot.clone()),
        to,
    })
}
