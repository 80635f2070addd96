//! Text inside a block.

use super::{Inline, LevelVerb};
use crate::parse::links::Link;
use crate::parse::regional::Pair;

/// How a line to write on is written, and how it stands in plain text.
pub(super) const BLANK: &str = "____";

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
            Inline::Pair(pair) => text.push_str(&pair.both()),
            Inline::Blank => text.push_str(BLANK),
            Inline::Level(verb) => text.push_str(&verb.text),
            Inline::Insert(_) => {}
        }
    }
}

/// The text that a writer wrote by hand: without the verbs that come from the records of signs.
pub(crate) fn by_hand(inlines: &[Inline]) -> String {
    let mut text = String::new();
    collect_by_hand(inlines, &mut text);
    text
}

fn collect_by_hand(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Level(_) => text.push('\u{2026}'),
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_by_hand(inner, text),
            Inline::Link(link) => collect_by_hand(&link.inlines, text),
            other => collect_text(std::slice::from_ref(other), text),
        }
    }
}

pub(super) fn collect_levels<'a>(inlines: &'a [Inline], found: &mut Vec<&'a LevelVerb>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_levels(inner, found),
            Inline::Level(verb) => found.push(verb),
            _ => {}
        }
    }
}

pub(super) fn collect_links<'a>(inlines: &'a [Inline], found: &mut Vec<&'a Link>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_links(inner, found),
            Inline::Link(link) => found.push(link),
            Inline::Text(_)
            | Inline::Pair(_)
            | Inline::Blank
            | Inline::Level(_)
            | Inline::Insert(_) => {}
        }
    }
}

pub(super) fn collect_pairs<'a>(inlines: &'a [Inline], found: &mut Vec<&'a Pair>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_pairs(inner, found),
            Inline::Link(link) => collect_pairs(&link.inlines, found),
            Inline::Pair(pair) => found.push(pair),
            Inline::Text(_) | Inline::Blank | Inline::Level(_) | Inline::Insert(_) => {}
        }
    }
}

/// Makes a line to write on of the `____` at the end of the text, however long it is.
pub(super) fn take_blank(inlines: &mut Vec<Inline>) {
    let Some(Inline::Text(text)) = inlines.last_mut() else {
        return;
    };
    if !text.ends_with(BLANK) {
        return;
    }
    text.truncate(text.trim_end_matches('_').len());
    if text.is_empty() {
        inlines.pop();
    }
    inlines.push(Inline::Blank);
}

/// Adds text, joined to text that comes before it: the parser cuts at every special character.
pub(super) fn push_text(inlines: &mut Vec<Inline>, piece: &str) {
    if let Some(Inline::Text(text)) = inlines.last_mut() {
        text.push_str(piece);
    } else {
        inlines.push(Inline::Text(piece.to_owned()));
    }
}
