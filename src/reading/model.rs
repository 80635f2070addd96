//! What is around a page, as plain values.

use bearings_domain::catalog::{Catalog, PartKind};
use bearings_domain::ids::PageId;
use bearings_domain::route::Destination;

/// A page to go to, with its title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Where it leads.
    pub to: Destination,
    /// What it is called.
    pub title: String,
}

/// What the part of a page is called above its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartName {
    /// A part of the spine, from 1.
    Numbered(usize),
    /// A part with a page for each topic, by its title.
    Topic(String),
    /// *Choose to read*.
    Choose,
}

/// The surroundings of one page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PageView {
    /// Where the breadcrumb leads: the guide, or *Choose to read*.
    pub up: Destination,
    /// Which part the page is in.
    pub part: PartName,
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
        to: Destination::Page(entry.id.clone()),
        title: entry.title.clone(),
    };
    Some(PageView {
        up: match found.part.kind {
            PartKind::Spine | PartKind::Topic => Destination::Guide,
            PartKind::Choose => Destination::Choose,
        },
        part: match (found.part.kind, found.part_number) {
            (PartKind::Choose, _) => PartName::Choose,
            (_, Some(number)) => PartName::Numbered(number),
            (_, None) => PartName::Topic(found.part.title.clone()),
        },
        previous: found.previous.map(step),
        next: found.next.map(step),
        words: found.entry.words,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{catalog, page};

    #[test]
    fn reading_on_crosses_from_part_to_part_but_never_into_choose_to_read() {
        let view = page_view(&catalog(), &page("bone-scan")).expect("the page is in the guide");
        let previous = view.previous.expect("there is a page before");
        assert_eq!(previous.to, Destination::Page(page("spread")));
        assert_eq!(view.next, None);
        assert_eq!(
            (view.part, view.up),
            (PartName::Numbered(2), Destination::Guide)
        );
    }

    #[test]
    fn the_way_up_from_a_chosen_page_leads_to_the_choice() {
        let view = page_view(&catalog(), &page("time")).expect("the page is in the guide");
        assert_eq!(
            (view.part, view.up),
            (PartName::Choose, Destination::Choose)
        );
        assert_eq!((view.previous, view.next), (None, None));
    }

    #[test]
    fn a_page_of_a_topic_belongs_to_the_guide_and_has_neighbours_in_its_part_only() {
        let view = page_view(&catalog(), &page("sleep")).expect("the page is in the guide");
        let part = PartName::Topic(String::from("living"));
        assert_eq!((view.part, view.up), (part, Destination::Guide));
        assert_eq!(view.previous, None);
        let next = view.next.expect("there is a page after");
        assert_eq!(next.to, Destination::Page(page("work")));
    }

    #[test]
    fn a_page_that_is_not_in_the_guide_has_no_surroundings() {
        assert_eq!(page_view(&catalog(), &page("never-was")), None);
    }
}
