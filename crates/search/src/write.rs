//! From plain data to bytes. Only the content compiler writes an index.

use crate::parts::{BlockKind, BlockParts, InBlocks, Kind, Parts, Weight};
use crate::wire::Writer;

/// How the first file begins.
pub(crate) const PAGES_MAGIC: &[u8] = b"BSP1";
/// How the second file begins.
pub(crate) const BLOCKS_MAGIC: &[u8] = b"BSB1";

/// The first file: words, entries, names, and in which entries words stand.
pub fn pages(parts: &Parts) -> Vec<u8> {
    let mut file = Writer::default();
    file.bytes.extend(PAGES_MAGIC);
    entries(parts, &mut file);
    words(parts, &mut file);
    classes(parts, &mut file);
    names(parts, &mut file);
    let (mut counts, mut gaps, mut impacts) = <(Writer, Writer, Writer)>::default();
    for postings in &parts.postings {
        counts.count(postings.len());
        let mut next = 0;
        for posting in postings {
            gaps.number(posting.entry - next);
            next = posting.entry + 1;
            impacts.bytes.push(posting.impact);
        }
    }
    for stream in [counts, gaps, impacts] {
        file.stream(&stream);
    }
    file.bytes
}

/// Words: how much of the word before it begins with, what follows, and its class.
fn words(parts: &Parts, file: &mut Writer) {
    let (mut shared, mut ends, mut classes) = <(Writer, Writer, Writer)>::default();
    let (mut before, mut next) = ("", 0);
    for (word, class) in &parts.words {
        let pairs = word.bytes().zip(before.bytes());
        let mut same = pairs.take_while(|(left, right)| left == right).count();
        while !word.is_char_boundary(same) {
            same -= 1;
        }
        shared.count(same);
        ends.line(&word[same..]);
        // 0 is the next class that did not occur yet; others are counted back from there.
        classes.number(next - class);
        next = next.max(class + 1);
        before = word;
    }
    file.count(parts.words.len());
    for stream in [ends, shared, classes] {
        file.stream(&stream);
    }
}

fn classes(parts: &Parts, file: &mut Writer) {
    let weights = &parts.weights;
    file.count(weights.len());
    for wanted in [Weight::Weak, Weight::Ignored] {
        let of_weight = (0_u32..).zip(weights).filter(|(_, weight)| **weight == wanted);
        let classes: Vec<_> = of_weight.map(|(class, _)| class).collect();
        rising(&classes, file);
    }
    file.count(parts.phrases.len());
    for (phrase, class) in &parts.phrases {
        file.count(phrase.len());
        phrase.iter().chain([class]).for_each(|class| file.number(*class));
    }
    file.count(parts.near.len());
    for (class, near) in &parts.near {
        file.number(*class);
        file.number(*near);
    }
}

/// Numbers in rising order, as the gaps between them.
fn rising(numbers: &[u32], file: &mut Writer) {
    file.count(numbers.len());
    let mut next = 0;
    for number in numbers {
        file.number(number - next);
        next = number + 1;
    }
}

fn entries(parts: &Parts, file: &mut Writer) {
    let (mut kinds, mut ids, mut titles) = <(Writer, Writer, Writer)>::default();
    for entry in &parts.entries {
        let kind = match entry.kind {
            Kind::Sign => 0,
            Kind::Term => 1,
            Kind::Page => 2,
            Kind::Choose => 3,
            Kind::Place => 4,
        };
        kinds.bytes.push(kind | entry.level << 4);
        ids.line(&entry.id);
        titles.line(&entry.title);
    }
    file.count(parts.entries.len());
    for stream in [ids, titles, kinds] {
        file.stream(&stream);
    }
}

fn names(parts: &Parts, file: &mut Writer) {
    let (mut of, mut blocks, mut lengths, mut classes) =
        <(Writer, Writer, Writer, Writer)>::default();
    for names in &parts.names {
        of.number(names.entry);
        of.count(names.names.len());
        blocks.line(&names.block);
        for name in &names.names {
            lengths.count(name.len());
            name.iter().for_each(|class| classes.number(*class));
        }
    }
    file.count(parts.names.len());
    for stream in [blocks, of, lengths, classes] {
        file.stream(&stream);
    }
}

/// The second file: blocks, and in which of them words stand. What the first file says of a class
/// is not said again: for each of its entries only which blocks, then entries that it left out.
pub fn blocks(parts: &BlockParts, pages: &Parts) -> Vec<u8> {
    let mut file = Writer::default();
    file.bytes.extend(BLOCKS_MAGIC);
    let (mut ids, mut counts, mut kinds) = <(Writer, Writer, Writer)>::default();
    for blocks in &parts.blocks {
        counts.count(blocks.len());
        for block in blocks {
            kinds.bytes.push(match block.kind {
                BlockKind::Section => 0,
                BlockKind::Question => 1,
                BlockKind::Figure => 2,
            });
            ids.line(&block.id);
        }
    }
    file.count(parts.blocks.len());
    for stream in [ids, counts, kinds] {
        file.stream(&stream);
    }
    let (mut told, mut titles) = <(Writer, Writer)>::default();
    let (mut more, mut gaps, mut masks) = <(Writer, Writer, Writer)>::default();
    for (postings, known) in parts.postings.iter().zip(&pages.postings) {
        for posting in known {
            if parts.blocks.get(posting.entry as usize).is_none_or(Vec::is_empty) {
                continue;
            }
            let stands = postings.iter().find(|stands| stands.entry == posting.entry);
            let stands = stands.copied().unwrap_or_default();
            told.number(stands.blocks << 1 | u32::from(stands.titles != 0));
            if stands.titles != 0 {
                titles.number(stands.titles);
            }
        }
        let is_new = |stands: &&InBlocks| known.iter().all(|known| known.entry != stands.entry);
        let new: Vec<_> = postings.iter().filter(is_new).collect();
        more.count(new.len());
        let mut next = 0;
        for stands in new {
            gaps.number(stands.entry - next);
            next = stands.entry + 1;
            masks.number(stands.blocks);
        }
    }
    for stream in [told, titles, more, gaps, masks] {
        file.stream(&stream);
    }
    file.bytes
}
