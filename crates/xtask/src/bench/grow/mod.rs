//! A guide many times as long: every part again and again, under other names and with other words.

mod vary;

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use bearings_content::Dirs;
use bearings_domain::{Catalog, Lang, PageId, Part, PartKind};

use super::FOLDER;
use crate::process::{Job, Show};
use crate::project::{ProjectError, SHELL};
use crate::{Failure, say};
use vary::{Names, Words};

/// A grown guide, written as a site.
pub(super) struct Grown {
    /// How many times as long.
    pub(super) times: usize,
    /// Pages of the guide.
    pub(super) pages: usize,
    /// How long it took to compile the content and to write every page.
    pub(super) took: Duration,
    /// The finished site.
    pub(super) dist: PathBuf,
}

/// Builds the program that writes the pages, so that its compilation is not measured.
pub(super) fn get_ready() -> Result<(), Failure> {
    if !Path::new(SHELL).join("index.html").is_file() {
        println!("    {SHELL}/ is not there; `cargo xtask build` makes it");
        return Err(Failure::Told);
    }
    let work = say::start("building the program that writes the pages");
    cargo("building", "build", &[])?;
    work.done("built");
    Ok(())
}

/// Writes a guide this many times as long, content and site.
pub(super) fn grow(times: usize) -> Result<Grown, Failure> {
    let original = Dirs::of_repository(Path::new(""));
    let dist = PathBuf::from(format!("{FOLDER}/dist-{times}x"));
    let guide = catalog(&original)?;
    let content = if times == 1 {
        original.content
    } else {
        let content = PathBuf::from(format!("{FOLDER}/content-{times}x"));
        let work = say::start(&format!("writing a guide {times} times as long"));
        write(&original, &guide, &content, times).map_err(ProjectError::at(&content))?;
        work.done(&format!("written to {}", content.display()));
        content
    };
    let pages = times
        * guide
            .parts
            .iter()
            .map(|part| part.pages.len())
            .sum::<usize>();
    let work = say::start(&format!("compiling and writing {pages} pages"));
    let started = Instant::now();
    publish(Path::new(SHELL), &content, &dist)?;
    let took = started.elapsed();
    work.done(&format!("{pages} pages in {}", dist.display()));
    Ok(Grown {
        times,
        pages,
        took,
        dist,
    })
}

/// Writes the site of this content, with the program as it was built last.
pub(super) fn publish(shell: &Path, content: &Path, dist: &Path) -> Result<(), Failure> {
    remove(dist).map_err(ProjectError::at(dist))?;
    let folders = [("--shell", shell), ("--out", dist), ("--content", content)];
    let words: Vec<String> = folders
        .into_iter()
        .flat_map(|(name, folder)| [name.to_owned(), folder.display().to_string()])
        .collect();
    cargo("writing pages", "run", &words)
}

pub(super) fn catalog(dirs: &Dirs) -> Result<Catalog, Failure> {
    match bearings_content::compile(dirs) {
        Ok(guide) => Ok(guide.english.catalog),
        Err(problems) => {
            println!("{problems}");
            Err(Failure::Told)
        }
    }
}

fn cargo(label: &str, verb: &str, words: &[String]) -> Result<(), Failure> {
    let program = [
        verb,
        "--quiet",
        "--package",
        "bearings",
        "--bin",
        "prerender",
    ];
    let rest = if words.is_empty() { &[][..] } else { &["--"] };
    let (_, shelf) = crate::tools::for_building()?;
    let done = Job::cargo(label, &program)
        .env("PATH", shelf.path())
        .args(["--features", "ssr"])
        .args(rest)
        .args(words)
        .run(Show::Pulse)?;
    if done.ok {
        return Ok(());
    }
    done.print_end(40);
    Err(Failure::Told)
}

/// Writes the content: all there is, and each part again with other names.
fn write(original: &Dirs, guide: &Catalog, into: &Path, times: usize) -> io::Result<()> {
    remove(into)?;
    copy(&original.content, into)?;
    let language = into.join(Lang::ENGLISH.code());
    // Shuffled sentences rest on nothing and can be followed by nobody: nobody traces or judges them.
    fs::write(into.join("trace.toml"), "required = false\n")?;
    remove_file(&language.join("pemat.toml"))?;
    // Words in another order ask for urgent things that nobody meant.
    let none = "verbs = []\ntimes = []\nnames = []\nunless = []\n";
    fs::write(language.join("urgent.toml"), none)?;
    let mut words = Words::read(guide, &language)?;
    let mut outline = fs::read_to_string(into.join("outline.toml"))?;
    for nth in 2..=times {
        let names = words.names(guide);
        for part in &guide.parts {
            let folder = language.join(part.id.as_str());
            let id = format!("{}-{nth}", part.id);
            let copy = language.join(&id);
            fs::create_dir_all(&copy)?;
            let title = words.title(&part.title);
            let short = words.shuffled(&part.short);
            fs::write(
                copy.join("part.toml"),
                format!("title = {title:?}\nshort = {short:?}\n"),
            )?;
            add_to_outline(&mut outline, part, &id, &names);
            for page in &part.pages {
                let text = fs::read_to_string(folder.join(format!("{}.md", page.id)))?;
                let name = &names[&page.id];
                let text = vary::page(&mut words, &text, name, &names);
                fs::write(copy.join(format!("{}.md", name.id)), text)?;
            }
        }
    }
    fs::write(into.join("outline.toml"), outline)
}

fn add_to_outline(outline: &mut String, part: &Part, id: &str, names: &Names) {
    let kind = match part.kind {
        PartKind::Spine => "spine",
        PartKind::Topic => "topic",
        PartKind::Choose => "choose",
    };
    let page = |id: &PageId| format!("{:?}", names[id].id);
    let pages: Vec<String> = part.pages.iter().map(|entry| page(&entry.id)).collect();
    write!(
        outline,
        "\n[[part]]\nid = {id:?}\nkind = {kind:?}\npages = [{}]\n",
        pages.join(", ")
    )
    .expect("writing to memory cannot fail");
}

pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (from, to) = {
            let entry = entry?;
            (entry.path(), to.join(entry.file_name()))
        };
        if from.is_dir() {
            copy(&from, &to)?;
        } else {
            fs::copy(&from, &to)?;
        }
    }
    Ok(())
}

fn remove_file(file: &Path) -> io::Result<()> {
    match fs::remove_file(file) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

pub(super) fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}
