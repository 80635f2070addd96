//! `cargo xtask test`: everything that must hold, in order, going on after a failure.

mod budgets;
mod journeys;
mod lines;
mod outcome;
mod remembered;
mod steps;
mod web;

use std::path::Path;
use std::time::{Duration, Instant};

use lexopt::{Arg, Parser};

use crate::{Failure, project, say};
use outcome::{Counts, Outcome};

/// One step: what it is called, and how it is done.
struct Step {
    name: &'static str,
    about: &'static str,
    run: fn(&mut Context) -> Result<Outcome, Failure>,
}

/// The cheap and telling ones first.
#[rustfmt::skip]
const STEPS: &[Step] = &[
    Step { name: "format", about: "formatting", run: steps::format },
    Step { name: "tidy", about: "house rules", run: steps::tidy },
    Step { name: "content", about: "content check", run: steps::content },
    Step { name: "lint-host", about: "lints on the host", run: steps::lint_host },
    Step { name: "lint-wasm", about: "lints for the browser", run: steps::lint_wasm },
    Step { name: "unit", about: "unit and property tests", run: steps::unit },
    Step { name: "types", about: "types of plain JavaScript", run: web::types },
    Step { name: "worker", about: "tests of scripts without a browser", run: web::worker },
    Step { name: "build", about: "release build", run: steps::build },
    Step { name: "budgets", about: "size budgets", run: budgets::run },
    Step { name: "html", about: "HTML validity", run: web::html },
    Step { name: "journeys", about: "browser journeys", run: journeys::run },
];

/// What later steps need to know of earlier ones.
#[derive(Debug)]
struct Context {
    /// The release build failed: `dist/` is missing or old.
    unbuilt: bool,
    /// The steps were named: whoever names one wants to see it run.
    named: bool,
}

impl Context {
    /// Why the finished site cannot be looked at, if so: no checker may pass for want of pages.
    fn no_site(&self) -> Option<Outcome> {
        if self.unbuilt {
            return Some(Outcome::skipped("the build failed"));
        }
        let index = Path::new(project::DIST).join("index.html");
        (!index.is_file())
            .then(|| Outcome::failed("there is no site in dist/; run `cargo xtask build`"))
    }
}

/// A step that has been done.
struct Row {
    about: &'static str,
    outcome: Outcome,
    took: Duration,
}

/// Runs all steps, or those that are named, and ends with the counts.
pub(crate) fn run(parser: &mut Parser) -> Result<(), Failure> {
    let chosen = choose(parser)?;
    let started = Instant::now();
    let mut context = Context {
        unbuilt: false,
        named: !chosen.is_empty(),
    };
    let mut rows = Vec::new();
    for step in STEPS
        .iter()
        .filter(|step| chosen.is_empty() || chosen.contains(&step.name))
    {
        let _ = say::start(step.about);
        let begun = Instant::now();
        let outcome = (step.run)(&mut context).unwrap_or_else(|failure| failed_early(&failure));
        let row = Row {
            about: step.about,
            outcome,
            took: begun.elapsed(),
        };
        println!(
            "    {}: {} ({})",
            row.outcome.word(),
            row.outcome.note,
            say::span(row.took)
        );
        rows.push(row);
    }
    let total = summary(&rows, started.elapsed());
    if total.failed == 0 {
        Ok(())
    } else {
        Err(Failure::Told)
    }
}

fn choose(parser: &mut Parser) -> Result<Vec<&'static str>, Failure> {
    let mut chosen = Vec::new();
    while let Some(arg) = parser.next()? {
        let Arg::Value(name) = arg else {
            return Err(arg.unexpected().into());
        };
        let Some(step) = STEPS.iter().find(|step| name == step.name) else {
            let names: Vec<&str> = STEPS.iter().map(|step| step.name).collect();
            let what = format!(
                "there is no step {}; there are: {}",
                name.to_string_lossy(),
                names.join(", ")
            );
            return Err(lexopt::Error::from(what).into());
        };
        chosen.push(step.name);
    }
    Ok(chosen)
}

/// A step that could not do its work; a missing tool is a failure only where nothing may be missing.
fn failed_early(failure: &Failure) -> Outcome {
    match failure {
        Failure::Tool(missing) => Outcome::missing(missing.to_string()),
        Failure::Told => Outcome::failed("see above"),
        other => Outcome::failed(other.to_string()),
    }
}

/// Prints the table and, last, the one line that machines read.
fn summary(rows: &[Row], took: Duration) -> Counts {
    println!("\n{}", say::strong("summary"));
    let mut total = Counts::default();
    for Row {
        about,
        outcome,
        took,
    } in rows
    {
        println!(
            "  {:<8} {about:<26} {:>13}  {}",
            outcome.word(),
            say::span(*took),
            outcome.note
        );
        total = total + outcome.counts;
    }
    println!("  {:<8} {:<26} {:>13}", "", "all together", say::span(took));
    println!("\n{total}");
    total
}
