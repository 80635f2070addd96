use std::ops::Range;

use bearings_domain::{PageId, PartId, Route};

use super::{missing_ids, new_page};
use crate::document::Document;
use crate::files::SourceFile;
use crate::problem::Findings;

const FACTS: &str = "+++\nid = \"help\"\ntitle = \"Help\"\ndescription = \"Help.\"\n+++\n";

fn with_ids(text: &str) -> Option<String> {
    let file = SourceFile::new("help.md", &format!("{FACTS}{text}"));
    let id = PageId::parse("help").expect("an id");
    let document = Document::read(&file, &id, Route::Help, None, &Findings::default())?;
    let (text, _) = missing_ids::add(&file, &document)?;
    Some(
        text[Range {
            start: FACTS.len(),
            end: text.len(),
        }]
        .to_owned(),
    )
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(with_ids(text).as_deref(), Some(expected));
    assert_eq!(with_ids(expected), None, "a second run has nothing to add");
}

#[test]
fn every_block_without_a_name_gets_one() {
    check(
        "## It does not hurt\n\nYou lie **still**.\n\n- Eat.\n- Drink. {#drink}\n- **Go**\n\n> \"Please wait.\"\n",
        "## It does not hurt {#it-does-not-hurt}\n\nYou lie **still**. {#you-lie-still}\n\n- Eat. {#eat}\n- Drink. {#drink}\n- **Go** {#go}\n\n> \"Please wait.\" {#please-wait}\n",
    );
}

#[test]
fn names_are_not_used_twice_and_do_not_clash_with_those_of_the_page() {
    check(
        "Go. {#go}\n\nGo.\n\nSources\n\nAsk them now.\n\n…!\n",
        "Go. {#go}\n\nGo. {#go-2}\n\nSources {#sources-2}\n\nAsk them now. {#a-ask-them-now-2}\n\n…! {#block}\n",
    );
}

#[test]
fn drawings_are_called_after_their_figure() {
    check("![](figure:routes)\n", "![](figure:routes) {#fig-routes}\n");
}

#[track_caller]
fn check_outline(outline: &str, expected: &str) {
    let part = PartId::parse("two").expect("an id");
    let id = PageId::parse("new").expect("an id");
    assert_eq!(
        new_page::outline_with(outline, &part, &id).as_deref(),
        Some(expected)
    );
}

#[test]
fn a_new_page_comes_at_the_end_of_its_part() {
    check_outline(
        "[[part]]\nid = \"one\"\npages = [\"a\"]\n\n[[part]]\nid = \"two\"\nkind = \"spine\"\npages = [\n  \"b\",\n]\n# end\n",
        "[[part]]\nid = \"one\"\npages = [\"a\"]\n\n[[part]]\nid = \"two\"\nkind = \"spine\"\npages = [\n  \"b\",\n  \"new\",\n]\n# end\n",
    );
    check_outline(
        "id=\"two\"\npages = []\n",
        "id=\"two\"\npages = [\"new\"]\n",
    );
    check_outline(
        "id = \"two\"\npages = [\"b\"]\n",
        "id = \"two\"\npages = [\"b\", \"new\"]\n",
    );
}
