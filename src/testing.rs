//! A small guide for tests.

use bearings_domain::catalog::{Catalog, Entry, Part, PartKind};
use bearings_domain::ids::{BlockId, PageId, PartId};
use bearings_domain::text::Strings;

/// A page's id.
pub fn page(id: &str) -> PageId {
    PageId::parse(id).expect("a test names pages by valid ids")
}

/// A block's id.
pub fn block(id: &str) -> BlockId {
    BlockId::parse(id).expect("a test names blocks by valid ids")
}

fn part(id: &str, kind: PartKind, pages: &[&str]) -> Part {
    let entry = |id: &&str| Entry {
        id: page(id),
        title: format!("About {id}"),
        words: 320,
    };
    Part {
        id: PartId::parse(id).expect("a test names parts by valid ids"),
        title: String::from(id),
        short: String::new(),
        kind,
        pages: pages.iter().map(entry).collect(),
    }
}

/// Two parts of the spine with three pages, a topic of two, one page in *Choose to read*, one page renamed.
pub fn catalog() -> Catalog {
    Catalog {
        parts: vec![
            part("meaning", PartKind::Spine, &["words", "spread"]),
            part("finding", PartKind::Spine, &["bone-scan"]),
            part("living", PartKind::Topic, &["sleep", "work"]),
            part("choose", PartKind::Choose, &["time"]),
        ],
        strings: Strings::from_fn(|text| Some(text.name().to_owned()))
            .expect("every text has a name"),
        moved: vec![(page("old-scan"), page("bone-scan"))],
        moved_blocks: Vec::new(),
    }
}
