//! Text inside a block.

use super::Inline;
use crate::links::Link;

/// The text without its markup.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    collect_text(inlines, &mut text);
    text
}

fn collect_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(piece) => text.push_str(piece),
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_text(inner, text),
            Inline::Link(link) => collect_text(&link.inlines, text),
            Inline::Picture(_) => {}
        }
    }
}

pub(super) fn collect_links<'a>(inlines: &'a [Inline], found: &mut Vec<&'a Link>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_links(inner, found),
            Inline::Link(link) => found.push(link),
            Inline::Text(_) | Inline::Picture(_) => {}
        }
    }
}

/// Adds text, joined to text that comes before it: the parser cuts at every special character.
pub(super) fn push_text(inlines: &mut Vec<Inline>, piece: &str) {
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.push_str(piece);
    } else {
        inlines.push(Inline::Text(piece.to_owned()));
    }
}
