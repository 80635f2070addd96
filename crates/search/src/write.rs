//! From plain data to bytes. Only the content compiler writes an index.

use crate::codec;
use crate::codec_blocks;
use crate::entropy::Encoder;
use crate::parts::{BlockParts, Parts};
use crate::wire::{id_of, join};

/// How the first file begins.
pub(crate) const PAGES_MAGIC: &[u8] = b"BSP1";
/// How the second file begins.
pub(crate) const BLOCKS_MAGIC: &[u8] = b"BSB1";

/// The first file: words, entries, names, and in which entries words stand.
pub fn pages(parts: &Parts) -> Vec<u8> {
    let entries = parts.entries.len().to_string();
    let names = parts.names.len().to_string();
    let mut lines = vec![entries.as_str(), names.as_str()];
    lines.extend(parts.entries.iter().map(|entry| entry.title.as_str()));
    // Most ids are made of the title, and then need not be said.
    lines.extend(parts.entries.iter().map(|entry| {
        let is_made = entry.id == id_of(&entry.title);
        if is_made { "" } else { entry.id.as_str() }
    }));
    lines.extend(parts.names.iter().map(|names| names.block.as_str()));
    let mut encoder = Encoder::default();
    codec::pages(&mut encoder, &mut parts.clone()).expect("writing finds what it was given");
    join(PAGES_MAGIC, &lines, &encoder.finish())
}

/// The second file: blocks, and in which of them words stand.
pub fn blocks(parts: &BlockParts, pages: &Parts) -> Vec<u8> {
    let counts: Vec<_> = parts
        .blocks
        .iter()
        .map(|blocks| blocks.len().to_string())
        .collect();
    let entries = counts.len().to_string();
    let mut lines = vec![entries.as_str()];
    lines.extend(counts.iter().map(String::as_str));
    lines.extend(parts.blocks.iter().flatten().map(|block| block.id.as_str()));
    let mut encoder = Encoder::default();
    codec_blocks::blocks(&mut encoder, &mut parts.clone(), pages)
        .expect("writing finds what it was given");
    join(BLOCKS_MAGIC, &lines, &encoder.finish())
}
