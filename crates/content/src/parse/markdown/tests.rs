use super::read;
use crate::base::problem::Findings;
use crate::parse::files::{Files, SourceFile};
use crate::parse::levels::Levels;
use crate::parse::regional::Regional;
use crate::parse::text::{Block, plain};
use crate::parse::vocabulary::Vocabulary;

fn regional() -> Regional {
    let mut files = Files::new(bearings_domain::Lang::ENGLISH);
    let pairs = "[[pair]]\nid = \"ae\"\nuk = \"A&E\"\nus = \"the ER\"\n";
    files.insert("content/en/regional.toml", pairs.into());
    Regional::read(&files, &Findings::default())
}

fn summary(text: &str) -> (Vec<String>, Vec<String>) {
    let file = SourceFile::new("page.md", text);
    let findings = Findings::default();
    let vocabulary = Vocabulary {
        regional: &regional(),
        levels: &Levels::default(),
    };
    let blocks = read(&file, 0, vocabulary, &findings);
    let blocks = blocks
        .iter()
        .flat_map(|block| {
            let kind = match block {
                Block::Heading { level, .. } => format!("h{level}"),
                Block::Paragraph(_) => "p".into(),
                Block::List { start: None, .. } => "ul".into(),
                Block::List {
                    start: Some(start), ..
                } => format!("ol{start}"),
                Block::Say(_) => "say".into(),
                Block::Figure { figure, .. } => format!("figure {}", figure.value),
                Block::Made { insert, .. } => format!("{:?}", insert.value),
            };
            block.proses().iter().map(move |prose| {
                let id = prose.id.as_ref().map_or("-", |id| id.as_str());
                format!("{kind} {id}: {}", plain(&prose.inlines))
            })
        })
        .collect();
    let problems = findings
        .into_result()
        .err()
        .map(|all| {
            all.list()
                .iter()
                .map(|one| format!("{}: {}", one.line, one.what))
                .collect()
        })
        .unwrap_or_default();
    (blocks, problems)
}

#[track_caller]
fn check_blocks(text: &str, expected: &[&str]) {
    let (blocks, problems) = summary(text);
    assert_eq!(problems, Vec::<String>::new(), "no problem was expected");
    assert_eq!(blocks, expected);
}

#[track_caller]
fn check_problems(text: &str, expected: &[&str]) {
    assert_eq!(summary(text).1, expected);
}

#[test]
fn every_kind_of_block_has_its_id() {
    check_blocks(
        "## What it shows {#what}\n\nA [scan](term:scan) *helps*. {#any}\n\n- Eat. {#eat}\n- **Drink.** {#drink}\n\n3. Go {#go}\n\n> \"Please.\" {#say}\n\n![](figure:routes) {#fig-routes}\n",
        &[
            "h2 what: What it shows",
            "p any: A scan helps.",
            "ul eat: Eat.",
            "ul drink: Drink.",
            "ol3 go: Go",
            "say say: \"Please.\"",
            "figure routes fig-routes: ",
        ],
    );
}

#[test]
fn items_with_empty_lines_between_them_are_items_all_the_same() {
    check_blocks(
        "- One. {#one}\n\n- Two. {#two}\n",
        &["ul one: One.", "ul two: Two."],
    );
}

#[test]
fn an_id_may_stand_on_the_next_line() {
    check_blocks("Some text.\n{#some}\n", &["p some: Some text."]);
}

#[test]
fn a_block_without_id_or_with_a_wrong_one_is_named() {
    check_problems(
        "One.\n\nTwo. {#Two}\n\nThree {#three} more.\n\nFour. {#ask-x}",
        &[
            "1: this block has no id",
            "3: `{#Two}` is no id: an id holds something other than small letters, digits and hyphens",
            "5: braces in the middle of the text",
            "5: this block has no id",
            "7: the id `ask-x` is taken by the page itself",
        ],
    );
}

#[test]
fn what_the_guide_has_no_place_for_is_refused() {
    check_problems(
        "# One {#a}\n\n<b>bold</b> {#b}\n\n| a |\n|---|\n| b |\n\n    code\n\n- a {#c}\n  - b {#d}\n\n---\n\n![](cat.png) {#e}\n\nUse `code`. {#f}\n\n#### Four {#g}\n",
        &[
            "1: a heading with one #",
            "3: a raw HTML tag",
            "5: a table",
            "9: a block of code",
            "12: a list inside a list",
            "14: a line across the page",
            "16: a picture that is not one of our drawings",
            "18: code",
            "20: a heading with more than three #",
        ],
    );
}

#[test]
fn links_lead_to_what_we_have() {
    check_problems(
        "[a](page:x#y) [b](#z) [c](place:help) [d](tel:+44123) [e](term:t) {#a}\n\n[f](https://x.org) {#b}\n\n[g](x.html) [h](place:nowhere) [i](tel:call) [j](page:Two) {#c}\n\n[k] (page:x) [l](page: x) {#d}",
        &[
            "3: a link to another site: https://x.org",
            "5: a link that leads nowhere: `page:Two`",
            "5: a link that leads nowhere: `place:nowhere`",
            "5: a link that leads nowhere: `tel:call`",
            "5: a link that leads nowhere: `x.html`",
            "7: something that looks like a link but is none",
        ],
    );
}

#[test]
fn plain_text_has_both_words_of_a_pair_and_the_line_to_write_on() {
    check_blocks(
        "Go to **[A&E](say:ae)** now. {#go}\n\n- My name: ________ {#name}\n- ____ {#more}\n",
        &[
            "p go: Go to A&E (the ER) now.",
            "ul name: My name: ____",
            "ul more: ____",
        ],
    );
}

#[test]
fn a_pair_is_known_and_stands_on_its_own_word() {
    check_problems(
        "[the ER](say:ae), [A&E](say:er) {#a}\n\n## Go to [A&E](say:ae) {#b}\n",
        &[
            "1: the mark say:ae stands on \"the ER\"",
            "1: there is no pair of words `er`",
            "3: a heading that holds a word by region or a line to write on",
        ],
    );
}

#[test]
fn a_line_to_write_on_is_the_last_thing_in_a_block() {
    let middle = "a line to write on in the middle of text";
    check_problems(
        "Name ____ and day {#a}\n\n**Name: ____** {#b}\n\n- One ____ two ____ {#c}\n\n## Name: ____ {#d}\n",
        &[
            &format!("1: {middle}"),
            &format!("3: {middle}"),
            &format!("5: {middle}"),
            "7: a heading that holds a word by region or a line to write on",
        ],
    );
}

#[test]
fn more_than_seven_items_are_too_many() {
    let items = ["a", "b", "c", "d", "e", "f", "g", "h"].map(|id| format!("- Item. {{#{id}}}"));
    let list = items.join("\n");
    check_problems(&list, &["1: a list of 8 items"]);
}
