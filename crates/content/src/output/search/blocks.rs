//! The second file: where on a page words stand.

use std::collections::BTreeMap;

use bearings_search::BlockParts;

use super::classes::Classes;
use super::entries::Found;

/// The blocks of every entry, and in which of them each class stands.
pub(super) fn of(found: &[Found], classes: &Classes) -> BlockParts {
    let mut postings: Vec<BTreeMap<u32, bool>> = vec![BTreeMap::new(); classes.count()];
    let mut first = 0_u32;
    for entry in found {
        for text in &entry.texts {
            let Some(block) = text.block.and_then(|block| u32::try_from(block).ok()) else {
                continue;
            };
            let told = classes.in_text(&text.words).into_iter();
            for class in told.filter(|class| classes.is_full(*class)) {
                *postings[class as usize].entry(first + block).or_default() |= text.in_title;
            }
        }
        first += u32::try_from(entry.blocks.len()).unwrap_or(0);
    }
    BlockParts {
        blocks: found.iter().map(|entry| entry.blocks.clone()).collect(),
        postings: postings.into_iter().map(|row| row.into_iter().collect()).collect(),
    }
}
