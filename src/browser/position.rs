//! Which words are at the top of the screen, and how to bring them back there.

use super::{document, navigator, page};
use bearings_domain::ids::BlockId;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Range};

/// The line counts as "at the top" when it lies below this many CSS pixels.
const EDGE: f64 = 12.0;
/// How far a line may reach above the edge and still be the one that is read.
const SLACK: f64 = 4.0;
/// What can hold a position in the text.
const BLOCKS: &str = "h1[id],h2[id],h3[id],h4[id],p[id],li[id],figure[id],summary[id],dd[id]";
/// `NodeFilter.SHOW_TEXT`.
const SHOW_TEXT: u32 = 4;

/// The block at the top of the screen, and how many UTF-16 units of its text lie above. Below
/// the last block, at the very end of a page, it is the last block.
pub fn at_top() -> Option<(BlockId, u32)> {
    let blocks = page::article()?.query_selector_all(BLOCKS).ok()?;
    let mut last = None;
    for index in 0..blocks.length() {
        let block: Element = blocks.get(index)?.dyn_into().ok()?;
        let rect = block.get_bounding_client_rect();
        // Explained words lie in cards that take no room.
        if rect.height() <= 0.0 {
            continue;
        }
        let Ok(id) = BlockId::parse(&block.id()) else {
            continue;
        };
        if rect.bottom() > EDGE + SLACK {
            let is_whole = rect.top() >= EDGE - SLACK;
            let offset = if is_whole { 0 } else { offset_at_edge(&block) };
            return Some((id, offset));
        }
        last = Some((id, 0));
    }
    last
}

/// Scrolls so that the position is at the top again. Returns the scroll position it led to.
pub fn scroll_to(block: &BlockId, offset: u32) -> Option<f64> {
    let (block, is_itself) = page::block(block)?;
    // In a block that took its place the offset counts no more.
    let top = if offset == 0 || !is_itself {
        block.get_bounding_client_rect().top()
    } else {
        let length = Texts::of(&block).length;
        let offset = offset.min(length.saturating_sub(1));
        Texts::of(&block)
            .rect(offset)
            .map_or_else(|| block.get_bounding_client_rect().top(), |(top, _)| top)
    };
    Some(navigator::scroll_to(navigator::scroll_y() + top - EDGE))
}

/// The first character of the block that lies on the line at the edge or below.
fn offset_at_edge(block: &Element) -> u32 {
    let texts = Texts::of(block);
    let (mut low, mut high) = (0, texts.length.saturating_sub(1));
    while low < high {
        let middle = low + (high - low) / 2;
        let is_above = texts
            .rect(middle)
            .is_none_or(|(_, bottom)| bottom <= EDGE + SLACK);
        if is_above {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// The text nodes of a block, counted through.
struct Texts {
    nodes: Vec<(Node, u32)>,
    length: u32,
}

impl Texts {
    fn of(block: &Element) -> Self {
        let mut nodes = Vec::new();
        let mut length = 0;
        if let Ok(walker) = document().create_tree_walker_with_what_to_show(block, SHOW_TEXT) {
            while let Ok(Some(node)) = walker.next_node() {
                nodes.push((node.clone(), length));
                length += node
                    .dyn_ref::<web_sys::CharacterData>()
                    .map_or(0, web_sys::CharacterData::length);
            }
        }
        Self { nodes, length }
    }

    /// Top and bottom of the character at `offset`, relative to the window.
    fn rect(&self, offset: u32) -> Option<(f64, f64)> {
        let (node, start) = self
            .nodes
            .iter()
            .rev()
            .find(|(_, start)| *start <= offset)?;
        let range: Range = document().create_range().ok()?;
        range.set_start(node, offset - start).ok()?;
        range.set_end(node, offset - start + 1).ok()?;
        let rect = range.get_bounding_client_rect();
        (rect.height() > 0.0).then(|| (rect.top(), rect.bottom()))
    }
}
