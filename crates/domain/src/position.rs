//! Where someone is in the text.

use crate::{BlockId, Millis, PageId};

/// A position in the guide that survives edits of the text, other text sizes and other screens.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    // The order of the fields makes `Ord` "the newest is the greatest"; `newest` relies on it.
    /// When the person was there.
    pub at: Millis,
    /// The page.
    pub page: PageId,
    /// The block at the top of the screen.
    pub block: BlockId,
    /// How far into the block's text the first visible line begins, in UTF-16 code units, which
    /// is how the browser counts characters. The text may have become shorter since.
    pub offset: u32,
}

impl Position {
    /// The newer of two places, the same whichever way round they are given.
    #[must_use]
    pub fn newest(&self, other: &Self) -> Self {
        self.max(other).clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{block, page};

    fn position(at: u64, page_id: &str, offset: u32) -> Position {
        Position {
            at: Millis(at),
            page: page(page_id),
            block: block("b"),
            offset,
        }
    }

    #[test]
    fn the_newest_place_counts_wherever_it_is_in_the_guide() {
        let early = position(1, "zebra", 9);
        let late = position(2, "apple", 0);
        assert_eq!(early.newest(&late), late);
        assert_eq!(late.newest(&early), late);
    }

    #[test]
    fn two_places_of_the_same_moment_are_settled_alike_in_both_tabs() {
        let one = position(1, "apple", 0);
        let other = position(1, "apple", 5);
        assert_eq!(one.newest(&other), other.newest(&one));
    }
}
