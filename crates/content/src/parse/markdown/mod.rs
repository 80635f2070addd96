//! The text of a page: headings, paragraphs, lists, ready-made sentences and pictures, each with
//! its own id. Whatever else Markdown can do is refused.

mod block_id;
mod collector;
mod inlines;
mod prose;
mod reader;

use crate::base::problem::Findings;
use crate::parse::files::SourceFile;
use crate::parse::text::Block;
use crate::parse::vocabulary::Vocabulary;

/// Reads the Markdown that begins at byte `start` of the file.
pub(crate) fn read(
    file: &SourceFile,
    start: usize,
    vocabulary: Vocabulary<'_>,
    findings: &Findings,
) -> Vec<Block> {
    reader::Reader::new(file, start, vocabulary, findings).blocks()
}

#[cfg(test)]
mod tests;
