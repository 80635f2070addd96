//! The second file to bits and back, as [`crate::codec`] does for the first.

use crate::codec::{gap, size, words};
use crate::entropy::{Chance, Coder};
use crate::models::Numbers;
use crate::order;
use crate::parts::{BlockKind, BlockParts, InBlocks, MOST_BLOCKS, Parts};
use crate::wire::IndexError;

const BLOCK_KINDS: [BlockKind; 3] = [BlockKind::Section, BlockKind::Question, BlockKind::Figure];

/// Bits for the blocks of a page, by how many there are and how many bits are set already.
#[derive(Debug)]
struct Masks([[Chance; 3]; MOST_BLOCKS + 1]);

impl Masks {
    fn code(&mut self, coder: &mut impl Coder, blocks: usize, mask: u32) -> u32 {
        let blocks = blocks.min(MOST_BLOCKS);
        let (mut set, mut value) = (0, 0);
        for at in 0..blocks {
            let chance = &mut self.0[blocks - at][set];
            let bit = coder.bit(chance, mask >> at & 1 == 1);
            set = (set + usize::from(bit)).min(2);
            value |= u32::from(bit) << at;
        }
        value
    }
}

impl Default for Masks {
    fn default() -> Masks {
        Masks([[Chance::default(); 3]; MOST_BLOCKS + 1])
    }
}

/// What the second file has beside its texts. Of a block its id is there already. What the first
/// file says of a class is not said again: for each of its entries only which blocks, then entries
/// that it left out.
pub(crate) fn blocks(
    coder: &mut impl Coder,
    parts: &mut BlockParts,
    pages: &Parts,
) -> Result<(), IndexError> {
    let mut kinds = Numbers::default();
    for block in parts.blocks.iter_mut().flatten() {
        let kind = BLOCK_KINDS
            .iter()
            .position(|kind| *kind == block.kind)
            .unwrap_or(0);
        let kind = kinds.code(coder, size(kind)) as usize;
        block.kind = *BLOCK_KINDS.get(kind).ok_or(IndexError::Wrong)?;
    }
    let classes = words(coder, &mut parts.words, size(pages.weights.len()))?;
    let (mut told, mut titles, mut once) = <(Masks, Masks, Masks)>::default();
    let mut lengths = Numbers::default();
    let mut gaps: Vec<Numbers> = (0..16).map(|_| Numbers::default()).collect();
    let mut in_title = Chance::default();
    parts.postings.resize(classes as usize, Vec::new());
    let blocks = &parts.blocks;
    let count = |entry: u32| blocks.get(entry as usize).map_or(0, Vec::len);
    for (class, row) in parts.postings.iter_mut().enumerate() {
        let known = pages.postings.get(class).map_or(&[][..], Vec::as_slice);
        let mut found = Vec::new();
        for entry in known
            .iter()
            .map(|known| known.entry)
            .filter(|entry| count(*entry) > 0)
        {
            let stands = row.iter().find(|stands| stands.entry == entry).copied();
            let stands = stands.unwrap_or_default();
            let mask = told.code(coder, count(entry), stands.blocks);
            let mut title = 0;
            if mask != 0 && coder.bit(&mut in_title, stands.titles != 0) {
                title = titles.code(coder, count(entry), stands.titles);
            }
            if mask != 0 {
                found.push(InBlocks {
                    entry,
                    blocks: mask,
                    titles: title,
                });
            }
        }
        let is_new = |stands: &&InBlocks| known.iter().all(|known| known.entry != stands.entry);
        let mut new: Vec<InBlocks> = row.iter().filter(is_new).copied().collect();
        let many = lengths.code(coder, size(new.len()));
        let gaps = &mut gaps[(32 - many.leading_zeros()).min(15) as usize];
        let mut next = 0;
        for at in 0..many as usize {
            if coder.is_past_end() {
                return Err(IndexError::Short);
            }
            let stands = new.get(at).copied();
            let entry = gap(coder, gaps, &mut next, stands.map(|stands| stands.entry))?;
            let mask = stands.map_or(0, |stands| stands.blocks);
            let blocks = once.code(coder, count(entry), mask);
            if at == new.len() {
                new.push(InBlocks {
                    entry,
                    blocks,
                    titles: 0,
                });
            }
        }
        found.append(&mut new);
        order::sort(&mut found, |left, right| left.entry < right.entry);
        *row = found;
    }
    Ok(())
}
