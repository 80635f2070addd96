//! The text of a page: headings, paragraphs, lists, ready-made sentences and pictures, each with
//! its own id. Whatever else Markdown can do is refused.

mod block_id;
mod inline;
mod reader;

use bearings_domain::BlockId;

use crate::base::date::Month;
use crate::base::problem::{At, Findings, Spot};
use crate::parse::files::SourceFile;
use crate::parse::links::Link;
use crate::parse::regional::Pair;
use crate::parse::signs::Level;
use crate::parse::vocabulary::Vocabulary;

pub(crate) use block_id::is_taken;
pub(crate) use inline::{by_hand, plain};

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
    /// The verb of a level of signs, such as "call your 24-hour line now", and where Help says more.
    Level(LevelVerb),
    /// What the compiler puts in place of a picture; only as a block of its own.
    Insert(At<Insert>),
}

/// What stands where Markdown has a picture: `![](figure:bone-scan)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Insert {
    /// A drawing, by the id of the figure.
    Figure(String),
    /// Signs by their ids, sorted by level as `signs.toml` has it.
    Signs(Vec<String>),
    /// A level with its verb, whom to call, and every sign that has it.
    Level(Level),
    /// What to have at hand before the call.
    Ready,
    /// Every sign by the everyday words it is looked up by.
    SignsAToZ,
    /// The emergency numbers, to tap.
    EmergencyNumbers,
    /// Lines that listen, to tap.
    ListeningLines,
}

/// The verb of a level inside a sentence.
#[derive(Clone, Debug)]
pub(crate) struct LevelVerb {
    pub level: Level,
    /// The verb, with a capital where a sentence begins.
    pub text: String,
    pub spot: Spot,
}

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

/// Reads the Markdown that begins at byte `start` of the file.
pub(crate) fn read(
    file: &SourceFile,
    start: usize,
    vocabulary: Vocabulary<'_>,
    findings: &Findings,
) -> Vec<Block> {
    reader::Reader::new(file, start, vocabulary, findings).blocks()
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

/// Every word that differs between regions in texts that stand outside of blocks.
pub(crate) fn pairs_in<'a>(texts: impl Iterator<Item = &'a [Inline]>) -> Vec<&'a Pair> {
    let mut found = Vec::new();
    texts.for_each(|text| inline::collect_pairs(text, &mut found));
    found
}

/// Every verb of a level in the text of a block.
pub(crate) fn level_verbs(prose: &Prose) -> Vec<&LevelVerb> {
    let mut found = Vec::new();
    inline::collect_levels(&prose.inlines, &mut found);
    found
}

/// Every link in the text of a block, in order.
pub(crate) fn links_of(prose: &Prose) -> Vec<&Link> {
    let mut found = Vec::new();
    inline::collect_links(&prose.inlines, &mut found);
    found
}

/// What the compiler makes on this page of the records of signs and numbers, in order.
pub(crate) fn made(blocks: &[Block]) -> impl Iterator<Item = (&Prose, &At<Insert>)> {
    blocks.iter().filter_map(|block| match block {
        Block::Made { prose, insert } => Some((prose, insert)),
        _ => None,
    })
}

#[cfg(test)]
mod tests;
