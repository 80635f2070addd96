//! Makes the journeys and reports.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use crate::args::Args;
use crate::driver::{Driver, DriverError};
use crate::engine::{Engine, Programs};
use crate::plan::{Long, Plan, declared};
use crate::site::Site;
use crate::stage::{Journey, Stage};
use crate::stop::Stop;
use crate::times::Times;

/// How the journeys ended.
#[derive(Debug, Default)]
pub struct Tally {
    /// Journeys that came to their end.
    pub passed: AtomicUsize,
    /// Journeys that did not.
    pub failed: AtomicUsize,
    /// Journeys that could not be made, and engines that are missing.
    pub skipped: AtomicUsize,
    /// How long each has taken.
    pub times: Times,
}

impl Tally {
    fn add(counter: &AtomicUsize) {
        counter.fetch_add(1, Ordering::Relaxed);
    }

    fn missing(&self, engine: Engine, error: &DriverError, strict: bool) {
        if strict || !matches!(error, DriverError::Missing(_)) {
            println!("FAILED   {engine:<8}  {error}");
            Self::add(&self.failed);
        } else {
            println!("skipped  {engine:<8}  {error}");
            Self::add(&self.skipped);
        }
    }
}

/// Most lanes, however many cores there are: each has a browser of some hundred megabytes.
const MOST_LANES: usize = 4;

/// Makes every journey that fits in every engine asked for: in as many lanes as there are cores,
/// and beside them, in a lane of their own, those that mostly wait.
pub fn run(args: &Args, site: &Site, journeys: &[&Journey], long: &[Long]) -> Tally {
    let tally = Tally::default();
    let mut engines = args.engines.clone();
    engines.retain(|engine| match Programs::find(*engine) {
        Ok(_) => true,
        Err(missing) => {
            tally.missing(*engine, &missing.into(), args.strict);
            false
        }
    });
    let waits = |journey: &&Journey| declared(long, journey).is_some_and(|one| one.waits);
    let (waiting, busy): (Vec<&Journey>, Vec<&Journey>) = journeys
        .iter()
        .copied()
        .filter(|journey| journey.name.contains(&args.filter))
        .partition(waits);
    let busy = Plan::new(&engines, long, &busy);
    let waiting = Plan::new(&engines, long, &waiting);
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let lanes = std::iter::repeat_n(&busy, cores.min(MOST_LANES)).chain([&waiting]);
    std::thread::scope(|scope| {
        for (lane, plan) in lanes.enumerate() {
            let tally = &tally;
            scope.spawn(move || {
                while let Some(engine) = plan.enter() {
                    let place = format!("journeys-{}-{lane}-{engine}", std::process::id());
                    let scratch = std::env::temp_dir().join(place);
                    run_in(engine, args, site, plan, tally, &scratch);
                    plan.leave(engine);
                    // What is left of a profile is of no use to anyone.
                    let _ = std::fs::remove_dir_all(scratch);
                }
            });
        }
    });
    tally
}

/// Makes journeys in one engine while there are any. What a browser or a journey writes is put into
/// the folder `scratch`, which no other lane uses.
fn run_in(engine: Engine, args: &Args, site: &Site, plan: &Plan, tally: &Tally, scratch: &Path) {
    let driver = match Driver::start(engine, &scratch.join("downloads")) {
        Ok(driver) => driver,
        Err(error) => {
            tally.missing(engine, &error, args.strict);
            plan.give_up(engine);
            return;
        }
    };
    let stage = Stage::new(site, &driver, args.axe.clone(), scratch.to_owned());
    while let Some(journey) = plan.next(engine) {
        let started = Instant::now();
        let name = journey.name;
        let mut outcome = (journey.run)(&stage);
        if let (Err(_), Some(fault)) = (&outcome, fault_of_webkit(&stage)) {
            println!("crashed  {engine:<8}  {name}: {fault}; once more");
            stage.clear(false);
            outcome = (journey.run)(&stage);
        }
        let took = started.elapsed().as_secs_f64();
        tally.times.add(engine, name, took);
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
}

/// What went wrong in `WebKitGTK` itself. It draws with Mesa in software, whose compositor thread was
/// seen to crash (once in some hundred journeys: a general protection fault in `swrast_dri.so`); without
/// that thread it takes no screenshots. And on Linux its JavaScript engine now and then traps in
/// WebAssembly that is right, as other projects report too (wasm-bindgen 3470, tauri 7154, bun 17146);
/// Chromium and Firefox would trap in the same place every time if the program were wrong. Such a journey
/// says nothing about the site, and is made once more, which the log tells. In other engines, and the
/// second time, it is a failure like any other.
fn fault_of_webkit(stage: &Stage) -> Option<&'static str> {
    const TRAP: &str = "RuntimeError: Out of bounds memory access";
    let browser = stage.last().filter(|_| stage.engine() == Engine::WebKit)?;
    if browser.has_ended() {
        return Some("the browser itself has ended");
    }
    let said = browser.captured().unwrap_or_default();
    let has_trapped = said.iter().any(|line| line.contains(TRAP));
    has_trapped.then_some("its engine has trapped in WebAssembly")
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
