use proptest::prelude::*;

use super::*;
use crate::testing::{block, page, part};
use crate::{Millis, Position, Progress, Text};

/// The ids of some pages follow from their titles, those of others do not.
fn entry(id: &str) -> Entry {
    let title = if id.contains('s') {
        format!("About {id}")
    } else {
        id.to_uppercase()
    };
    Entry {
        id: page(id),
        title,
        words: 300,
    }
}

fn a_part(id: &str, kind: PartKind, pages: &[&str]) -> Part {
    Part {
        id: part(id),
        title: id.to_uppercase(),
        short: "It says \"größe\".".to_owned(),
        kind,
        pages: pages.iter().map(|id| entry(id)).collect(),
    }
}

/// Two parts of the spine with pages, one without, and hard topics in between.
fn catalog() -> Catalog {
    Catalog {
        parts: vec![
            a_part("meaning", PartKind::Spine, &["words", "spread", "check-1"]),
            a_part("time", PartKind::Choose, &["doctors-talk", "figures"]),
            a_part("empty", PartKind::Spine, &[]),
            a_part("finding", PartKind::Spine, &["biopsy", "bone-scan"]),
        ],
        strings: Strings::from_fn(|key| Some(key.name().to_owned())).expect("all are there"),
        moved: vec![
            (page("old-biopsy"), page("newer-biopsy")),
            (page("newer-biopsy"), page("biopsy")),
            (page("lost"), page("never-was")),
            (page("round"), page("and-round")),
            (page("and-round"), page("round")),
        ],
        moved_blocks: vec![
            (
                (page("biopsy"), block("needle")),
                (page("old-biopsy"), block("thin-needle")),
            ),
            ((page("spread"), block("a")), (page("spread"), block("b"))),
            ((page("spread"), block("b")), (page("spread"), block("a"))),
        ],
    }
}

#[track_caller]
fn check_find(id: &str, number: Option<usize>, previous: Option<&str>, next: Option<&str>) {
    let catalog = catalog();
    let found = catalog.find(&page(id)).expect("the page is in the catalog");
    assert_eq!(found.entry.id.as_str(), id);
    assert_eq!(found.part.pages.get(found.position), Some(found.entry));
    assert_eq!(found.part_number, number, "the number of the part of {id}");
    let name = |entry: Option<&Entry>| entry.map(|entry| entry.id.to_string());
    assert_eq!(name(found.previous).as_deref(), previous, "before {id}");
    assert_eq!(name(found.next).as_deref(), next, "after {id}");
}

#[test]
fn previous_and_next_cross_the_parts_of_the_spine_only() {
    check_find("words", Some(1), None, Some("spread"));
    check_find("spread", Some(1), Some("words"), Some("check-1"));
    check_find("check-1", Some(1), Some("spread"), Some("biopsy"));
    check_find("biopsy", Some(3), Some("check-1"), Some("bone-scan"));
    check_find("bone-scan", Some(3), Some("biopsy"), None);
}

#[test]
fn hard_topics_are_never_next_to_the_spine() {
    check_find("doctors-talk", None, None, Some("figures"));
    check_find("figures", None, Some("doctors-talk"), None);
    let catalog = catalog();
    let spine: Vec<_> = catalog
        .spine_pages()
        .map(|entry| entry.id.as_str())
        .collect();
    assert_eq!(spine, ["words", "spread", "check-1", "biopsy", "bone-scan"]);
}

#[test]
fn following_next_reads_the_whole_spine() {
    let catalog = catalog();
    let mut at = catalog.spine_pages().next();
    for expected in catalog.spine_pages() {
        assert_eq!(at, Some(expected));
        at = catalog.find(&expected.id).and_then(|found| found.next);
    }
    assert_eq!(at, None);
}

#[test]
fn a_page_that_is_not_there_is_not_found() {
    assert_eq!(catalog().find(&page("old-biopsy")), None);
    assert_eq!(catalog().find(&page("never-was")), None);
}

#[test]
fn retired_pages_lead_to_what_took_their_place() {
    #[track_caller]
    fn check(id: &str, expected: Option<&str>) {
        let catalog = catalog();
        let current = catalog.current(&page(id)).map(PageId::as_str);
        assert_eq!(current, expected, "the page {id} today");
    }
    check("biopsy", Some("biopsy"));
    check("figures", Some("figures"));
    check("newer-biopsy", Some("biopsy"));
    check("old-biopsy", Some("biopsy"));
    check("lost", None);
    check("never-was", None);
    check("round", None);
}

