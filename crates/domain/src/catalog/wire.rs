//! The list of pages as JSON: arrays without field names, for every page is in it.
//!
//! ```json
//! [list, [[id, title, short, kind, [title, ..], [id, ..], [words, ..]], ..],
//!  [[old, new], ..], [[page, block, page, block], ..]]
//! ```
//!
//! It grows with the guide. So titles are with titles and numbers with numbers, which compresses
//! better, and an id that follows from its title is left empty: with 1,130 pages that is 14.2 kB in
//! Brotli in place of 21.8.
//!
//! List and app come from one build and carry its hashes in their names, so there are no
//! versions; `list` tells when they got mixed up all the same.

use super::{Catalog, CatalogError, Entry, Part, PartKind};
use crate::json::{Malformed, Reader, read_all, write_list, write_number, write_text};
use crate::{BlockId, IdError, PageId, PartId, Text};

const SPINE: u8 = 0;
const CHOOSE: u8 = 1;
const TOPIC: u8 = 2;

pub(super) fn to_json(catalog: &Catalog) -> String {
    let mut json = String::from("[");
    let out = &mut json;
    write_number(out, Text::LIST.into());
    out.push(',');
    write_list(out, &catalog.parts, write_part);
    out.push(',');
    write_list(out, &catalog.moved, |out, (old, new)| {
        write_list(out, [old.as_str(), new.as_str()], write_text);
    });
    out.push(',');
    write_list(out, &catalog.moved_blocks, |out, (old, new)| {
        let (old, new) = (
            [old.0.as_str(), old.1.as_str()],
            [new.0.as_str(), new.1.as_str()],
        );
        write_list(out, old.into_iter().chain(new), write_text);
    });
    json.push(']');
    json
}

fn write_part(out: &mut String, part: &Part) {
    out.push('[');
    for text in [part.id.as_str(), &part.title, &part.short] {
        write_text(out, text);
        out.push(',');
    }
    let kind = match part.kind {
        PartKind::Spine => SPINE,
        PartKind::Topic => TOPIC,
        PartKind::Choose => CHOOSE,
    };
    write_number(out, kind.into());
    out.push(',');
    write_list(out, &part.pages, |out, entry| write_text(out, &entry.title));
    out.push(',');
    write_list(out, &part.pages, |out, entry| {
        let follows = PageId::from_title(&entry.title).as_ref() == Ok(&entry.id);
        write_text(out, if follows { "" } else { entry.id.as_str() });
    });
    out.push(',');
    write_list(out, &part.pages, |out, entry| {
        write_number(out, entry.words.into());
    });
    out.push(']');
}

pub(super) fn learn(catalog: &mut Catalog, json: &str) -> Result<(), CatalogError> {
    let (list, parts, moved, moved_blocks) = read_all(json, |reader| {
        reader.sign("[")?;
        let list = reader.number::<u32>()?;
        reader.sign(",")?;
        let parts = reader.list(read_part)?;
        reader.sign(",")?;
        let moved = reader.list(|reader| {
            let [old, new] = read_texts(reader)?;
            Ok((PageId::parse(&old)?, PageId::parse(&new)?))
        })?;
        reader.sign(",")?;
        let moved_blocks = reader.list(|reader| {
            let [page, block, new_page, new_block] = read_texts(reader)?;
            Ok((
                (PageId::parse(&page)?, BlockId::parse(&block)?),
                (PageId::parse(&new_page)?, BlockId::parse(&new_block)?),
            ))
        })?;
        reader.sign("]")?;
        Ok((list, parts, moved, moved_blocks))
    })?;
    if list != Text::LIST {
        return Err(CatalogError::OtherBuild);
    }
    catalog.parts = parts;
    catalog.moved = moved;
    catalog.moved_blocks = moved_blocks;
    Ok(())
}

fn read_texts<const N: usize>(reader: &mut Reader) -> Result<[String; N], Malformed> {
    reader.list(Reader::text)?.try_into().map_err(|_| Malformed)
}

fn read_part(reader: &mut Reader) -> Result<Part, Malformed> {
    reader.sign("[")?;
    let id = PartId::parse(&reader.text()?)?;
    reader.sign(",")?;
    let title = reader.text()?;
    reader.sign(",")?;
    let short = reader.text()?;
    reader.sign(",")?;
    let kind = match reader.number()? {
        SPINE => PartKind::Spine,
        TOPIC => PartKind::Topic,
        CHOOSE => PartKind::Choose,
        _ => return Err(Malformed),
    };
    reader.sign(",")?;
    let titles = reader.list(Reader::text)?;
    reader.sign(",")?;
    let ids = reader.list(Reader::text)?;
    reader.sign(",")?;
    let words = reader.list(Reader::number)?;
    reader.sign("]")?;
    if ids.len() != titles.len() || words.len() != titles.len() {
        return Err(Malformed);
    }
    let mut pages = Vec::with_capacity(titles.len());
    for ((title, id), words) in titles.into_iter().zip(ids).zip(words) {
        let id = if id.is_empty() {
            PageId::from_title(&title)
        } else {
            PageId::parse(&id)
        };
        let id = id?;
        pages.push(Entry { id, title, words });
    }
    Ok(Part {
        id,
        title,
        short,
        kind,
        pages,
    })
}

impl From<IdError> for Malformed {
    fn from(_: IdError) -> Self {
        Self
    }
}

impl From<Malformed> for CatalogError {
    fn from(_: Malformed) -> Self {
        Self::Malformed
    }
}
