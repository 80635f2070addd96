//! The words that the text of a page takes from elsewhere, so that they stand in one place.

use crate::parse::levels::Levels;
use crate::parse::regional::Regional;

/// What the reader of Markdown looks words up in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vocabulary<'a> {
    /// Words that differ between regions.
    pub regional: &'a Regional,
    /// Levels of signs, each with its one verb.
    pub levels: &'a Levels,
}
