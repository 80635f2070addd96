//! Where on a page it stands.

use crate::index::Index;
use crate::parts::{Block, BlockKind, MOST_BLOCKS};
use crate::query::Concept;

/// What a word in the title of a block says more than one in its text.
const TITLE: f32 = 1.5;

/// The block of a page that was named, or the one that is most about what was asked for, if it is
/// so about more than the name of the page `says`. None for the page as a whole.
pub(crate) fn of(
    index: &Index,
    concepts: &[Concept],
    entry: u32,
    named: &str,
    says: f32,
) -> Option<Block> {
    let among = index.blocks(entry);
    if !named.is_empty() {
        let known = among.iter().find(|block| block.id == named);
        let id = named.to_owned();
        return Some(known.cloned().unwrap_or(Block {
            kind: BlockKind::Section,
            id,
        }));
    }
    let mut scores = vec![0.0_f32; among.len()];
    for concept in concepts {
        let mut best = vec![0.0_f32; among.len()];
        for (class, quality) in &concept.classes {
            let row = index.in_blocks(*class);
            let Ok(stands) = row.binary_search_by_key(&entry, |stands| stands.entry) else {
                continue;
            };
            let stands = row[stands];
            for (at, best) in best.iter_mut().enumerate().take(MOST_BLOCKS) {
                if stands.blocks >> at & 1 == 1 {
                    let about = if stands.titles >> at & 1 == 1 {
                        TITLE
                    } else {
                        1.0
                    };
                    *best = best.max(concept.weight * quality * about);
                }
            }
        }
        for (score, best) in scores.iter_mut().zip(best) {
            *score += best;
        }
    }
    let (mut found, mut most) = (None, says);
    for (block, score) in among.iter().zip(scores) {
        if score > most {
            (found, most) = (Some(block), score);
        }
    }
    found.cloned()
}
