//! The keys of records in storage that every site of the same host shares.

use super::{ItemKind, Kind};
use crate::{ItemId, Millis};

/// How the key of every record of the site at this base path begins, quarantined ones included,
/// and no key of another site: `"bearings:/a/b/:"`.
pub fn prefix(base_path: &str) -> String {
    // A colon in the path would let the site at `/` take records of a site at `/:x/` for its own.
    ["bearings:", &base_path.replace(':', "%3A"), ":"].concat()
}

/// The key of the record of a kind, for the site at this base path: `"bearings:/a/b/:place"`.
pub fn key(base_path: &str, kind: Kind) -> String {
    [&prefix(base_path), kind.name()].concat()
}

/// The key of the record of an item, for the site at this base path: `"bearings:/a/b/:note:7f"`.
pub fn item_key(base_path: &str, kind: ItemKind, id: &ItemId) -> String {
    [&prefix(base_path), kind.name(), ":", id.as_str()].concat()
}

/// Where a damaged record is kept, so that nothing is lost in silence:
/// `"bearings:/a/b/:place:damaged:1700000000000"`.
pub fn quarantine_key(key: &str, now: Millis) -> String {
    [key, ":damaged:", &now.0.to_string()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_says_whose_record_it_is_and_of_which_site() {
        assert_eq!(key("/", Kind::Position), "bearings:/:place");
        assert_eq!(key("/a/b/", Kind::Progress), "bearings:/a/b/:progress");
        let id = crate::items::simulation::item_id("7f");
        assert_eq!(
            item_key("/a/b/", ItemKind::Note, &id),
            "bearings:/a/b/:note:7f"
        );
        assert_eq!(
            quarantine_key(&key("/a/", Kind::Position), Millis(12)),
            "bearings:/a/:place:damaged:12"
        );
    }

    #[test]
    fn no_site_takes_the_records_of_a_neighbour_for_its_own() {
        let sites = ["/", "/a/", "/a/b/", "/:place/", "/:/", "/a/:/", ""];
        for site in sites {
            for other in sites {
                for kind in Kind::ALL {
                    let key = quarantine_key(&key(other, kind), Millis(1));
                    assert_eq!(
                        key.starts_with(&prefix(site)),
                        site == other,
                        "{key} and the site at {site:?}"
                    );
                }
            }
        }
    }
}
