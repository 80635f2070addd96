//! `cargo xtask tidy`: the house rules as a program. Every finding says where, what, and why.

mod cargo;
mod contract;
mod imports;
mod manifest;
mod rooms;
mod size;
mod source;
mod text;
mod uses;

use std::fmt;
use std::path::Path;

use lexopt::Parser;

use crate::project::{self, ProjectError};
use crate::{Failure, no_more, say};

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    file: String,
    line: usize,
    what: String,
    /// Why it is a rule, and what to do instead.
    why: &'static str,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}\n    {}",
            self.file, self.line, self.what, self.why
        )
    }
}

/// Prints every finding.
pub(crate) fn run(parser: &mut Parser) -> Result<(), Failure> {
    no_more(parser)?;
    let work = say::start("house rules");
    let (files, findings) = findings()?;
    for finding in &findings {
        println!("{finding}");
    }
    work.done(&format!("{files} files, {} findings", findings.len()));
    if findings.is_empty() {
        Ok(())
    } else {
        Err(Failure::Told)
    }
}

/// How many files were read, and what is wrong in them, by file and line.
pub(crate) fn findings() -> Result<(usize, Vec<Finding>), ProjectError> {
    let files = project::files(Path::new("."), &|_| true)?;
    let mut findings = Vec::new();
    let (mut lengths, mut sources) = (Vec::new(), Vec::new());
    for file in &files {
        let bytes = std::fs::read(file).map_err(ProjectError::at(file))?;
        // Pictures and fonts have no lines.
        let text = String::from_utf8(bytes).unwrap_or_default();
        let name = project::slashes(file);
        findings.extend(check(&name, &text));
        lengths.push((name.clone(), text.lines().count()));
        sources.push((name, text));
    }
    findings.extend(size::check(&lengths));
    findings.extend(contract::check(&sources));
    findings.sort();
    findings.dedup();
    Ok((files.len(), findings))
}

/// Every rule on one file, named by its path from the root.
fn check(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = text::check(file, text);
    if has_end(file, "rs") {
        findings.extend(imports::check(file, text));
    }
    if file == "Cargo.toml" || file.ends_with("/Cargo.toml") {
        findings.extend(cargo::check(file, text));
    }
    if has_end(file, "webmanifest") {
        findings.extend(manifest::check(file, text, &manifest::size_beside(file)));
    }
    findings
}

fn has_end(file: &str, end: &str) -> bool {
    Path::new(file)
        .extension()
        .is_some_and(|given| given == end)
}
/// That the findings are at these lines; `of` says in what.
#[cfg(test)]
#[track_caller]
fn assert_lines(findings: &[Finding], lines: &[usize], of: &str) {
    let found: Vec<usize> = findings.iter().map(|finding| finding.line).collect();
    assert_eq!(found, lines, "{of}");
}
