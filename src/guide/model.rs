//! What the guide's page shows, as plain values.

use bearings_domain::catalog::{Catalog, Part};
use bearings_domain::ids::{BlockId, PageId};
use bearings_domain::place::Place;
use bearings_domain::progress::Progress;

/// Where a person was, ready to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResumeView {
    /// The page as it is called now, even if it has been renamed since.
    pub page: PageId,
    /// The block as it is called now.
    pub block: BlockId,
    /// The page's title.
    pub title: String,
}

/// The place to go on from, or nothing when there is none or its page has left the guide.
pub fn resume(catalog: &Catalog, place: Option<&Place>) -> Option<ResumeView> {
    let place = catalog.current_place(place?)?;
    let found = catalog.find(&place.page)?;
    Some(ResumeView {
        title: found.entry.title.clone(),
        page: place.page,
        block: place.block,
    })
}

/// Minutes of reading left in a part: the words of its pages that are not marked as read.
pub fn minutes_left(part: &Part, progress: &Progress) -> u32 {
    let words = progress.words_left(part);
    if words == 0 {
        0
    } else {
        progress.pace().minutes(words)
    }
}
