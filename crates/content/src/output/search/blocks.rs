//! The second file: where on a page words stand.

use std::collections::BTreeMap;

use bearings_search::{BlockParts, InBlocks, MOST_BLOCKS, Parts};

use super::classes::Classes;
use super::entries::Found;

/// A word that stands once on each of more pages than these says nothing about any of them.
const MOST_ONCE: usize = 16;

/// The blocks of every entry, and in which of them each class stands.
pub(super) fn of(found: &[Found], classes: &Classes, pages: &Parts) -> BlockParts {
    let mut postings: Vec<BTreeMap<u32, InBlocks>> = vec![BTreeMap::new(); classes.count()];
    for (entry, found) in (0_u32..).zip(found) {
        for text in &found.texts {
            let Some(block) = text.block else {
                continue;
            };
            let bit = 1 << block.min(MOST_BLOCKS - 1);
            let told = classes.in_text(&text.words).into_iter();
            for class in told.filter(|class| classes.is_full(*class)) {
                let row = &mut postings[class as usize];
                let stands = row.entry(entry).or_insert(InBlocks {
                    entry,
                    ..InBlocks::default()
                });
                stands.blocks |= bit;
                stands.titles |= if text.in_title { bit } else { 0 };
            }
        }
    }
    let rows = postings
        .into_iter()
        .zip(&pages.postings)
        .map(|(row, known)| {
            let is_known = |stands: &InBlocks| {
                known
                    .binary_search_by_key(&stands.entry, |known| known.entry)
                    .is_ok()
            };
            let rows = row.into_values();
            let (told, mut once): (Vec<_>, Vec<_>) = rows.partition(is_known);
            if once.len() > MOST_ONCE {
                once.clear();
            }
            for stands in &mut once {
                stands.titles = 0;
            }
            let mut kept = [told, once].concat();
            kept.sort_by_key(|stands| stands.entry);
            kept
        });
    BlockParts {
        words: Vec::new(),
        postings: rows.collect(),
        blocks: found.iter().map(|found| found.blocks.clone()).collect(),
    }
}
