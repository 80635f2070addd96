use bearings_domain::{PageId, PartId, Route};

use super::{Basis, Change, Name, Trace, fresh, read, statements};
use crate::base::problem::Findings;
use crate::parse::document::Document;
use crate::parse::files::SourceFile;
use crate::parse::levels::Levels;
use crate::parse::regional::Regional;
use crate::parse::vocabulary::Vocabulary;

const FACTS: &str = "+++\nid = \"first\"\ntitle = \"T\"\nin_short = \"Short. It is.\"\n+++\n";

fn page(text: &str) -> Document {
    let file = SourceFile::new("content/en/one/first.md", &format!("{FACTS}{text}"));
    let id = PageId::parse("first").expect("an id");
    let part = PartId::parse("one").ok();
    let route = Route::Page(id.clone());
    Document::read(
        &file,
        &id,
        route,
        part,
        Vocabulary {
            regional: &Regional::default(),
            levels: &Levels::default(),
        },
        &Findings::default(),
    )
    .expect("a page")
}

/// The side file as it becomes.
fn refreshed(page: &Document, old: &str) -> (String, Change) {
    let file = SourceFile::new("first.trace.toml", old);
    let trace: Trace = read::trace(&file, &Findings::default()).expect("TOML");
    fresh(page, Some((&file, &trace)))
}

#[test]
fn every_sentence_has_to_be_traced_but_headings_and_questions() {
    let page = page(
        "## A heading {#h}\n\nOne **two**. [Three](place:help)\nfour! {#a}\n\n- Five {#b}\n\n> \"Six?\" {#c}\n",
    );
    let found: Vec<_> = statements(&page)
        .into_iter()
        .map(|one| (one.block, one.text))
        .collect();
    let expected = [
        ("in-short", "Short."),
        ("in-short", "It is."),
        ("a", "One two."),
        ("a", "Three four!"),
        ("b", "Five"),
        ("c", "\"Six?\""),
    ];
    assert_eq!(found, expected.map(|(a, b)| (a.to_owned(), b.to_owned())));
}

#[test]
fn the_same_sentence_twice_in_a_block_needs_one_line() {
    let page = page("Go. Go. {#a}\n\nGo. {#b}\n");
    let blocks: Vec<_> = statements(&page)
        .into_iter()
        .filter(|one| one.text == "Go.")
        .map(|one| one.block)
        .collect();
    assert_eq!(blocks, ["a", "b"]);
}

#[test]
fn a_refreshed_trace_keeps_what_is_still_said_in_the_order_of_the_page() {
    let page = page("New. {#new}\n\n\"Old\" one. Changed. {#old}\n");
    let old = "# Mine.\nread = 2026-11-24\n\n[old]\n\"Was there.\" = \"ONE\"\n# See page 3.\n\"\\\"Old\\\" one.\" = \"ONE  S01\" # sure\n\n[in-short]\n\"It is.\" = \"no claim\"\n";
    let (text, change) = refreshed(&page, old);
    let expected = "# Mine.\nread = 2026-11-24\n\n[in-short]\n\"Short.\" = \"\"\n\"It is.\" = \"no claim\"\n\n[new]\n\"New.\" = \"\"\n\n[old]\n# See page 3.\n\"\\\"Old\\\" one.\" = \"ONE  S01\" # sure\n\"Changed.\" = \"\"\n";
    assert_eq!(text, expected);
    let (kept, added, dropped) = (2, 3, 1);
    assert_eq!(
        change,
        Change {
            kept,
            added,
            dropped
        }
    );
    assert_eq!(
        refreshed(&page, expected).0,
        expected,
        "a second run changes nothing"
    );
}

#[test]
fn the_day_is_kept_wherever_it_stood() {
    let page = page("");
    let (text, _) = refreshed(
        &page,
        "in-short = { \"It is.\" = \"ONE\" }\nread = 2026-11-24\n",
    );
    assert_eq!(
        text,
        "\nread = 2026-11-24\n\n[in-short]\n\"Short.\" = \"\"\n\"It is.\" = \"ONE\"\n"
    );
}

#[test]
fn a_value_names_sources_and_facts_or_says_that_there_is_no_claim() {
    assert_eq!(Basis::parse(" "), Basis::Open);
    assert_eq!(Basis::parse("no claim"), Basis::NoClaim);
    let Basis::Named(names) = Basis::parse("CRUK-BS S30") else {
        panic!("two names");
    };
    assert!(matches!(&names[..], [Name::Source(id), Name::Fact(_)] if id == "CRUK-BS"));
}
