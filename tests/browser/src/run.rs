//! Makes the journeys and reports.

use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::args::Args;
use crate::driver::{Driver, DriverError};
use crate::engine::Engine;
use crate::site::Site;
use crate::stage::{Journey, Stage};
use crate::stop::Stop;

/// How the journeys ended.
#[derive(Debug, Default)]
pub struct Tally {
    /// Journeys that came to their end.
    pub passed: AtomicUsize,
    /// Journeys that did not.
    pub failed: AtomicUsize,
    /// Journeys that could not be made, and engines that are missing.
    pub skipped: AtomicUsize,
}

impl Tally {
    fn add(counter: &AtomicUsize) {
        counter.fetch_add(1, Ordering::Relaxed);
    }
}

/// Makes every journey that fits in every engine asked for; two engines at a time if there are
/// two cores.
pub fn run(args: &Args, site: &Site, journeys: &[&Journey]) -> Tally {
    let tally = Tally::default();
    let queue = Mutex::new(args.engines.iter().rev().copied().collect::<Vec<_>>());
    let next = || queue.lock().ok().and_then(|mut queue| queue.pop());
    let workers = std::thread::available_parallelism()
        .map_or(1, usize::from)
        .min(2);
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(engine) = next() {
                    run_in(engine, args, site, journeys, &tally);
                }
            });
        }
    });
    tally
}

fn run_in(engine: Engine, args: &Args, site: &Site, journeys: &[&Journey], tally: &Tally) {
    let fits = |journey: &&&Journey| {
        journey.engines.contains(&engine) && journey.name.contains(&args.filter)
    };
    let mut mine = journeys.iter().filter(fits).peekable();
    if mine.peek().is_none() {
        return;
    }
    let scratch = std::env::temp_dir().join(format!("journeys-{}-{engine}", std::process::id()));
    let driver = match Driver::start(engine, &scratch.join("downloads")) {
        Ok(driver) => driver,
        Err(DriverError::Missing(missing)) if !args.strict => {
            println!("skipped  {engine:<8}  {missing}");
            Tally::add(&tally.skipped);
            return;
        }
        Err(error) => {
            println!("FAILED   {engine:<8}  {error}");
            Tally::add(&tally.failed);
            return;
        }
    };
    let stage = Stage::new(site, &driver, args.axe.clone(), scratch.clone());
    for journey in mine {
        let started = Instant::now();
        let name = journey.name;
        let mut outcome = (journey.run)(&stage);
        if outcome.is_err() && has_crashed(&stage) {
            println!("crashed  {engine:<8}  {name}: the browser itself has ended; once more");
            stage.clear(false);
            outcome = (journey.run)(&stage);
        }
        let took = started.elapsed().as_secs_f64();
        match &outcome {
            Ok(()) => {
                println!("passed   {engine:<8}  {took:5.1} s  {name}");
                Tally::add(&tally.passed);
            }
            Err(Stop::Skipped(why)) if !args.strict => {
                println!("skipped  {engine:<8}  {took:5.1} s  {name}: {why}");
                Tally::add(&tally.skipped);
            }
            Err(stop) => {
                let report = report(&stage, &args.out, name, stop);
                println!("FAILED   {engine:<8}  {took:5.1} s  {name}\n{report}");
                Tally::add(&tally.failed);
            }
        }
        stage.clear(outcome.is_ok());
    }
    stage.quit();
    // What is left of a profile is of no use to anyone.
    let _ = std::fs::remove_dir_all(scratch);
}

/// Whether the browser has ended in the middle of a journey. `WebKitGTK` draws with Mesa in
/// software, whose compositor thread was seen to crash (once in some hundred journeys: a general
/// protection fault in `swrast_dri.so`); without that thread it takes no screenshots. Such a
/// journey says nothing about the site, and is made once more, which the log tells. In other
/// engines, and the second time, it is a failure like any other.
fn has_crashed(stage: &Stage) -> bool {
    stage.engine() == Engine::WebKit && stage.last().is_some_and(|browser| browser.has_ended())
}

/// What a person needs to find the mistake.
fn report(stage: &Stage, out: &Path, name: &str, stop: &Stop) -> String {
    let mut lines = vec![format!("    {stop}")];
    if let Some(browser) = stage.last() {
        lines.push(format!("    page: {}", browser.state()));
        for complaint in browser.captured().unwrap_or_default() {
            lines.push(format!("    page said: {complaint}"));
        }
        let keep = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
        let name: String = name.chars().map(keep).take(60).collect();
        let path = out.join(format!("{}-{name}.png", stage.engine()));
        let shot = std::fs::create_dir_all(out)
            .map_err(Stop::from)
            .and_then(|()| browser.shoot(&path));
        lines.push(match shot {
            Ok(()) => format!("    screenshot: {}", path.display()),
            Err(error) => format!("    no screenshot: {error}"),
        });
    }
    lines.join("\n")
}
