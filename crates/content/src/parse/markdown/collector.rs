//! What is collected of a block until it ends.

use crate::parse::text::Inline;

/// The text of a block while it is read.
#[derive(Default)]
pub(super) struct Collector {
    pub inlines: Vec<Inline>,
    /// The byte where it ends, counted from where the text of the page begins.
    pub end: usize,
}

/// Adds text, joined to text that comes before it: the parser cuts at every special character.
pub(super) fn push_text(inlines: &mut Vec<Inline>, piece: &str) {
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.push_str(piece);
    } else {
        inlines.push(Inline::Text(piece.to_owned()));
    }
}
