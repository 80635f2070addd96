//! Words that differ between the United Kingdom and the United States, each pair in one place.
//!
//! A writer marks the word, `[paracetamol](say:paracetamol)`, and the page holds both: the styles
//! hide one of them once a person has chosen where they are. Until then, and wherever the text is
//! plain, both are read: "paracetamol (acetaminophen)".

use bearings_domain::Lang;

use crate::base::problem::{Findings, Spot};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::ids::{self, Once};
use crate::parse::plain_text;
use crate::parse::text::Pair;

/// The pairs of `regional.toml`, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Regional {
    pub pairs: Vec<Pair>,
    /// The file is there and could not be read: an unknown word is nobody's mistake.
    is_broken: bool,
    /// The language is not English, and has no such words.
    is_of_translation: bool,
}

impl Regional {
    /// The pairs. They are of English only: a country that differs in another language would need
    /// pairs, styles and a choice of its own.
    pub fn read(files: &Files, findings: &Findings) -> Regional {
        let name = format!("content/{}/regional.toml", files.lang.code());
        let mut regional = Regional {
            is_of_translation: files.lang != Lang::ENGLISH,
            ..Regional::default()
        };
        if regional.is_of_translation || !files.has(&name) {
            return regional;
        }
        let pairs = files.text_if_there(&name, findings).and_then(|file| {
            fields::with_toml(&file, file.whole(), findings, |root| {
                let mut once = Once::default();
                let tables = root.tables("pair");
                root.finish();
                tables
                    .into_iter()
                    .filter_map(|table| pair(table, &mut once))
                    .collect()
            })
        });
        regional.is_broken = pairs.is_none();
        regional.pairs = pairs.unwrap_or_default();
        regional
    }

    /// The pair that a mark names, if the text between its brackets is the pair's first word.
    /// Says what is wrong if there is none.
    pub fn marked(&self, id: &str, text: &str, spot: &Spot, findings: &Findings) -> Option<Pair> {
        let Some(pair) = self.pairs.iter().find(|pair| pair.id == id) else {
            if self.is_of_translation {
                let what = "words by region are marked in English only";
                findings.add(spot, what, "Write the word itself.");
            } else if !self.is_broken {
                let what = format!("there is no pair of words `{id}`");
                let remedy = "Add it to regional.toml (id, uk, us), or mend its name.";
                findings.add(spot, what, remedy);
            }
            return None;
        };
        if pair.uk != text {
            let what = format!("the mark say:{id} stands on \"{text}\"");
            let remedy = format!(
                "Write [{}](say:{id}), letter by letter; if that needs a capital, begin the sentence otherwise.",
                pair.uk
            );
            findings.add(spot, what, remedy);
        }
        Some(pair.clone())
    }
}

fn pair(table: Fields<'_>, once: &mut Once) -> Option<Pair> {
    let id = ids::need(&table);
    let uk = plain_text::need(&table, "uk");
    let us = plain_text::need(&table, "us");
    let findings = table.findings;
    table.finish();
    let (id, uk, us) = (id?, uk?, us?);
    if uk.value == us.value {
        let what = format!("both words of `{}` are the same", id.value);
        let remedy = "Take the pair out: a pair is for words that differ.";
        findings.add(&us.spot, what, remedy);
    }
    once.is_new("pair", &id.value, &id.spot, findings);
    Some(Pair {
        id: id.value,
        uk: uk.value,
        us: us.value,
        spot: id.spot,
    })
}
