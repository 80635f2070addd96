//! Which words are at the top of the screen, and how to bring them back there.

use super::text_range::TextNodes;
use super::{navigator, page};
use bearings_domain::ids::BlockId;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// The line counts as "at the top" when it lies below this many CSS pixels.
const EDGE: f64 = 12.0;
/// How far a line may reach above the edge and still be the one that is read.
const SLACK: f64 = 4.0;
/// What can hold a position in the text.
const BLOCKS: &str = "h1[id],h2[id],h3[id],h4[id],p[id],li[id],figure[id],summary[id],dd[id]";

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
    let line = (offset > 0 && is_itself).then(|| line(&TextNodes::of(&block), offset));
    let top = match line.flatten() {
        Some((top, _)) => top,
        None => block.get_bounding_client_rect().top(),
    };
    Some(navigator::scroll_to(navigator::scroll_y() + top - EDGE))
}

/// The first character of the block that lies on the line at the edge or below.
fn offset_at_edge(block: &Element) -> u32 {
    let texts = TextNodes::of(block);
    let (mut low, mut high) = (0, texts.text.length().saturating_sub(1));
    while low < high {
        let middle = low + (high - low) / 2;
        let is_above = line(&texts, middle).is_none_or(|(_, bottom)| bottom <= EDGE + SLACK);
        if is_above {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// Top and bottom of the character at `offset`, relative to the window.
fn line(texts: &TextNodes, offset: u32) -> Option<(f64, f64)> {
    let rect = texts.character(offset)?.get_bounding_client_rect();
    (rect.height() > 0.0).then(|| (rect.top(), rect.bottom()))
}
