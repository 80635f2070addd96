//! What a query finds.

use crate::parts::{Block, Kind};

/// One thing that was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What it is.
    pub kind: Kind,
    /// The id of the sign, the term, the page or the place.
    pub id: String,
    /// Its title or name; of a sign its words.
    pub title: String,
    /// Of a sign how urgent it is, 0 first; of anything else 0.
    pub level: u8,
    /// The block of the page where it stands; none for the page as a whole.
    pub block: Option<Block>,
    /// It stands below all others, for who wants to be asked first.
    pub is_below: bool,
    /// How well it fits; only to compare with others of the same answer.
    pub score: f32,
}

/// What a query finds, the best first.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// What was found.
    pub hits: Vec<Hit>,
    /// The folded words that were looked for, to mark them in a snippet.
    pub words: Vec<String>,
}
