//! Search in the guide.
mod codec;
mod distance;
mod entropy;
mod fold;
mod hit;
mod index;
mod lexicon;
mod parts;
mod query;
mod rank;
mod rows;
mod stem;
mod wire;
pub mod write;

pub use fold::words;
pub use hit::{Answer, Hit};
pub use index::Index;
pub use parts::{
    Block, BlockKind, BlockParts, Class, Entry, InBlocks, Kind, MOST, MOST_BLOCKS, MOST_POSTINGS, Names, Parts,
    Posting, Weight,
};
pub use rank::answer;
pub use stem::stem;
pub use wire::IndexError;
