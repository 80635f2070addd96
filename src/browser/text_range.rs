//! The text of a block in the page: its text nodes, counted as [`bearings_domain::text_range`] says.
//!
//! Whatever names a part of the text names it by a block and offsets into this text. What is
//! elsewhere in the block for a while, such as the card of an explained word, is no part of it.

use super::document;
use bearings_domain::text_range::{BlockText, Character, Piece};
use web_sys::{Element, Node, Range};

/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;

/// The text of a block as it is now. It is read once: after the page has changed, or another region
/// has been chosen, it is out of date.
pub struct TextNodes {
    nodes: Vec<Node>,
    /// The same text, piece by piece.
    pub text: BlockText,
}

impl TextNodes {
    /// Reads the text of a block.
    pub fn of(block: &Element) -> Self {
        let (mut nodes, mut text) = (Vec::new(), BlockText::default());
        if let Ok(walker) = document().create_tree_walker_with_what_to_show(block, SHOW_TEXT) {
            while let Ok(Some(node)) = walker.next_node() {
                if let Some(parent) = node.parent_element()
                    && let Ok(None) = parent.closest("[popover]")
                {
                    text.pieces.push(Piece {
                        text: node.text_content().unwrap_or_default(),
                        // What the styles hide takes no room.
                        is_shown: parent.get_bounding_client_rect().height() > 0.0,
                    });
                    nodes.push(node);
                }
            }
        }
        Self { nodes, text }
    }

    /// The character at `offset`, or the next that is shown, or the last: see
    /// [`BlockText::character`].
    pub fn character(&self, offset: u32) -> Option<Range> {
        let character = self.text.character(offset)?;
        self.between(&character, &character)
    }

    /// What is shown of the part from `start` to before `end`, in UTF-16 code units. Nothing when
    /// no character of it is shown.
    #[cfg_attr(
        feature = "csr",
        expect(dead_code, reason = "for what marks, finds or reads aloud a part")
    )]
    pub fn range(&self, start: u32, end: u32) -> Option<Range> {
        let (first, last) = self.text.range(start..end)?;
        self.between(&first, &last)
    }

    /// The offset of a point in a text node of the block, as a `Range` has it. Nothing for a node
    /// that is not counted.
    #[cfg_attr(
        feature = "csr",
        expect(dead_code, reason = "for what marks, finds or reads aloud a part")
    )]
    pub fn offset(&self, node: &Node, at: u32) -> Option<u32> {
        let piece = self.nodes.iter().position(|counted| counted == node)?;
        Some(self.text.offset(piece, at))
    }

    fn between(&self, first: &Character, last: &Character) -> Option<Range> {
        let range = document().create_range().ok()?;
        let (start, end) = (self.nodes.get(first.piece)?, self.nodes.get(last.piece)?);
        range.set_start(start, first.in_piece.start).ok()?;
        range.set_end(end, last.in_piece.end).ok()?;
        Some(range)
    }
}
