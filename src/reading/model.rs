//! What stands around a page, as plain values.

use bearings_domain::catalog::{Catalog, PartKind};
use bearings_domain::ids::PageId;
use bearings_domain::route::Route;

/// A page to go to, with its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Where it leads.
    pub route: Route,
    /// What it is called.
    pub title: String,
}

/// The surroundings of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageView {
    /// Where the breadcrumb leads: the guide, or *Choose to read*.
    pub up: Route,
    /// The number of the part, from 1; none in *Choose to read*.
    pub part_number: Option<usize>,
    /// The page before this one.
    pub previous: Option<Step>,
    /// The page after this one.
    pub next: Option<Step>,
    /// How many words it takes to read the page.
    pub words: u32,
}

/// The surroundings of `page`, or nothing when the guide has no such page.
pub fn page_view(catalog: &Catalog, page: &PageId) -> Option<PageView> {
    let found = catalog.find(page)?;
    let step = |entry: &bearings_domain::catalog::Entry| Step {
        route: Route::Page(entry.id.clone()),
        title: entry.title.clone(),
    };
    Some(PageView {
        up: match found.part.kind {
            PartKind::Spine => Route::Guide,
            PartKind::Choose => Route::Choose,
        },
        part_number: found.part_number,
        previous: found.previous.map(step),
        next: found.next.map(step),
        words: found.entry.words,
    })
}
