//! The journeys through the finished site, in every engine that is here.

use super::Context;
use super::lines::last_counts;
use super::outcome::{Counts, Outcome};
use super::remembered::State;
use crate::Failure;
use crate::process::{Job, Show};
use crate::project::{self, DIST};
use crate::tools::{AXE, Engine, Shelf, Tool};

/// Finds or installs the engines, says which run, and runs the package `journeys` in them.
pub(super) fn run(context: &mut Context) -> Result<Outcome, Failure> {
    if let Some(outcome) = context.no_site() {
        return Ok(outcome);
    }
    let mut shelf = Shelf::default();
    let (mut here, mut missing) = (Vec::new(), Vec::new());
    let mut used = Vec::new();
    for engine in Engine::ALL {
        match engine.ensure() {
            Ok(programs) => {
                for program in &programs {
                    shelf.add(program);
                }
                used.extend(programs);
                here.push(engine.name());
            }
            Err(error) => {
                println!("    {} will not run: {error}", engine.name());
                missing.push(engine.name());
            }
        }
    }
    if here.is_empty() {
        return Ok(Outcome::missing(
            "no browser engine is here; see above for what to install",
        ));
    }
    let axe = AXE.ensure()?;
    used.push(axe.clone());
    let state = State::read(&used)?;
    // In continuous integration everything runs.
    let may_remember = !context.named && !project::is_ci() && missing.is_empty();
    if let Some(counts) = state.passed().filter(|_| may_remember) {
        let mut outcome = Outcome::counted(counts, true);
        outcome.note = format!(
            "{}, remembered: neither site, journeys nor browsers have changed; \
             `cargo xtask test journeys` runs them",
            outcome.note
        );
        return Ok(outcome);
    }
    State::forget();
    println!("    engines: {}", here.join(", "));
    let done = Job::cargo(
        "journeys",
        &["run", "--quiet", "--package", "journeys", "--"],
    )
    .args(["--dist", DIST, "--engines", &here.join(",")])
    .env("PATH", shelf.path())
    .env("BEARINGS_AXE", axe)
    .run(Show::All)?;
    let Some(counts) = last_counts(&done.text) else {
        return Ok(Outcome::failed("the journeys did not run to their end"));
    };
    if done.ok && counts.failed == 0 && missing.is_empty() {
        state.remember(counts)?;
    }
    let mut outcome = Outcome::counted(counts + absent(missing.len()), done.ok);
    outcome.note = format!("{} in {}", outcome.note, here.join(", "));
    if !missing.is_empty() {
        outcome.note = format!("{}; not in {}", outcome.note, missing.join(", "));
    }
    Ok(outcome)
}

/// An engine that is not here is skipped, or failed where nothing may be missing.
fn absent(engines: usize) -> Counts {
    if project::is_ci() {
        Counts {
            failed: engines,
            ..Counts::default()
        }
    } else {
        Counts {
            skipped: engines,
            ..Counts::default()
        }
    }
}
