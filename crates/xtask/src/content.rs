//! The tasks for those who write: check, report, ids, new-page, trace.

use std::path::Path;

use bearings_content::{Dirs, Report};
use lexopt::{Arg, Parser, ValueExt};

use crate::{Failure, no_more, say};

/// Where the content lies, from the root of the repository.
fn dirs() -> Dirs {
    Dirs::of_repository(Path::new(""))
}

/// `cargo xtask check`: every problem at once, or one line that all is well.
pub(crate) fn check(parser: &mut Parser) -> Result<(), Failure> {
    no_more(parser)?;
    must_be_sound().map(|_| ())
}

/// Applies every rule to the content and prints every problem.
pub(crate) fn must_be_sound() -> Result<Report, Failure> {
    let work = say::start("checking the content");
    match bearings_content::check(&dirs()) {
        Ok(report) => {
            work.done(&format!("no problems: {}", report.summary()));
            Ok(report)
        }
        Err(problems) => {
            let count = problems.list().len();
            println!(
                "{problems}\n\n{count} {}",
                if count == 1 { "problem" } else { "problems" }
            );
            Err(Failure::Told)
        }
    }
}

/// `cargo xtask report [--signs | --drugs] [--json]`: also while the content still has problems.
pub(crate) fn report(parser: &mut Parser) -> Result<(), Failure> {
    let (mut json, mut signs, mut drugs) = (false, false, false);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("json") => json = true,
            Arg::Long("signs") => signs = true,
            Arg::Long("drugs") => drugs = true,
            other => return Err(other.unexpected().into()),
        }
    }
    if signs {
        let signs = bearings_content::signs_report(&dirs());
        if json {
            println!("{}", signs.to_json());
        } else {
            println!("{signs}");
        }
        return Ok(());
    }
    let report = bearings_content::report(&dirs());
    if json {
        println!("{}", report.to_json());
    } else if drugs {
        println!("{}", report.drug_table());
    } else {
        println!("{report}");
    }
    Ok(())
}

/// `cargo xtask ids [--release]`: names for blocks without one, or the lock on published names.
pub(crate) fn ids(parser: &mut Parser) -> Result<(), Failure> {
    let mut release = false;
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("release") => release = true,
            other => return Err(other.unexpected().into()),
        }
    }
    if release {
        let count = bearings_content::release_ids(&dirs())?;
        println!(
            "{count} ids are released: from now on `cargo xtask check` keeps every one of them"
        );
        return Ok(());
    }
    let changed = bearings_content::write_missing_ids(&dirs())?;
    if changed.is_empty() {
        println!("every block has its name");
    }
    for (file, count) in changed {
        println!(
            "{file}: {count} {} written",
            if count == 1 { "name" } else { "names" }
        );
    }
    Ok(())
}

/// `cargo xtask new-page <part> <id>`.
pub(crate) fn new_page(parser: &mut Parser) -> Result<(), Failure> {
    let part = parser.value()?.string()?;
    let id = parser.value()?.string()?;
    no_more(parser)?;
    let file = bearings_content::new_page(&dirs(), &part, &id)?;
    println!("{file} is begun and stands in content/outline.toml");
    println!("write it; `cargo xtask check` tells what is still missing");
    Ok(())
}

/// `cargo xtask trace <page> | --all | --sources <page>`.
pub(crate) fn trace(parser: &mut Parser) -> Result<(), Failure> {
    let (mut page, mut all, mut sources) = (None, false, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("all") => all = true,
            Arg::Long("sources") => sources = Some(parser.value()?.string()?),
            Arg::Value(id) if page.is_none() => page = Some(id.string()?),
            other => return Err(other.unexpected().into()),
        }
    }
    match (page, all, sources) {
        (None, false, Some(page)) => print_sources(&page),
        (Some(page), false, None) => write_traces(Some(&page)),
        (None, true, None) => write_traces(None),
        _ => Err(lexopt::Error::from("name one page, or --all, or --sources and a page").into()),
    }
}

fn write_traces(page: Option<&str>) -> Result<(), Failure> {
    let changes = bearings_content::write_traces(&dirs(), page)?;
    if changes.is_empty() {
        println!("every sentence has its line");
    }
    for change in changes {
        println!(
            "{}: {} sentences kept, {} added, {} dropped",
            change.file, change.kept, change.added, change.dropped
        );
    }
    Ok(())
}

fn print_sources(page: &str) -> Result<(), Failure> {
    for source in bearings_content::page_sources(&dirs(), page)? {
        println!("{}  {}: {}", source.id, source.who, source.title);
        println!("    {}", source.url);
    }
    Ok(())
}
