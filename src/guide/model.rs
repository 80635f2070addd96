//! What the guide's page shows, as plain values.

use bearings_domain::catalog::Catalog;
use bearings_domain::ids::{BlockId, PageId};
use bearings_domain::position::Position;
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

/// The position to go on from, or nothing when there is none or its page has left the guide.
pub fn resume(catalog: &Catalog, position: Option<&Position>) -> Option<ResumeView> {
    let position = catalog.current_position(position?)?;
    let found = catalog.find(&position.page)?;
    Some(ResumeView {
        title: found.entry.title.clone(),
        page: position.page,
        block: position.block,
    })
}

/// The offer to install is made after so many pages: before, a person is only looking.
const SOME_PAGES: usize = 3;

/// Whether a person has read enough here to be offered to keep the guide at hand.
pub fn has_read_some(progress: &Progress) -> bool {
    progress.pages_read().nth(SOME_PAGES - 1).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{block, catalog, page};
    use bearings_domain::time::Millis;

    fn position(id: &str) -> Position {
        Position {
            at: Millis(1),
            page: page(id),
            block: block("hot-spots"),
            offset: 40,
        }
    }

    #[test]
    fn a_place_on_a_renamed_page_is_offered_under_its_new_name() {
        let view = resume(&catalog(), Some(&position("old-scan"))).expect("the page still exists");
        assert_eq!(view.page, page("bone-scan"));
        assert_eq!(view.title, "About bone-scan");
        assert_eq!(view.block, block("hot-spots"));
    }

    #[test]
    fn who_has_read_three_pages_is_offered_to_install() {
        let mut progress = Progress::default();
        for id in ["a", "b", "b"] {
            progress.mark_read(&page(id), Millis(1));
        }
        assert!(!has_read_some(&progress));
        progress.mark_read(&page("c"), Millis(1));
        assert!(has_read_some(&progress));
        progress.mark_unread(&page("a"), Millis(2));
        assert!(!has_read_some(&progress));
    }

    #[test]
    fn nothing_is_offered_without_a_place_or_when_its_page_has_gone() {
        assert_eq!(resume(&catalog(), None), None);
        assert_eq!(resume(&catalog(), Some(&position("never-was"))), None);
    }
}
