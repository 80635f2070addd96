//! Words that differ between the United Kingdom and the United States, each pair in one place.
//!
//! A writer marks the word, `[paracetamol](say:paracetamol)`, and the page holds both: the styles
//! hide one of them once a person has chosen where they are. Until then, and wherever the text is
//! plain, both are read: "paracetamol (acetaminophen)".

use std::collections::BTreeSet;

use crate::base::problem::{At, Findings, Spot};
use crate::output::html::Html;
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::ids::{self, Once};
use crate::parse::library::Library;
use crate::parse::markdown::{self, Inline};
use crate::parse::plain_text;
use crate::parse::signs::{Level, Levels, Phrase};

/// A word in the two forms it has.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub id: String,
    pub uk: String,
    pub us: String,
    /// Where the pair stands in its file.
    spot: Spot,
}

impl Pair {
    /// Both words, as they are read where nobody has chosen.
    pub fn both(&self) -> String {
        format!("{} ({})", self.uk, self.us)
    }

    /// Both words, so that the styles can leave out one of them and the brackets.
    pub fn write(&self, html: &mut Html) {
        html.raw("<span class=\"uk\">").text(&self.uk);
        html.raw("</span><span class=\"us\"><span class=\"both\"> (</span>");
        html.text(&self.us)
            .raw("<span class=\"both\">)</span></span>");
    }
}

/// The pairs of `regional.toml`, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Regional {
    pairs: Vec<Pair>,
    /// The file is there and could not be read: an unknown word is nobody's mistake.
    is_broken: bool,
}

impl Regional {
    /// The pairs; a language without such words has no file.
    pub fn read(files: &Files, findings: &Findings) -> Regional {
        let name = format!("content/{}/regional.toml", files.language);
        let mut regional = Regional::default();
        if !files.has(&name) {
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

    /// A plain text in which words that differ by region are marked, `[fit](say:fit)`, and the
    /// verb of a level can stand, `[](level:line)`.
    pub fn phrase(&self, text: At<String>, levels: &Levels, findings: &Findings) -> Phrase {
        let mut inlines = Vec::new();
        let mut rest = text.value.as_str();
        while let Some((before, mark)) = rest.split_once('[') {
            let parts = mark.split_once("](").and_then(|(said, after)| {
                let (address, after) = after.split_once(')')?;
                let (kind, id) = address.split_once(':')?;
                matches!(kind, "say" | "level").then_some((said, kind, id, after))
            });
            let Some((said, kind, id, after)) = parts else {
                let remedy = "Only [word](say:id) and [](level:name) can stand in this text.";
                findings.add(&text.spot, "a bracket that is no word by region", remedy);
                break;
            };
            inlines.push(Inline::Text(before.to_owned()));
            if kind == "say" {
                match self.marked(id, said, &text.spot, findings) {
                    Some(pair) => inlines.push(Inline::Pair(pair)),
                    None => inlines.push(Inline::Text(said.to_owned())),
                }
            } else if let Some(level) = Level::named(id, &text.spot, findings) {
                let said = markdown::plain(&inlines);
                inlines.push(Inline::Level(levels.verb_after(level, &said, &text.spot)));
            }
            rest = after;
        }
        inlines.push(Inline::Text(rest.to_owned()));
        Phrase {
            inlines,
            written: text,
        }
    }

    /// The pair that a mark names, if the text between its brackets is the pair's first word.
    /// Says what is wrong if there is none.
    pub fn marked(&self, id: &str, text: &str, spot: &Spot, findings: &Findings) -> Option<Pair> {
        let Some(pair) = self.pairs.iter().find(|pair| pair.id == id) else {
            if !self.is_broken {
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

/// Every pair is used.
pub(crate) fn check(library: &Library, findings: &Findings) {
    let phrases = library.signs.phrases();
    let phrases = phrases.map(|phrase| phrase.inlines.as_slice());
    let used: BTreeSet<&str> = library
        .documents
        .iter()
        .flat_map(|document| markdown::pairs(&document.blocks))
        .chain(markdown::pairs_in(phrases))
        .map(|pair| pair.id.as_str())
        .collect();
    // A page that could not be read may be the one that uses it.
    if !library.broken.is_empty() {
        return;
    }
    for pair in &library.regional.pairs {
        if !used.contains(pair.id.as_str()) {
            let what = format!("no page uses the pair of words `{}`", pair.id);
            let remedy = format!("Mark it as [{}](say:{}), or take it out.", pair.uk, pair.id);
            findings.add(&pair.spot, what, remedy);
        }
    }
}
