//! No input makes the compiler panic: whatever stands in a file, the answer is a site or a list
//! of problems.

use proptest::prelude::*;

use crate::base::problem::Findings;
use crate::compile::compile_files;
use crate::edit::trace_file;
use crate::fixtures;
use crate::parse::files::Files;
use crate::parse::library::Library;
use crate::reading::{self, Level, Passage};

/// Pieces that mean something to one of the readers, in any order, between anything else.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(vec![
            "+++\n", "## ", "### ", "- ", "  - ", "1. ", "> ", "*", "**", "_", "`", "\n", "\n\n",
            "{#a}", "{#", "}", "[a](page:first#bones)", "[a](", "](term:scan)", "![](figure:routes)",
            "____", "[scan](say:scan)",
            "<b>", "<svg", "</svg>", "<g>", "</g>", "<text>{x}</text>", "url(#a)", "href=\"#a\"",
            "id = \"a\"\n", "same = [\"a, b\"]\n", "near = [\"a: b\"]\n", "[signs]\n", "[pages]\n", "first = [\"a\"]\n", "[says]\n", "S01 = [\"a\"]\n", "[[check]]\n", "[[check.option]]\n",
            "right = true\n", "= ", "\"", "[", "]", "2026-11-22", "é", "’", "\u{feff}", "\r\n",
            "| a |\n|---|\n", "---\n", "\t", "\0", "🙂", "'", "…", ". A", "MRI", "0", "99%",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// A whole site: without mistakes in what is put into it, it is built to the end.
fn site() -> Files {
    fixtures::with_strings(fixtures::smallest())
}

fn compiles(files: &Files) {
    // The result does not matter, only that there is one.
    drop(compile_files(files, Findings::default()));
}

#[track_caller]
fn check(name: &str, text: &str) {
    let mut files = site();
    files.insert(name, text.as_bytes().to_vec());
    compiles(&files);
}

const PAGE: &str = "content/en/one/first.md";
const TRACE: &str = "content/en/one/first.trace.toml";

/// The trace of the page as it is written anew; `None` when page or trace cannot be read.
fn refreshed(files: &Files) -> Option<String> {
    let findings = Findings::default();
    let library = Library::read(files, &findings);
    let page = library.pages().find(|page| page.id.as_str() == "first")?;
    let file = files.text_if_there(TRACE, &findings)?;
    let trace = library.traces.of(page)?;
    Some(trace_file::fresh(page, Some((&file, trace))).0)
}

const FACTS: &str = "+++\nid = \"first\"\ntitle = \"T\"\nin_short = \"S.\"\naudience = \"everyone\"\nreviewed = 2026-11-22\nsources = []\nfigures = []\n";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn no_front_matter_makes_it_panic(text in text()) {
        check(PAGE, &text);
        check(PAGE, &format!("{FACTS}{text}\n+++\n"));
    }

    #[test]
    fn no_markdown_makes_it_panic(text in text()) {
        check(PAGE, &format!("{FACTS}+++\n{text}"));
        check("content/en/places/help.md", &text);
    }

    #[test]
    fn no_toml_makes_it_panic(text in text()) {
        for file in ["outline", "sources", "retired", "en/glossary", "en/figures", "en/strings", "en/forbidden", "en/one/part", "en/names", "en/pemat", "en/regional", "en/synonyms", "en/everyday"] {
            check(&format!("content/{file}.toml"), &text);
        }
        check("content/released-ids.txt", &text);
    }

    #[test]
    fn no_trace_makes_it_panic(text in text()) {
        for file in ["trace", "en/one/first.trace", "en/one/ghost.trace"] {
            check(&format!("content/{file}.toml"), &text);
            check(&format!("content/{file}.toml"), &format!("read = 2026-11-24\n[eat]\n{text}"));
        }
    }

    #[test]
    fn a_trace_that_was_refreshed_stays_as_it_is(page in text(), old in text(), value in "\\PC{0,8}") {
        let quoted = value.replace(['\\', '"'], "");
        let known = format!("read = 2026-11-24\n[eat]\n# remark\n\"Eat as usual.\" = \"{quoted}\" # why\n");
        for old in [old, known] {
            let mut files = site();
            files.insert(PAGE, format!("{FACTS}+++\n{page}\n\nEat as usual. {{#eat}}\n").into_bytes());
            files.insert(TRACE, old.into_bytes());
            if let Some(once) = refreshed(&files) {
                files.insert(TRACE, once.clone().into_bytes());
                prop_assert_eq!(refreshed(&files), Some(once));
            }
        }
    }

    #[test]
    fn no_drawing_makes_it_panic(text in text()) {
        let words = "[routes]\ntitle = \"T\"\ndescription = \"D\"\ncaption = \"C\"\nlabels = { x = \"X\" }\n";
        let whole = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\">{text}</svg>");
        for drawing in [&text, &whole] {
            let mut files = site();
            files.insert("content/en/figures.toml", words.as_bytes().to_vec());
            files.insert("figures/routes.svg", drawing.as_bytes().to_vec());
            compiles(&files);
        }
    }

    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), nth in 0_usize..30) {
        let mut files = site();
        let names: Vec<String> = files.names("").map(str::to_owned).collect();
        files.insert(&names[nth % names.len()], bytes);
        compiles(&files);
    }

    #[test]
    fn every_word_of_a_text_is_in_one_of_its_sentences(text in "[A-Za-z .!?\"']{0,80}") {
        let words = reading::words(&text).count();
        let spot = crate::base::problem::Spot::new("text", 1);
        let level = Level::of(&[Passage { text, spot }]);
        prop_assert_eq!(level.words, words);
        prop_assert!(level.syllables >= level.words && level.sentences <= level.words);
    }
}

#[test]
fn stress_in_stress_in_stress_does_not_run_out_of_stack() {
    check(
        PAGE,
        &format!(
            "{FACTS}+++\n{}a{}",
            "*_".repeat(20_000),
            "_*".repeat(20_000)
        ),
    );
    check(PAGE, &format!("{FACTS}+++\n{}", "> - ".repeat(5_000)));
    check("figures/x.svg", &format!("<svg>{}", "<g>".repeat(5_000)));
}
