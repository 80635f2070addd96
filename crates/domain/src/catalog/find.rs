//! Finding pages, their neighbours, and what took the place of retired ones.

use super::{Catalog, Entry, Part, PartKind};
use crate::{BlockId, PageId, Position};

/// A page of the guide and what is around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The part it is in.
    pub part: &'a Part,
    /// The number of that part, from 1; `None` outside the spine.
    pub part_number: Option<usize>,
    /// The page.
    pub entry: &'a Entry,
    /// Its position in the part, from 0.
    pub position: usize,
    /// The page to read before: in the spine across parts, elsewhere within the part.
    pub previous: Option<&'a Entry>,
    /// The page to read after, likewise.
    pub next: Option<&'a Entry>,
}

impl Catalog {
    /// The page with this id, retired ids not followed.
    pub fn find(&self, page: &PageId) -> Option<Found<'_>> {
        let (index, position) = self.parts.iter().enumerate().find_map(|(index, part)| {
            let position = part.pages.iter().position(|entry| entry.id == *page)?;
            Some((index, position))
        })?;
        let part = self.parts.get(index)?;
        let entry = part.pages.get(position)?;
        let (before, after) = (part.pages.get(..position)?, part.pages.get(position + 1..)?);
        let is_spine = part.kind == PartKind::Spine;
        let spine_before = || {
            self.parts
                .get(..index)
                .into_iter()
                .flatten()
                .filter(is_in_spine)
        };
        let spine_after = || {
            self.parts
                .get(index + 1..)
                .into_iter()
                .flatten()
                .filter(is_in_spine)
        };
        Some(Found {
            part,
            part_number: is_spine.then(|| spine_before().count() + 1),
            entry,
            position,
            previous: before.last().or_else(|| {
                let mut earlier = spine_before().rev().filter_map(|part| part.pages.last());
                is_spine.then(|| earlier.next())?
            }),
            next: after.first().or_else(|| {
                let mut later = spine_after().filter_map(|part| part.pages.first());
                is_spine.then(|| later.next())?
            }),
        })
    }

    /// The pages of the spine in their order.
    pub fn spine_pages(&self) -> impl Iterator<Item = &Entry> {
        self.parts
            .iter()
            .filter(is_in_spine)
            .flat_map(|part| &part.pages)
    }

    /// The id a page has today: its own, or that of the page that took its place. `None` if
    /// there is no such page and never was.
    pub fn current(&self, page: &PageId) -> Option<&PageId> {
        let here = |page: &PageId| {
            let mut entries = self.parts.iter().flat_map(|part| &part.pages);
            entries.find(|entry| entry.id == *page)
        };
        let mut wanted = page;
        // A chain longer than the list runs in a circle.
        for _ in 0..=self.moved.len() {
            if let Some(entry) = here(wanted) {
                return Some(&entry.id);
            }
            wanted = &self.moved.iter().find(|(old, _)| old == wanted)?.1;
        }
        None
    }

    /// Where a block is today: itself, or the block that took its place, on the page that took
    /// the place of its page. `None` if there is no such page. Whether the page has such a block
    /// is for the page to say: the catalog does not list them.
    pub fn current_block(&self, page: &PageId, block: &BlockId) -> Option<(PageId, BlockId)> {
        let mut at = (page.clone(), block.clone());
        for _ in 0..=self.moved_blocks.len() {
            match self.moved_blocks.iter().find(|(old, _)| *old == at) {
                Some((_, new)) => at = new.clone(),
                None => return Some((self.current(&at.0)?.clone(), at.1)),
            }
        }
        None
    }

    /// A position in the text as it is today. When its block has been replaced the offset counts
    /// no more, and the position is the beginning of the new block.
    pub fn current_position(&self, position: &Position) -> Option<Position> {
        let (page, block) = self.current_block(&position.page, &position.block)?;
        let is_same_block = block == position.block;
        Some(Position {
            at: position.at,
            page,
            block,
            offset: if is_same_block { position.offset } else { 0 },
        })
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "the shape that `filter` asks for"
)]
fn is_in_spine(part: &&Part) -> bool {
    part.kind == PartKind::Spine
}
