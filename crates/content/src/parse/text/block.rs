//! Blocks of text, and what stands in them.

use bearings_domain::BlockId;

use super::inline::{
    Inline, Insert, LevelVerb, Link, Pair, collect_levels, collect_links, collect_pairs,
};
use crate::base::date::Month;
use crate::base::problem::{At, Spot};

/// Text with the id that links, notes and places hold on to.
#[derive(Clone, Debug)]
pub(crate) struct Prose {
    /// `None` when the writer left it out, which is a problem.
    pub id: Option<BlockId>,
    pub spot: Spot,
    pub inlines: Vec<Inline>,
    /// When somebody last looked up what moves fast: `{#name fresh=2026-11}`.
    pub fresh: Option<Month>,
    /// The byte of the file where an id would be added.
    pub end: usize,
}

/// One block of a page, in the order of its file.
#[derive(Clone, Debug)]
pub(crate) enum Block {
    /// A heading of level 2 or 3.
    Heading {
        level: u8,
        prose: Prose,
    },
    Paragraph(Prose),
    /// `start` is the first number of a numbered list.
    List {
        start: Option<u64>,
        items: Vec<Prose>,
    },
    /// Sentences a person can say.
    Say(Vec<Prose>),
    /// The id of the block is that of the drawing on this page.
    Figure {
        prose: Prose,
        figure: At<String>,
    },
    /// What the compiler makes of the records of signs and numbers.
    Made {
        prose: Prose,
        insert: At<Insert>,
    },
}

impl Block {
    /// Everything in the block that has an id.
    pub fn proses(&self) -> &[Prose] {
        match self {
            Block::Heading { prose, .. }
            | Block::Figure { prose, .. }
            | Block::Made { prose, .. }
            | Block::Paragraph(prose) => std::slice::from_ref(prose),
            Block::List { items, .. } => items,
            Block::Say(lines) => lines,
        }
    }
}

/// Every link in the blocks, in order.
pub(crate) fn links(blocks: &[Block]) -> Vec<&Link> {
    let mut found = Vec::new();
    for prose in blocks.iter().flat_map(Block::proses) {
        collect_links(&prose.inlines, &mut found);
    }
    found
}

/// Every word in the blocks that differs between regions.
pub(crate) fn pairs(blocks: &[Block]) -> Vec<&Pair> {
    let mut found = Vec::new();
    for prose in blocks.iter().flat_map(Block::proses) {
        collect_pairs(&prose.inlines, &mut found);
    }
    found
}

/// Every word that differs between regions in texts that stand outside of blocks.
pub(crate) fn pairs_in<'a>(texts: impl Iterator<Item = &'a [Inline]>) -> Vec<&'a Pair> {
    let mut found = Vec::new();
    texts.for_each(|text| collect_pairs(text, &mut found));
    found
}

/// Every verb of a level in the text of a block.
pub(crate) fn level_verbs(prose: &Prose) -> Vec<&LevelVerb> {
    let mut found = Vec::new();
    collect_levels(&prose.inlines, &mut found);
    found
}

/// Every link in the text of a block, in order.
pub(crate) fn links_of(prose: &Prose) -> Vec<&Link> {
    let mut found = Vec::new();
    collect_links(&prose.inlines, &mut found);
    found
}

/// What the compiler makes on this page of the records of signs and numbers, in order.
pub(crate) fn made(blocks: &[Block]) -> impl Iterator<Item = (&Prose, &At<Insert>)> {
    blocks.iter().filter_map(|block| match block {
        Block::Made { prose, insert } => Some((prose, insert)),
        _ => None,
    })
}
