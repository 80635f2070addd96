//! Makes the text of a block whole: takes its id off, and refuses marks where they cannot stand.

use std::ops::Range;

use super::block_id;
use super::collector::Collector;
use super::reader::Reader;
use crate::parse::text::{BLANK, Inline, Prose, plain};

impl Reader<'_> {
    /// The text of a block that was read to its end; `None` when nothing of it is left.
    pub(super) fn finish(&mut self, mut text: Collector, range: &Range<usize>) -> Option<Prose> {
        let spot = self.spot(range);
        if text.inlines.is_empty() {
            // What stood here was refused, or it is an empty item.
            return None;
        }
        let (id, fresh) = block_id::take(&mut text.inlines, &spot, self.findings);
        let said = plain(&text.inlines);
        take_blank(&mut text.inlines);
        if has_blank_inside(&text.inlines) {
            let remedy =
                "Write ____ last, outside of stars and links; a second one is a block of its own.";
            self.findings
                .add(&spot, "a line to write on in the middle of text", remedy);
        }
        if said.contains("{#") {
            let remedy = "The id stands at the very end of the block, as {#name}.";
            self.findings
                .add(&spot, "braces in the middle of the text", remedy);
        }
        if said.contains("](") {
            let remedy =
                "Write [words](page:id), with no space between ] and ( and none inside ( ).";
            self.findings.add(
                &spot,
                "something that looks like a link but is none",
                remedy,
            );
        }
        let pictures = text
            .inlines
            .iter()
            .filter(|one| matches!(one, Inline::Insert(_)))
            .count();
        if pictures > 0 && text.inlines.len() > 1 {
            let remedy = "Put it on a line of its own, with an empty line before and after.";
            self.findings.add(
                &spot,
                "a drawing, signs or numbers in the middle of text",
                remedy,
            );
        }
        Some(Prose {
            id,
            spot,
            inlines: text.inlines,
            fresh,
            end: self.start + text.end,
        })
    }
}

/// Makes a line to write on of the `____` at the end of the text, however long it is.
fn take_blank(inlines: &mut Vec<Inline>) {
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

/// Whether a line to write on stands anywhere but at the end.
fn has_blank_inside(inlines: &[Inline]) -> bool {
    let rest = match inlines {
        [rest @ .., Inline::Blank] => rest,
        all => all,
    };
    plain(rest).contains(BLANK)
}
