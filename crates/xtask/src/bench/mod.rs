//! `cargo xtask bench`: what a person on a slow link waits for. It measures and never asserts.
//!
//! ```text
//! mod ─► site (pages, server)   ─► load ─► tab ─► crate::chrome (pipe to Chromium)
//!    └─► visits (coming back)                └──► traffic (bytes by type)
//!    └─► grow (longer guides)
//!    └─► notes (a key in many notes, and in a long one)
//!    └─► numbers (medians) ─► table, json
//! ```

mod grow;
mod json;
mod load;
mod notes;
mod numbers;
mod options;
mod site;
mod tab;
mod table;
mod traffic;
mod visits;

use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

use lexopt::Parser;

use crate::chrome::Chrome;
use crate::process::Job;
use crate::project::{DIST, ProjectError};
use crate::tools::CHROMIUM;
use crate::{Failure, build, say};
use numbers::Row;
use options::{Options, Section};
use site::Page;
use tab::Speed;
use visits::{Releases, Visits};

/// Where everything of the bench lies.
const FOLDER: &str = "target/bench";

/// Our own server did not answer.
#[derive(Debug, thiserror::Error)]
#[error("the server of the site does not answer: {0}")]
pub(crate) struct WarmError(io::Error);

/// Everything that was measured.
struct Results {
    date: String,
    browser: String,
    cores: usize,
    busy: Option<f64>,
    runs: usize,
    rows: Vec<Row>,
    visits: Vec<Visits>,
    growth: Vec<Grew>,
}

/// What was measured in a guide some times as long.
struct Grew {
    times: usize,
    pages: usize,
    took: Duration,
    rows: Vec<Row>,
}

/// Measures and prints, and leaves a table and JSON in `target/bench/`.
pub(crate) fn run(parser: &mut Parser) -> Result<(), Failure> {
    let options = Options::read(parser)?;
    let program = CHROMIUM.ensure()?;
    if !Path::new(DIST).join("index.html").is_file() {
        build::site()?;
    }
    std::fs::create_dir_all(FOLDER).map_err(ProjectError::at(Path::new(FOLDER)))?;
    let dist = Path::new(DIST);
    let all = site::pages(dist)?;
    let pages = options.choose(&all)?;
    let busy = busy();
    if let Some(busy) = busy.filter(|busy| *busy > 0.5) {
        println!("    the machine is busy (load {busy:.1}): times will be too long");
    }
    let mut chrome = Chrome::start(&program, &[])?;
    let mut results = Results {
        date: Job::new("date", "date")
            .args(["-u", "+%Y-%m-%d %H:%M UTC"])
            .output()
            .map_or_else(String::new, |date| date.trim().to_owned()),
        browser: chrome.version()?,
        cores: std::thread::available_parallelism().map_or(1, usize::from),
        busy,
        runs: options.runs,
        rows: Vec::new(),
        visits: Vec::new(),
        growth: Vec::new(),
    };
    // What is measured is kept, whatever becomes of the rest.
    if options.wants(Section::Loads) {
        results.rows = measure(&mut chrome, dist, &pages, options.runs)?;
        write(&results, &options)?;
    }
    if options.wants(Section::Visits) {
        let wanted = options.visited(&all, &pages);
        // An update changes a guide page of middle length.
        if let Some(page) = site::typical(&all) {
            let releases = Releases::write(&page.file)?;
            results.visits = visits::measure(&mut chrome, &releases, &wanted, options.runs)?;
        }
        write(&results, &options)?;
    }
    if options.wants(Section::Growth) {
        let files = options::typical(&all);
        grow::get_ready()?;
        for times in &options.growth {
            // What has been measured is written down before the next, which may fail.
            results
                .growth
                .push(grow_and_measure(&mut chrome, &options, &files, *times)?);
            write(&results, &options)?;
        }
    }
    if options.wants(Section::Notes) {
        let work = say::start("typing in many notes, and in a long one");
        notes::measure(&mut chrome, dist)?;
        work.done("measured");
    }
    println!("\n{results}");
    println!(
        "written to {FOLDER}/bench.md and {}",
        options.json.display()
    );
    Ok(())
}

/// What else the machine had to do in the last minute: how many programs wanted to run.
fn busy() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    text.split(' ').next()?.parse().ok()
}

/// Measures pages of one finished site at both speeds.
fn measure(
    chrome: &mut Chrome,
    dist: &Path,
    pages: &[Page],
    runs: usize,
) -> Result<Vec<Row>, Failure> {
    let work = say::start(&format!(
        "measuring {} pages of {}, {runs} times at each speed",
        pages.len(),
        dist.display()
    ));
    let server = site::serve(dist, pages)?;
    let base = server.url();
    let started = Instant::now();
    let mut rows = Vec::new();
    // The first load of all wakes the browser: fonts, caches of the system. It does not count.
    if let Some(page) = pages.first() {
        load::measure(chrome, Speed::Free, &base, page)?;
    }
    for (nth, page) in pages.iter().enumerate() {
        let mut said = Vec::new();
        for speed in Speed::ALL {
            let loads = (0..runs).map(|_| load::measure(chrome, speed, &base, page));
            let row = Row {
                file: page.file.clone(),
                speed,
                loads: loads.collect::<Result<_, _>>()?,
            };
            said.push(row.brief());
            rows.push(row);
        }
        println!(
            "    {}/{} {:<40} {} ({})",
            nth + 1,
            pages.len(),
            page.file,
            said.join(" · "),
            say::span(started.elapsed())
        );
    }
    work.done("measured");
    Ok(rows)
}

/// The first page, the contents and a page of middle length, in a guide so many times as long.
fn grow_and_measure(
    chrome: &mut Chrome,
    options: &Options,
    files: &[String],
    times: usize,
) -> Result<Grew, Failure> {
    let grown = grow::grow(times)?;
    let pages = files
        .iter()
        .map(|file| site::read(&grown.dist, file))
        .collect::<Result<Vec<_>, _>>()?;
    Ok(Grew {
        times: grown.times,
        pages: grown.pages,
        took: grown.took,
        rows: measure(chrome, &grown.dist, &pages, options.runs)?,
    })
}

fn write(results: &Results, options: &Options) -> Result<(), ProjectError> {
    let json = format!("{:#}\n", json::of(results));
    let table = Path::new(FOLDER).join("bench.md");
    std::fs::write(&table, results.to_string()).map_err(ProjectError::at(&table))?;
    std::fs::write(&options.json, json).map_err(ProjectError::at(&options.json))
}
