//! Search in the guide: an index that the content compiler writes, and what answers a query from it.
//!
//! Nothing is stored, nothing is judged: a sign that is shown first is a place of the guide, with
//! whom to call.
//!
//! | module | what it knows |
//! |---|---|
//! | `fold`, `stem`, `distance` | words: folded, without endings, with typing mistakes |
//! | `parts` | what an index holds, as plain data |
//! | `write`, `wire` | the two files: texts, then bits |
//! | `codec`, `codec_blocks`, `models`, `entropy` | plain data to bits and back |
//! | `index`, `lexicon`, `rows`, `order` | an index in memory |
//! | `query` | what is meant by what was typed |
//! | `fits`, `rank`, `place` | how well each entry fits, in which order, and where on its page |
//! | `page_text`, `passage` | what the page says there |
//! | `near` | words to try where nothing was found |

mod codec;
mod codec_blocks;
mod distance;
mod entropy;
mod fits;
mod fold;
mod hit;
mod index;
mod lexicon;
mod models;
mod near;
mod order;
mod page_text;
mod parts;
mod passage;
mod place;
mod query;
mod rank;
#[cfg(test)]
mod round_trip;
mod rows;
mod stem;
mod wire;
pub mod write;

pub use fold::words;
pub use hit::{Answer, Hit};
pub use index::Index;
pub use near::near;
pub use parts::{
    Block, BlockKind, BlockParts, Class, Entry, InBlocks, Kind, MOST, MOST_BLOCKS, MOST_POSTINGS,
    Names, Parts, Posting, Weight,
};
pub use passage::{Passage, passage};
pub use rank::answer;
pub use stem::stem;
pub use wire::IndexError;
