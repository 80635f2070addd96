//! Where what was found leads. Plain values.

use bearings_domain::ids::PageId;
use bearings_domain::route::Destination;
use bearings_search::{Hit, Kind};

/// The place that a hit leads to, and the block there; nothing for what this release does not have.
pub fn target(hit: &Hit) -> Option<(Destination, Option<&str>)> {
    let block = hit.block.as_ref().map(|block| block.id.as_str());
    Some(match hit.kind {
        Kind::Sign => (Destination::Help, Some(&hit.id)),
        Kind::Term => (Destination::Words, Some(&hit.id)),
        Kind::Page | Kind::Choose => (Destination::Page(PageId::parse(&hit.id).ok()?), block),
        Kind::Place => (Destination::from_id(&hit.id)?, block),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use bearings_search::{Block, BlockKind};

    fn hit(kind: Kind, id: &str, block: Option<&str>) -> Hit {
        Hit {
            kind,
            id: id.to_owned(),
            title: String::new(),
            level: 0,
            block: block.map(|id| Block {
                kind: BlockKind::Section,
                id: id.to_owned(),
            }),
            is_below: false,
            score: 1.0,
        }
    }

    #[test]
    fn what_is_found_leads_to_its_place() {
        let sign = hit(Kind::Sign, "fever", None);
        assert_eq!(target(&sign), Some((Destination::Help, Some("fever"))));
        let term = hit(Kind::Term, "ct-scan", None);
        assert_eq!(target(&term), Some((Destination::Words, Some("ct-scan"))));
        let page = hit(Kind::Page, "words", Some("line"));
        let words = Destination::Page(PageId::parse("words").expect("a valid id"));
        assert_eq!(target(&page), Some((words, Some("line"))));
        let place = hit(Kind::Place, "visits", None);
        assert_eq!(target(&place), Some((Destination::Visits, None)));
    }

    #[test]
    fn what_this_release_does_not_have_leads_nowhere() {
        assert_eq!(target(&hit(Kind::Page, "Not An Id", None)), None);
        assert_eq!(target(&hit(Kind::Place, "attic", None)), None);
    }
}
