use std::fs;
use std::ops::Range;
use std::path::PathBuf;

use bearings_domain::{Destination, PageId, PartId};

use super::{EditError, missing_ids, new_page, release_ids, write_missing_ids, write_traces};
use crate::base::problem::Findings;
use crate::fixtures;
use crate::parse::document::Document;
use crate::parse::files::{Dirs, SourceFile};
use crate::parse::levels::Levels;
use crate::parse::regional::Regional;
use crate::parse::vocabulary::Vocabulary;

const FACTS: &str = "+++\nid = \"help\"\ntitle = \"Help\"\ndescription = \"Help.\"\n+++\n";

fn with_ids(text: &str) -> Option<String> {
    let file = SourceFile::new("help.md", &format!("{FACTS}{text}"));
    let id = PageId::parse("help").expect("an id");
    let document = Document::read(
        &file,
        &id,
        Destination::Help,
        None,
        Vocabulary {
            regional: &Regional::default(),
            levels: &Levels::default(),
        },
        &Findings::default(),
    )?;
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

/// The smallest site on disk, in a folder of its own that goes when the test ends.
struct OnDisk(PathBuf);

impl OnDisk {
    fn new(name: &str) -> (OnDisk, Dirs) {
        let root = std::env::temp_dir().join(format!("bearings-{name}-{}", std::process::id()));
        let dirs = Dirs::of_repository(&root);
        let files = fixtures::with_strings(fixtures::smallest());
        fs::create_dir_all(&dirs.figures).expect("a temporary folder can be made");
        for name in files.names("") {
            let path = dirs.path_of(name);
            let folder = path.parent().expect("every file lies in a folder");
            fs::create_dir_all(folder).expect("a temporary folder can be made");
            fs::write(path, files.bytes(name)).expect("a temporary file can be written");
        }
        (OnDisk(root), dirs)
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        // What cannot be removed is in the temporary folder anyway.
        drop(fs::remove_dir_all(&self.0));
    }
}

#[test]
fn a_released_id_cannot_vanish() {
    let (_on_disk, dirs) = OnDisk::new("release");
    let count = release_ids(&dirs).expect("the smallest site has no problems");
    assert_eq!(
        release_ids(&dirs).expect("still none"),
        count,
        "releasing twice changes nothing"
    );
    let page = dirs.path_of("content/en/one/first.md");
    let text = fs::read_to_string(&page).expect("the page is there");
    fs::write(&page, text.replace("{#eat}", "{#food}")).expect("the page can be changed");
    let problems = crate::check(&dirs).expect_err("`eat` was released");
    assert!(
        problems
            .to_string()
            .contains("`first#eat` was published and has vanished")
    );
    assert!(matches!(release_ids(&dirs), Err(EditError::Problems(_))));
}

#[test]
fn a_new_page_is_a_list_of_things_to_write() {
    let (_on_disk, dirs) = OnDisk::new("new-page");
    let name = new_page(&dirs, "one", "fresh").expect("the id is free");
    assert_eq!(name, "content/en/one/fresh.md");
    let problems = crate::check(&dirs).expect_err("the page is not written yet");
    let elsewhere: Vec<_> = problems
        .list()
        .iter()
        .filter(|one| one.file != name)
        .collect();
    assert!(
        elsewhere.is_empty(),
        "only the new page has problems: {elsewhere:?}"
    );
    assert!(matches!(
        new_page(&dirs, "two", "fresh"),
        Err(EditError::Taken(_))
    ));
    assert!(matches!(
        new_page(&dirs, "ten", "more"),
        Err(EditError::NoSuchPart(_))
    ));
    assert!(matches!(
        new_page(&dirs, "one", "No id"),
        Err(EditError::NoId { .. })
    ));
}

#[test]
fn missing_ids_are_written_into_the_files() {
    let (_on_disk, dirs) = OnDisk::new("ids");
    let page = dirs.path_of("content/en/one/first.md");
    let text = fs::read_to_string(&page).expect("the page is there");
    fs::write(&page, text.replace(" {#eat}", "")).expect("the page can be changed");
    let changed = write_missing_ids(&dirs).expect("the page can be written");
    assert_eq!(changed, [("content/en/one/first.md".to_owned(), 1)]);
    assert!(
        crate::check(&dirs).is_ok(),
        "the id that was written is a good one"
    );
    assert!(
        write_missing_ids(&dirs)
            .expect("nothing to write")
            .is_empty()
    );
}

#[test]
fn a_page_is_traced_when_every_line_is_filled_in() {
    let (_on_disk, dirs) = OnDisk::new("trace");
    let switch = dirs.path_of("content/trace.toml");
    fs::write(switch, "required = true\n").expect("a file can be written");
    assert!(crate::check(&dirs).is_err(), "no page has a trace yet");
    let changes = write_traces(&dirs, None).expect("the pages can be read");
    assert_eq!(changes.len(), 4, "one for each page: {changes:?}");
    for change in &changes {
        let path = dirs.path_of(&change.file);
        let text = fs::read_to_string(&path).expect("it was written");
        let day = text.replacen("\n\n", "\nread = 2026-11-24\n\n", 1);
        fs::write(path, day.replace("= \"\"", "= \"ONE TWO\"")).expect("it can be filled in");
    }
    let problems = crate::check(&dirs).err();
    assert!(problems.is_none(), "all is traced: {problems:?}");
    let again = write_traces(&dirs, Some("first")).expect("the page can be read");
    assert!(again.is_empty(), "nothing is left to write: {again:?}");
    let trace = dirs.path_of("content/en/one/first.trace.toml");
    fs::write(trace, "[").expect("it can be spoilt");
    assert!(matches!(
        write_traces(&dirs, None),
        Err(EditError::Unreadable(_))
    ));
    assert!(matches!(
        write_traces(&dirs, Some("ghost")),
        Err(EditError::NoSuchPage(_))
    ));
}
