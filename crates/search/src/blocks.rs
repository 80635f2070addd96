//! The second file: in which section, question or drawing of a page a word stands.

use std::ops::Range;

use crate::index::Index;
use crate::parts::{Block, BlockKind, Class, InBlocks};
use crate::rows::Rows;
use crate::wire::{IndexError, Reader};
use crate::write::BLOCKS_MAGIC;

/// The second file in memory.
#[derive(Clone, Debug)]
pub struct Blocks {
    /// Where the blocks of each entry end.
    ends: Vec<u32>,
    blocks: Vec<Block>,
    /// For each class where it stands, in the order of entries.
    postings: Rows<InBlocks>,
}

impl Blocks {
    /// Reads the second file, which goes on from this first one.
    pub fn read(bytes: &[u8], index: &Index) -> Result<Blocks, IndexError> {
        let mut file = Reader::new(bytes);
        if file.take(BLOCKS_MAGIC.len())? != BLOCKS_MAGIC {
            return Err(IndexError::Version);
        }
        let entries = file.count()?;
        let (mut ids, mut counts, mut kinds) = (file.stream()?, file.stream()?, file.stream()?);
        if entries > index.entries.len() {
            return Err(IndexError::Wrong);
        }
        let (mut ends, mut blocks) = (Vec::new(), Vec::new());
        for _ in 0..entries {
            for _ in 0..counts.count()? {
                let kind = match kinds.byte()? {
                    0 => BlockKind::Section,
                    1 => BlockKind::Question,
                    2 => BlockKind::Figure,
                    _ => return Err(IndexError::Wrong),
                };
                let id = ids.line()?.to_owned();
                blocks.push(Block { kind, id });

            }
            ends.push(u32::try_from(blocks.len()).map_err(|_| IndexError::Wrong)?);
        }
        let (mut told, mut titles) = (file.stream()?, file.stream()?);
        let (mut more, mut gaps, mut masks) = (file.stream()?, file.stream()?, file.stream()?);
        let mut postings = Rows::default();
        for class in 0..index.classes() {
            let mut row = Vec::new();
            for posting in index.postings.get(class) {
                if of_entry(&ends, posting.entry).is_empty() {
                    continue;
                }
                let number = told.number()?;
                let titles = if number & 1 == 1 { titles.number()? } else { 0 };
                let (entry, blocks) = (posting.entry, number >> 1);
                row.push(InBlocks { entry, blocks, titles });
            }
            let mut next = 0_u32;
            for _ in 0..more.count()? {
                let entry = next.checked_add(gaps.number()?).ok_or(IndexError::Wrong)?;
                if of_entry(&ends, entry).is_empty() {
                    return Err(IndexError::Wrong);
                }
                row.push(InBlocks { entry, blocks: masks.number()?, titles: 0 });
                next = entry + 1;
            }
            row.sort_unstable_by_key(|stands| stands.entry);
            postings.push(row);
        }
        Ok(Blocks { ends, blocks, postings })
    }

    /// The blocks of an entry.
    pub(crate) fn of_entry(&self, entry: u32) -> &[Block] {
        &self.blocks[of_entry(&self.ends, entry)]
    }

    /// The entries in which a class stands.
    pub(crate) fn with(&self, class: Class) -> &[InBlocks] {
        self.postings.get(class)
    }

    /// In which blocks of an entry a class stands.
    pub(crate) fn within(&self, class: Class, entry: u32) -> InBlocks {
        let row = self.postings.get(class);
        let at = row.binary_search_by_key(&entry, |stands| stands.entry);
        at.map_or(InBlocks::default(), |at| row[at])
    }
}

/// Where the blocks of an entry are in the list of all.
fn of_entry(ends: &[u32], entry: u32) -> Range<usize> {
    let at = entry as usize;
    let end = ends.get(at).copied().unwrap_or(0);
    let start = if at == 0 { 0 } else { ends.get(at - 1).copied().unwrap_or(end) };
    start.min(end) as usize..end as usize
}
