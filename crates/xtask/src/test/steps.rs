//! The steps that are one command, or one task.

use super::Context;
use super::lines::{failed_tests, libtest};
use super::outcome::{Counts, Outcome};
use crate::process::{Done, Job, Show};
use crate::{Failure, build, content, tidy, tools};

/// The packages whose tests run on the host; the journeys are a step of their own.
const TESTED: &[&str] = &[
    "bearings",
    "bearings-content",
    "bearings-domain",
    "bearings-host",
    "bearings-records",
    "bearings-search",
    "xtask",
];

/// `cargo fmt --check`.
pub(super) fn format(_: &mut Context) -> Result<Outcome, Failure> {
    let done = Job::cargo("formatting", &["fmt", "--all", "--check"])
        .args(["--", "-l", "--color", "never"])
        .run(Show::Pulse)?;
    Ok(judge(
        &done,
        "as rustfmt writes it",
        "the files above; run `cargo fmt --all`",
    ))
}

/// The house rules, in this process.
pub(super) fn tidy(_: &mut Context) -> Result<Outcome, Failure> {
    let (files, findings) = tidy::findings()?;
    for finding in &findings {
        println!("    {}", finding.to_string().replace('\n', "\n    "));
    }
    Ok(Outcome::of(
        findings.is_empty(),
        format!("{files} files, {} findings", findings.len()),
    ))
}

/// The content, in this process.
pub(super) fn content(_: &mut Context) -> Result<Outcome, Failure> {
    let report = content::must_be_sound()?;
    Ok(Outcome::passed(report.summary()))
}

/// Clippy on everything that runs on the host.
pub(super) fn lint_host(_: &mut Context) -> Result<Outcome, Failure> {
    lint(&["--workspace", "--all-targets", "--features", "bearings/ssr"])
}

/// Clippy on the app as it goes to the browser.
pub(super) fn lint_wasm(_: &mut Context) -> Result<Outcome, Failure> {
    tools::for_compiling()?;
    lint(&[
        "--package",
        "bearings",
        "--features",
        "csr",
        "--target",
        "wasm32-unknown-unknown",
    ])
}

fn lint(args: &[&str]) -> Result<Outcome, Failure> {
    let done = Job::cargo("linting", &["clippy"])
        .args(args)
        .args(["--", "-D", "warnings"])
        .run(Show::Pulse)?;
    Ok(judge(
        &done,
        "no warnings",
        "warnings are errors here; see above",
    ))
}

/// Every test that needs no browser.
pub(super) fn unit(_: &mut Context) -> Result<Outcome, Failure> {
    let packages = TESTED.iter().flat_map(|package| ["--package", package]);
    let done = Job::cargo(
        "testing",
        &["test", "--no-fail-fast", "--features", "bearings/ssr"],
    )
    .args(packages)
    .run(Show::Pulse)?;
    if done.ok {
        search_quality()?;
    }
    Ok(judge_tests(
        &done,
        libtest(&done.text),
        &failed_tests(&done.text),
    ))
}

/// Prints how many of the queries of people search answers as it should. That they are enough is a
/// test among the others.
fn search_quality() -> Result<(), Failure> {
    let test = [
        "test",
        "--package",
        "bearings-content",
        "--test",
        "search",
        "search_finds",
    ];
    let done = Job::cargo("searching", &test)
        .args(["--", "--nocapture"])
        .run(Show::Pulse)?;
    let is_share = |line: &&str| line.starts_with("tuned: ") || line.starts_with("kept apart: ");
    for line in done.text.lines().filter(is_share) {
        println!("    search, {line}");
    }
    Ok(())
}

/// The counts of a test run, and the names of what failed.
pub(super) fn judge_tests(done: &Done, counts: Counts, failed: &[&str]) -> Outcome {
    let mut outcome = Outcome::counted(counts, done.ok);
    if !done.ok {
        done.print_end(120);
        if failed.is_empty() {
            "did not run to the end; see above".clone_into(&mut outcome.note);
        } else {
            outcome.note = format!("{}: {}", outcome.note, failed.join(", "));
        }
    }
    outcome
}

/// The finished site, unless it is finished already.
pub(super) fn build(context: &mut Context) -> Result<Outcome, Failure> {
    let built = build::site();
    context.unbuilt = built.is_err();
    built.map(|()| Outcome::passed("dist/"))
}

fn judge(done: &Done, good: &str, bad: &str) -> Outcome {
    if !done.ok {
        done.print_end(80);
    }
    Outcome::of(done.ok, if done.ok { good } else { bad })
}
