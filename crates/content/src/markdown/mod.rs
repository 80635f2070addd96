//! The text of a page: headings, paragraphs, lists, ready-made sentences and pictures, each with
//! its own id. Whatever else Markdown can do is refused.

mod block_id;
mod inline;
mod reader;

use bearings_domain::BlockId;

use crate::files::SourceFile;
use crate::links::Link;
use crate::problem::{At, Findings, Spot};
use crate::regional::{Pair, Regional};

pub(crate) use block_id::is_taken;
pub(crate) use inline::plain;

/// A stretch of text inside a block.
#[derive(Clone, Debug)]
pub(crate) enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Stressed(Vec<Inline>),
    Link(Link),
    /// A word that differs between regions.
    Pair(Pair),
    /// A line to write on by hand; only at the end of a block.
    Blank,
    /// A drawing, by the id of the figure; only as a block of its own.
    Picture(At<String>),
}

/// Text with the id that links, notes and places hold on to.
#[derive(Clone, Debug)]
pub(crate) struct Prose {
    /// `None` when the writer left it out, which is a problem.
    pub id: Option<BlockId>,
    pub spot: Spot,
    pub inlines: Vec<Inline>,
    /// The byte of the file where an id would be added.
    pub end: usize,
}

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
}

impl Block {
    /// Everything in the block that has an id.
    pub fn proses(&self) -> &[Prose] {
        match self {
            Block::Heading { prose, .. }
            | Block::Figure { prose, .. }
            | Block::Paragraph(prose) => std::slice::from_ref(prose),
            Block::List { items, .. } => items,
            Block::Say(lines) => lines,
        }
    }
}

/// Reads the Markdown that begins at byte `start` of the file.
pub(crate) fn read(
    file: &SourceFile,
    start: usize,
    regional: &Regional,
    findings: &Findings,
) -> Vec<Block> {
    reader::Reader::new(file, start, regional, findings).blocks()
}

/// Every link in the blocks, in order.
pub(crate) fn links(blocks: &[Block]) -> Vec<&Link> {
    let mut found = Vec::new();
    for prose in blocks.iter().flat_map(Block::proses) {
        inline::collect_links(&prose.inlines, &mut found);
    }
    found
}

/// Every word in the blocks that differs between regions.
pub(crate) fn pairs(blocks: &[Block]) -> Vec<&Pair> {
    let mut found = Vec::new();
    for prose in blocks.iter().flat_map(Block::proses) {
        inline::collect_pairs(&prose.inlines, &mut found);
    }
    found
}

#[cfg(test)]
mod tests;
