//! The catalog, which travels with the app.

use bearings_domain::{Catalog, Entry, Part};

use crate::parse::library::Library;
use crate::rules::anchors::Anchors;

/// The catalog of content without problems.
pub(crate) fn of(library: &Library, anchors: &Anchors) -> Catalog {
    let parts = library.outline.parts.iter().map(|part| Part {
        id: part.id.clone(),
        title: part.title.value.clone(),
        short: part.short.value.clone(),
        kind: part.kind,
        pages: part
            .pages
            .iter()
            .filter_map(|page| library.find(&page.value))
            .map(|page| Entry {
                id: page.id.clone(),
                title: page.front.title.value.clone(),
                words: page.words(),
            })
            .collect(),
    });
    let retired = &library.retired;
    let strings = library.strings.app();
    Catalog {
        parts: parts.collect(),
        strings: strings.expect("a missing text is a problem, and there are none"),
        moved: retired
            .pages
            .keys()
            .filter_map(|old| Some((old.clone(), retired.final_page(old)?.clone())))
            .collect(),
        moved_blocks: retired
            .blocks
            .keys()
            .filter_map(|old| Some((old.clone(), retired.final_block(old)?.clone())))
            // On its own page a block says itself what it has taken the place of.
            .filter(|((old, _), (page, _))| old != page)
            .filter(|(_, (page, block))| anchors.has(page, block.as_str()))
            .collect(),
    }
}
