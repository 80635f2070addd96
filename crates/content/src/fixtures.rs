//! Tiny sites on disk, each with one mistake or one feature, and what the compiler says to it.
//!
//! `fixtures/good/smallest` is a whole site. Every other fixture holds only the files in which it
//! differs; `gone.txt` names files that it does not have. `strings.toml` is made up here, so that
//! a new text of the app does not touch the fixtures. After a wanted change run the test with
//! `UPDATE_EXPECT=1` and read the difference.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use bearings_domain::{Destination, Lang, PageId, PartId, Text};

use crate::base::problem::Findings;
use crate::compile::compile_files;
use crate::output::site::{Guide, Site};
use crate::parse::document::Document;
use crate::parse::files::{Dirs, Files, SourceFile};
use crate::parse::levels::Levels;
use crate::parse::regional::Regional;
use crate::parse::strings::page_table;
use crate::parse::vocabulary::Vocabulary;

/// The site without mistakes that all others differ from.
pub(crate) fn smallest() -> Files {
    let mut files = Files::new(Lang::ENGLISH);
    overlay(&mut files, &root().join("good/smallest"));
    files
}

/// The site of a fixture.
pub(crate) fn site(name: &str) -> Files {
    let mut files = smallest();
    overlay(&mut files, &root().join(name));
    files
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures")
}

fn overlay(files: &mut Files, dir: &Path) {
    let dirs = Dirs {
        content: dir.join("content"),
        figures: dir.join("figures"),
    };
    // A fixture need not have both folders, so what cannot be found is no mistake here.
    let read = Files::read(&dirs, &Findings::default());
    for name in read.names("") {
        files.insert(name, read.bytes(name).to_vec());
    }
    if let Ok(gone) = fs::read_to_string(dir.join("gone.txt")) {
        gone.lines().for_each(|name| files.remove(name));
    }
}

/// Fills up the texts that a fixture does not care about.
pub(crate) fn with_strings(mut files: Files) -> Files {
    let langs = files.translations().into_iter().chain([Lang::ENGLISH]);
    for lang in langs {
        let name = format!("content/{}/strings.toml", lang.code());
        let own = if files.has(&name) {
            files.bytes(&name)
        } else {
            b"[page]\n"
        };
        let mut text = String::from_utf8(own.to_vec()).expect("the strings of a fixture are UTF-8");
        for line in page_table().lines() {
            let key = line.split('=').next().unwrap_or_default();
            if !text.contains(key) {
                text.push_str(line);
                text.push('\n');
            }
        }
        text.push_str("[app]\n");
        for key in Text::ALL {
            writeln!(text, "{0} = \"{0}\"", key.name()).expect("writing to memory does not fail");
        }
        files.insert(&name, text.into_bytes());
    }
    files
}

/// The facts of [`page`].
const FACTS: &str = "+++\nid = \"first\"\ntitle = \"T\"\nin_short = \"Short. It is.\"\n+++\n";

/// A page of the guide with a short version of two sentences and this text.
pub(crate) fn page(text: &str) -> Document {
    let file = SourceFile::new("content/en/one/first.md", &format!("{FACTS}{text}"));
    let id = PageId::parse("first").expect("an id");
    let part = PartId::parse("one").ok();
    let route = Destination::Page(id.clone());
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

pub(crate) fn compile(files: Files) -> Result<Guide, crate::base::problem::Problems> {
    compile_files(&with_strings(files), Findings::default())
}

/// What the compiler makes of a fixture, as its `expected.txt` has it.
fn outcome(dir: &Path) -> String {
    let mut files = smallest();
    overlay(&mut files, dir);
    match compile(files) {
        Err(problems) => format!("{problems}\n"),
        Ok(guide) => {
            let sites = guide.sites().map(describe).collect::<String>();
            format!("{}\n{sites}", guide.report.summary())
        }
    }
}

fn describe(site: &Site) -> String {
    let moved = site.moved.iter().map(|moved| &moved.page);
    let mut text = String::new();
    for page in site.pages.iter().chain(&site.destinations).chain(moved) {
        let (file, article) = (page.route.file(), page.article.as_str());
        let lines = article
            .replace("><h", ">\n<h")
            .replace("><p", ">\n<p")
            .replace("><section", ">\n<section");
        let lines = lines
            .replace("><li", ">\n<li")
            .replace("><div", ">\n<div")
            .replace("><details", ">\n<details");
        write!(
            text,
            "\n== {file}: {} ({} words)\n-- {}\n{lines}\n",
            page.title, page.words, page.description
        )
        .expect("writing to memory does not fail");
    }
    text
}

fn walk(kind: &str, is_right: impl Fn(&str) -> bool) {
    let update = std::env::var_os("UPDATE_EXPECT").is_some();
    let mut wrong = Vec::new();
    let mut names = Vec::new();
    for entry in fs::read_dir(root().join(kind)).expect("the fixtures lie beside the sources") {
        names.push(entry.expect("a fixture can be read").path());
    }
    names.sort();
    for dir in names {
        let outcome = outcome(&dir);
        let file = dir.join("expected.txt");
        if update {
            fs::write(&file, &outcome).expect("expected.txt can be written");
        }
        let expected = fs::read_to_string(&file).unwrap_or_default();
        if outcome != expected || !is_right(&outcome) {
            wrong.push(format!("---- {}\n{outcome}", dir.display()));
        }
    }
    assert!(
        wrong.is_empty(),
        "these differ from their expected.txt (UPDATE_EXPECT=1 rewrites it):\n{}",
        wrong.join("\n")
    );
}

#[test]
fn every_good_fixture_becomes_a_site() {
    walk("good", |outcome| outcome.contains("== index.html"));
}

#[test]
fn every_bad_fixture_has_its_problems() {
    walk("bad", |outcome| {
        outcome.starts_with("content/") || outcome.starts_with("figures/")
    });
}

#[test]
fn the_smallest_site_has_a_catalog() {
    let guide = compile(smallest()).expect("the smallest site has no problems");
    let site = guide.english;
    let ids: Vec<_> = site
        .catalog
        .parts
        .iter()
        .flat_map(|part| &part.pages)
        .map(|page| page.id.as_str())
        .collect();
    assert_eq!(ids, ["first", "facts", "check-one", "hard"]);
    let check = &site.catalog.parts[0].pages[2];
    assert!(check.words > 0, "the words of a self-test count");
}

#[test]
fn many_pages_compile_in_one_go() {
    const PAGES: usize = 300;
    let mut files = smallest();
    let page = String::from_utf8(files.bytes("content/en/one/first.md").to_vec()).expect("UTF-8");
    let mut outline = String::from("[[part]]\nid = \"many\"\nkind = \"spine\"\npages = [");
    for number in 0..PAGES {
        write!(outline, "\"p{number}\", ").expect("writing to memory does not fail");
        let own = page.replace("id = \"first\"", &format!("id = \"p{number}\""));
        files.insert(&format!("content/en/many/p{number}.md"), own.into_bytes());
    }
    let old = String::from_utf8(files.bytes("content/outline.toml").to_vec()).expect("UTF-8");
    files.insert(
        "content/outline.toml",
        format!("{outline}]\n\n{old}").into_bytes(),
    );
    files.insert(
        "content/en/many/part.toml",
        b"title = \"Many\"\nshort = \"Many.\"\n".to_vec(),
    );
    let guide = compile(files).expect("copies of a good page have no problems");
    assert_eq!(guide.english.pages.len(), PAGES + 4);
}
