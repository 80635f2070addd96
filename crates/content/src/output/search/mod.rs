//! What search reads: two files for each language, made of everything that can be found.

mod blocks;
mod classes;
mod entries;
mod groups;
mod names;
mod split;
mod texts;

use std::collections::{BTreeMap, BTreeSet};

use bearings_search::{Class, Kind, MOST, MOST_POSTINGS, Parts, Posting, write};

use crate::parse::library::Library;
use classes::Classes;
use entries::Found;

/// What search reads, as bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchFiles {
    /// Words, what can be found, and in which pages words stand: enough for an answer.
    pub pages: Vec<u8>,
    /// In which sections, questions and drawings words stand: where on the page.
    pub blocks: Vec<u8>,
}

/// How much a word has to count in a page for each impact. What counts less is told by the second
/// file: it stands there once.
const LEVELS: [f32; MOST as usize + 1] = [2.1, 4.0, 11.0];

/// Both files.
pub(crate) fn write(library: &Library) -> SearchFiles {
    let (parts, found) = parts(library);
    let blocks = blocks::of(&found, &parts.1, &parts.0);
    let (parts, blocks) = split::late_words(parts.0, blocks);
    SearchFiles {
        pages: write::pages(&parts),
        blocks: write::blocks(&blocks, &parts),
    }
}

/// What the first file holds, with the classes and the entries that it was made of.
fn parts(library: &Library) -> ((Parts, Classes), Vec<Found>) {
    let found = entries::of(library);
    let classes = Classes::of(library, &found);
    let mut postings: Vec<Vec<Posting>> = vec![Vec::new(); classes.count()];
    let (mut total, mut pages) = (0.0, 0.0_f32);
    for entry in found.iter().filter(|entry| entry.has_length()) {
        total += entry.length();
        pages += 1.0;
    }
    let mean = total / pages.max(1.0);
    for (number, entry) in (0_u32..).zip(&found) {
        let mut counts: BTreeMap<Class, f32> = BTreeMap::new();
        let mut in_blocks = BTreeSet::new();
        // The words of a long page each say less about it.
        let long = if entry.has_length() {
            0.5 + 0.5 * entry.length() / mean
        } else {
            1.0
        };
        for text in &entry.texts {
            let weight = if text.weight > 1.0 {
                text.weight
            } else {
                text.weight / long
            };
            for class in classes.in_text(&text.words) {
                *counts.entry(class).or_default() += weight;
                if text.block.is_some() && classes.is_full(class) {
                    in_blocks.insert(class);
                }
            }
        }
        for (class, count) in counts {
            let is_told = in_blocks.contains(&class) || count < 0.8;
            let impact = match impact(count) {
                Some(impact) if entry.entry.kind != Kind::Sign => impact,
                None if entry.has_length() && is_told => continue,
                _ => 0,
            };
            postings[class as usize].push(Posting {
                entry: number,
                impact,
            });
        }
    }
    for postings in &mut postings {
        if postings.len() > MOST_POSTINGS {
            postings.sort_by_key(|posting| (MOST - posting.impact, posting.entry));
            postings.truncate(MOST_POSTINGS);
            postings.sort_by_key(|posting| posting.entry);
        }
    }
    let parts = Parts {
        words: classes.words(),
        weights: classes.weights(),
        phrases: classes.phrases(),
        near: classes.near(),
        names: names::of(library, &classes, &found),
        entries: found.iter().map(|found| found.entry.clone()).collect(),
        postings,
    };
    ((parts, classes), found)
}

/// How much an entry is about a word that counts so much in it; none if it hardly is.
fn impact(count: f32) -> Option<u8> {
    let level = LEVELS.iter().rposition(|level| count >= *level)?;
    u8::try_from(level).ok()
}
