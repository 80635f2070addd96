//! The text of a page as plain data: blocks, and what stands inside them.

mod block;
mod inline;

pub(crate) use block::{Block, Prose, level_verbs, links, links_of, made, pairs, pairs_in};
pub(crate) use inline::{
    BLANK, Inline, Insert, LevelVerb, Link, Pair, Phrase, by_hand, collect_links, collect_pairs,
    plain,
};
