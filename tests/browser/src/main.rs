//! Journeys through the finished site in three real engines.
//!
//! `cargo xtask test` builds the site and runs this program on it. Every journey has a server on a
//! port of its own (a new origin: storage and caches are empty) at a nested prefix, and waits for
//! conditions, never for a length of time. What fails now and then is a mistake in the site or in
//! the journey, and is not tried twice. The one exception are two faults of `WebKitGTK`
//! itself (`run.rs`): that journey is made once more, and the log says so.

mod args;
mod browser;
mod driver;
mod engine;
mod journeys;
mod plan;
mod release;
mod run;
mod site;
mod stage;
mod stop;
mod times;
mod wire;

use std::process::ExitCode;
use std::sync::atomic::Ordering;

use args::Args;
use site::Site;

fn main() -> ExitCode {
    let args = match Args::read(std::env::args().skip(1)) {
        Ok(args) => args,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let site = match Site::read(&args.dist) {
        Ok(site) => site,
        Err(error) => {
            eprintln!("{error}");
            return ExitCode::from(2);
        }
    };
    let tally = run::run(&args, &site, &journeys::all(), journeys::LONG);
    print!("{}", tally.times);
    let [passed, failed, skipped] = [&tally.passed, &tally.failed, &tally.skipped]
        .map(|counter| counter.load(Ordering::Relaxed));
    println!("{passed} passed, {failed} failed, {skipped} skipped");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