#[test]
fn a_remembered_place_survives_retired_pages_and_blocks() {
    #[track_caller]
    fn check(from: (&str, &str), expected: Option<(&str, &str, u32)>) {
        let position = Position {
            at: Millis(9),
            page: page(from.0),
            block: block(from.1),
            offset: 40,
        };
        let expected = expected.map(|(page_id, block_id, offset)| Position {
            at: Millis(9),
            page: page(page_id),
            block: block(block_id),
            offset,
        });
        assert_eq!(
            catalog().current_position(&position),
            expected,
            "{from:?} today"
        );
    }
    check(("biopsy", "x"), Some(("biopsy", "x", 40)));
    check(("old-biopsy", "x"), Some(("biopsy", "x", 40)));
    check(("biopsy", "needle"), Some(("biopsy", "thin-needle", 0)));
    check(("never-was", "x"), None);
    check(("spread", "a"), None);
}

#[test]
fn marks_follow_their_pages_and_unknown_ones_are_kept() {
    let mut progress = Progress::default();
    for (id, at) in [("old-biopsy", 5), ("from-elsewhere", 6)] {
        progress.mark_read(&page(id), Millis(at));
    }
    progress.mark_read(&page("biopsy"), Millis(1));
    progress.mark_unread(&page("biopsy"), Millis(2));
    assert!(progress.follow(&catalog()));
    assert!(progress.is_read(&page("biopsy")), "the newest mark counts");
    assert!(progress.is_read(&page("from-elsewhere")));
    assert!(!progress.is_read(&page("old-biopsy")));
    assert!(
        !progress.follow(&catalog()),
        "there is nothing left to move"
    );
}

#[test]
fn the_words_left_in_a_part_are_those_of_its_unread_pages() {
    let catalog = catalog();
    let mut progress = Progress::default();
    let meaning = &catalog.parts[0];
    assert_eq!(progress.words_left(meaning), 900);
    progress.mark_read(&page("spread"), Millis(1));
    progress.mark_read(&page("biopsy"), Millis(1));
    assert_eq!(progress.words_left(meaning), 600);
}

/// What a page knows of the guide when it has read this list of pages.
fn learn(json: &str) -> Result<Catalog, CatalogError> {
    let texts = catalog().strings.to_json();
    let mut learnt = Catalog::from_texts(&texts).expect("the texts are of this build");
    assert!(!learnt.knows_pages());
    let without = learnt.clone();
    let came = learnt.learn_pages(json);
    assert_eq!(learnt.knows_pages(), came.is_ok());
    if came.is_err() {
        assert_eq!(learnt, without, "what cannot be read changes nothing");
    }
    came.map(|()| learnt)
}

#[test]
fn a_catalog_comes_back_from_its_texts_and_its_list_of_pages() {
    assert_eq!(learn(&catalog().pages_to_json()), Ok(catalog()));
}

#[test]
fn titles_ids_and_words_stand_together_and_an_id_that_follows_from_its_title_is_empty() {
    let json = catalog().pages_to_json();
    let pages = r#"["About words","About spread","CHECK-1"],["words","spread",""],[300,300,300]"#;
    assert!(json.contains(pages), "{pages} in {json}");
}

#[test]
fn a_list_of_another_build_is_found_out() {
    #[track_caller]
    fn check(old: &str, new: &str, expected: CatalogError) {
        let json = catalog().pages_to_json();
        let other = json.replacen(old, new, 1);
        assert_ne!(json, other, "{old} is in the list");
        assert_eq!(learn(&other), Err(expected), "{new}");
    }
    check(&Text::LIST.to_string(), "1", CatalogError::OtherBuild);
    check(r#","bone-scan"]"#, r#","Bone"]"#, CatalogError::Malformed);
    check(r#","bone-scan"]"#, "]", CatalogError::Malformed);
    check(r#""CHECK-1"]"#, r#""?"]"#, CatalogError::Malformed);
    check("[300,300]", "[300]", CatalogError::Malformed);
    check(r#"["lost","#, r#"["-lost","#, CatalogError::Malformed);
    check(r#"["time","TIME","#, r#"["time","#, CatalogError::Malformed);
}

#[test]
fn texts_of_another_build_are_no_catalog() {
    let texts = catalog().strings.to_json();
    let other = texts.replacen(r#""undo","#, "", 1);
    assert_ne!(texts, other);
    assert_eq!(Catalog::from_texts(&other), Err(CatalogError::OtherBuild));
    assert_eq!(Catalog::from_texts("<html>"), Err(CatalogError::Malformed));
}

proptest! {
    #[test]
    fn a_list_that_was_cut_is_malformed(cut in any::<proptest::sample::Index>()) {
        let json = catalog().pages_to_json();
        let mut length = cut.index(json.len());
        while !json.is_char_boundary(length) {
            length -= 1;
        }
        prop_assert_eq!(learn(&json[..length]), Err(CatalogError::Malformed));
    }

    #[test]
    fn no_text_makes_reading_a_list_panic(json in any::<String>()) {
        prop_assert_eq!(learn(&json), Err(CatalogError::Malformed));
    }
}
