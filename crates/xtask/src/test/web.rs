//! What runs in a browser without being Rust: the types and tests of plain JavaScript, the validity of
//! HTML.

use std::path::Path;

use super::Context;
use super::lines::{failed_in_tap, tap};
use super::outcome::Outcome;
use super::steps::judge_tests;
use crate::Failure;
use crate::process::{Job, Show};
use crate::project::{self, DIST};
use crate::tools::{JAVA, NODE, TYPESCRIPT, Tool, VNU};

/// What runs in a page, and what runs in the service worker: each knows other things.
const PROJECTS: [&str; 2] = ["web/jsconfig.json", "web/sw/jsconfig.json"];

/// A property that two engines have and its list of properties has not.
const UNKNOWN_TO_VNU: &str = ".*field-sizing.*";

/// `tsc` on the files that the projects name.
pub(super) fn types(_: &mut Context) -> Result<Outcome, Failure> {
    let tsc = TYPESCRIPT.ensure()?;
    let mut errors = 0;
    let mut ok = true;
    for project in PROJECTS {
        let done = Job::new("checking types", &tsc)
            .args(["--project", project, "--pretty", "false"])
            .run(Show::Pulse)?;
        if !done.ok {
            println!("    plain JavaScript does not fit its types (file(line,column): what):");
            done.print_end(60);
        }
        let lines = done.text.lines();
        errors += lines.filter(|line| line.contains(": error TS")).count();
        ok &= done.ok;
    }
    Ok(Outcome::of(ok, format!("{errors} errors")))
}

/// The tests of the service worker and of `chunks.js`, by node's own runner.
pub(super) fn worker(_: &mut Context) -> Result<Outcome, Failure> {
    let node = NODE.ensure()?;
    let mut files = project::files(Path::new("web"), &|_| true)?;
    files.retain(|file| project::slashes(file).ends_with(".test.js"));
    if files.is_empty() {
        return Ok(Outcome::failed("there is no web/**/*.test.js"));
    }
    let done = Job::new("testing", node)
        .args(["--test", "--test-reporter=tap"])
        .args(files)
        .run(Show::Pulse)?;
    Ok(judge_tests(
        &done,
        tap(&done.text),
        &failed_in_tap(&done.text),
    ))
}

/// The checker of the HTML standard on every page in `dist/`.
pub(super) fn html(context: &mut Context) -> Result<Outcome, Failure> {
    if let Some(outcome) = context.no_site() {
        return Ok(outcome);
    }
    let java = JAVA.ensure()?;
    let jar = VNU.ensure()?;
    let done = Job::new("validating", java)
        .args(["-jar".as_ref(), jar.as_os_str()])
        .args(["--errors-only", "--skip-non-html", "--format", "gnu"])
        .args(["--filterpattern", UNKNOWN_TO_VNU, DIST])
        .run(Show::Pulse)?;
    let here = std::env::current_dir().unwrap_or_default();
    // `"file:/../dist/help.html":12.3-12.9: error: ..`: the path from here is enough.
    let messages: Vec<String> = done
        .text
        .lines()
        .filter(|line| line.contains(": error"))
        .map(|line| shorten(line, &here))
        .collect();
    for message in messages.iter().take(40) {
        println!("    {message}");
    }
    if !done.ok && messages.is_empty() {
        done.print_end(20);
    }
    Ok(Outcome::of(done.ok, format!("{} errors", messages.len())))
}

fn shorten(line: &str, here: &Path) -> String {
    line.replace(&format!("file:{}/", here.display()), "")
        .replace('"', "")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::shorten;

    #[test]
    fn messages_name_the_file_from_the_root_of_the_repository() {
        let line = "\"file:/some/where/dist/help.html\":1.3-1.9: error: Stray end tag.";
        assert_eq!(
            shorten(line, Path::new("/some/where")),
            "dist/help.html:1.3-1.9: error: Stray end tag."
        );
    }
}
