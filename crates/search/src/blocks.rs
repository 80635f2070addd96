//! The second file: in which section, question or drawing of a page a word stands.

use crate::parts::{Block, BlockKind, Class};
use crate::rows::Rows;
use crate::wire::{IndexError, Reader};
use crate::write::BLOCKS_MAGIC;

/// The second file in memory.
#[derive(Clone, Debug)]
pub struct Blocks {
    /// Where the blocks of each entry end.
    ends: Vec<u32>,
    blocks: Vec<Block>,
    /// The entry of each block.
    entries: Vec<u32>,
    /// For each class the blocks it stands in, and whether in their titles.
    postings: Rows<(u32, bool)>,
}

impl Blocks {
    /// Reads the second file.
    pub fn read(bytes: &[u8]) -> Result<Blocks, IndexError> {
        let mut file = Reader::new(bytes);
        if file.take(BLOCKS_MAGIC.len())? != BLOCKS_MAGIC {
            return Err(IndexError::Version);
        }
        let entries = file.count()?;
        let (mut counts, mut kinds, mut ids) = (file.stream()?, file.stream()?, file.stream()?);
        let (mut ends, mut blocks, mut of) = (Vec::new(), Vec::new(), Vec::new());
        for entry in 0..u32::try_from(entries).map_err(|_| IndexError::Wrong)? {
            for _ in 0..counts.count()? {
                let kind = match kinds.byte()? {
                    0 => BlockKind::Section,
                    1 => BlockKind::Question,
                    2 => BlockKind::Figure,
                    _ => return Err(IndexError::Wrong),
                };
                let id = ids.line()?.to_owned();
                blocks.push(Block { kind, id });
                of.push(entry);
            }
            ends.push(u32::try_from(blocks.len()).map_err(|_| IndexError::Wrong)?);
        }
        let classes = file.count()?;
        let (mut counts, mut gaps) = (file.stream()?, file.stream()?);
        let mut postings = Rows::default();
        for _ in 0..classes {
            let mut next = 0_u32;
            let mut row = Vec::new();
            for _ in 0..counts.count()? {
                let number = gaps.number()?;
                let block = next.checked_add(number >> 1).ok_or(IndexError::Wrong)?;
                if block as usize >= blocks.len() {
                    return Err(IndexError::Wrong);
                }
                row.push((block, number & 1 == 1));
                next = block + 1;
            }
            postings.push(row);
        }
        Ok(Blocks { ends, blocks, entries: of, postings })
    }

    /// The places of the blocks of an entry.
    pub(crate) fn of_entry(&self, entry: u32) -> std::ops::Range<u32> {
        let at = entry as usize;
        let end = self.ends.get(at).copied().unwrap_or(0);
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).copied().unwrap_or(end) };
        start.min(end)..end
    }

    /// The entries in which a class stands, each as often as it has blocks with it.
    pub(crate) fn entries_with(&self, class: Class) -> impl Iterator<Item = u32> {
        let row = self.postings.get(class).iter();
        row.map(|(block, _)| self.entries[*block as usize])
    }

    /// A block by its place.
    pub(crate) fn block(&self, at: u32) -> Option<&Block> {
        self.blocks.get(at as usize)
    }

    /// The blocks among these in which a class stands, and whether in their titles.
    pub(crate) fn with(&self, class: Class, among: &std::ops::Range<u32>) -> &[(u32, bool)] {
        let row = self.postings.get(class);
        let start = row.partition_point(|(block, _)| *block < among.start);
        let end = row.partition_point(|(block, _)| *block < among.end);
        &row[start..end]
    }
}
