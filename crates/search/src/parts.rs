//! What an index holds, as plain data: the content compiler makes it, [`crate::write`] turns it
//! into bytes, and [`crate::Index`] is made of it again.
//!
//! Words that mean the same have one *class*, by its number. *Entries* are what can be found by
//! the first file: signs, terms, pages and places, by their place in the list. *Blocks* are found
//! by the second file: sections, questions and drawings of pages.

/// The number of a class of words.
pub type Class = u32;

/// How much a word says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// As much as it is rare.
    #[default]
    Full,
    /// As much as it is rare, but not beside a sign: it says on which treatment somebody is.
    Context,
    /// A little: it says who or when, and not what.
    Weak,
    /// Nothing, as "the".
    Ignored,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A sign that needs a call.
    Sign,
    /// A word of the glossary.
    Term,
    /// A page of the guide.
    Page,
    /// A page of the guide for those who choose to read it.
    Choose,
    /// One of the fixed places, such as Help.
    Place,
}

/// What can be found by the first file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is.
    pub kind: Kind,
    /// The id of the sign, the term, the page or the place.
    pub id: String,
    /// Its title or name. Of a sign its words.
    pub title: String,
    /// Of a sign how urgent it is, 0 first; of anything else 0.
    pub level: u8,
}

/// Names by which an entry, or a block of it, is looked up: each a set of classes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// The entry, by its place in [`Parts::entries`].
    pub entry: u32,
    /// The id of a block of the page, or nothing.
    pub block: String,
    /// The names in rising order. Classes stand in rising order, each once.
    pub names: Vec<Vec<Class>>,
}

/// Where a class stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Posting {
    /// The entry, by its place in [`Parts::entries`].
    pub entry: u32,
    /// How much the entry is about it, from 0 to [`MOST`]; of a sign 0.
    pub impact: u8,
}

/// The greatest impact.
pub const MOST: u8 = 2;

/// The most entries that are kept for a class: those that are most about it.
pub const MOST_POSTINGS: usize = 400;

/// What the first file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Folded words in the order of their bytes, each with its class. Classes are counted in the
    /// order in which their first word stands.
    pub words: Vec<(String, Class)>,
    /// How much each class says.
    pub weights: Vec<Weight>,
    /// Classes that stand for another one when they follow each other: "throw", "up".
    pub phrases: Vec<(Vec<Class>, Class)>,
    /// A class, and one that is looked for too, and counts less.
    pub near: Vec<(Class, Class)>,
    /// What can be found.
    pub entries: Vec<Entry>,
    /// By which names.
    pub names: Vec<Names>,
    /// For each class where it stands, in the order of entries.
    pub postings: Vec<Vec<Posting>>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// What stands below a heading.
    Section,
    /// A question to take to the care team.
    Question,
    /// A drawing.
    Figure,
}

/// A part of a page that can be found by itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Its id on its page.
    pub id: String,
}

/// What the second file holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockParts {
    /// Words that the first file does not have. Their classes are counted on from its last one, in
    /// the same way.
    pub words: Vec<(String, Class)>,
    /// The blocks of each entry of the first file, in the order of the page.
    pub blocks: Vec<Vec<Block>>,
    /// For each class of both files where it stands, in the order of entries.
    pub postings: Vec<Vec<InBlocks>>,
}

/// In which blocks of an entry a class stands. A bit stands for a block, the lowest for the first;
/// the last of [`MOST_BLOCKS`] also for those after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct InBlocks {
    /// The entry, by its place in [`Parts::entries`].
    pub entry: u32,
    /// The blocks in which it stands.
    pub blocks: u32,
    /// Those in whose titles it stands; none unless the first file has the entry for this class.
    pub titles: u32,
}

/// The most blocks of a page that are told apart.
pub const MOST_BLOCKS: usize = 30;
