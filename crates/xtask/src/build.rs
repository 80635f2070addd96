//! `cargo xtask build`: the finished site in `dist/`.

use std::thread;

use lexopt::Parser;

use crate::fingerprint::Sources;
use crate::process::{Job, Show};
use crate::project::DIST;
use crate::{Failure, content, no_more, say, tools};

/// Builds, and says where the site is.
pub(crate) fn run(parser: &mut Parser) -> Result<(), Failure> {
    no_more(parser)?;
    site()
}

/// Builds the site unless `dist/` is already what the sources make.
pub(crate) fn site() -> Result<(), Failure> {
    content::must_be_sound()?;
    let sources = Sources::read()?;
    if sources.made_dist() {
        println!("    nothing has changed since the last build: {DIST}/ stays as it is");
        return Ok(());
    }
    // Trunk works offline so that it takes our tools; what Cargo needs is fetched before.
    let fetched = Job::cargo("fetching crates", &["fetch", "--quiet"]).run(Show::Pulse)?;
    if !fetched.ok {
        fetched.print_end(20);
        return Err(Failure::Told);
    }
    let (trunk, shelf) = if tools::are_here_for_building() {
        tools::for_building()?
    } else {
        tools::for_compiling()?;
        // The last crates of a tool leave a processor idle for minutes.
        thread::scope(|scope| {
            scope.spawn(compile_ahead);
            tools::for_building()
        })?
    };
    let work =
        say::start("building the release site with Trunk (two to five minutes the first time)");
    let built = Job::new("building", trunk)
        .args(["build", "--release", "--offline"])
        .env("PATH", shelf.path())
        // Trunk reads this variable as a yes or no and stops at `1`.
        .env("NO_COLOR", "true")
        .run(Show::Pulse)?;
    if !built.ok {
        built.print_end(60);
        println!("    the site was not built; {DIST}/ is what it was");
        return Err(Failure::Told);
    }
    sources.mark()?;
    work.done(&format!("the finished site is in {DIST}/"));
    Ok(())
}

/// Compiles what Trunk will ask Cargo for. Whatever fails here is told when Trunk asks.
fn compile_ahead() {
    let app = "build --release --target wasm32-unknown-unknown --bin bearings --features csr";
    let pages = "build --bin prerender --features ssr";
    for (label, command) in [("the app", app), ("the writer of pages", pages)] {
        let command: Vec<&str> = command.split(' ').collect();
        _ = Job::cargo(label, &command).run(Show::Pulse);
    }
}
