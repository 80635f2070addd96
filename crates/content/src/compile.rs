//! The order of things: read, check, build.

use crate::base::problem::{Findings, Problems};
use crate::output::build::build;
use crate::output::matrix::SignsReport;
use crate::output::report::Report;
use crate::output::site::Site;
use crate::parse::files::{Dirs, Files};
use crate::parse::library::Library;
use crate::rules;
use crate::rules::anchors::Anchors;
use crate::rules::style;

/// Compiles the content, or says everything that is wrong with it.
pub fn compile(dirs: &Dirs) -> Result<Site, Problems> {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    let (library, anchors) = read_and_check(&files, &findings);
    style::check(&library, &files.language, &findings);
    findings.into_result()?;
    Ok(build(&library, &anchors))
}

/// Applies every rule to the content.
pub fn check(dirs: &Dirs) -> Result<Report, Problems> {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    let (library, _) = read_and_check(&files, &findings);
    style::check(&library, &files.language, &findings);
    findings.into_result()?;
    Ok(Report::of(&library))
}

/// The report, also while the content still has problems: what cannot be read is left out.
pub fn report(dirs: &Dirs) -> Report {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    Report::of(&Library::read(&files, &findings))
}

/// The matrix of signs, also while the content still has problems.
pub fn signs_report(dirs: &Dirs) -> SignsReport {
    let findings = Findings::default();
    let files = Files::read(dirs, &findings);
    SignsReport::of(&Library::read(&files, &findings))
}

/// What a test compiles: without the bars of the guide as a whole, which a handful of pages, or
/// copies of one page, cannot meet.
#[cfg(test)]
pub(crate) fn compile_files(files: &Files, findings: Findings) -> Result<Site, Problems> {
    let (library, anchors) = read_and_check(files, &findings);
    findings.into_result()?;
    Ok(build(&library, &anchors))
}

/// Everything that was read, with every id in it, after every rule that holds for any number of
/// pages.
pub(crate) fn read_and_check(files: &Files, findings: &Findings) -> (Library, Anchors) {
    let library = Library::read(files, findings);
    let anchors = rules::check(&library, files, findings);
    (library, anchors)
}
