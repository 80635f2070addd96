//! The order of things: read, check, build.

use crate::base::problem::{Findings, Problems};
use crate::output::build::{Checked, build};
use crate::output::matrix::SignsReport;
use crate::output::report::Report;
use crate::output::site::Guide;
use crate::parse::files::{Dirs, Files};
use crate::parse::library::Library;
use crate::rules;
use crate::rules::style;

/// Compiles the content in every language, or says everything that is wrong with it.
pub fn compile(dirs: &Dirs) -> Result<Guide, Problems> {
    let findings = Findings::default();
    let (original, translations) = read_and_check_all(dirs, &findings);
    findings.into_result()?;
    Ok(build(&original, &translations))
}

/// Applies every rule to the content in every language. The report is that of the English.
pub fn check(dirs: &Dirs) -> Result<Report, Problems> {
    let findings = Findings::default();
    let ((library, _), _) = read_and_check_all(dirs, &findings);
    findings.into_result()?;
    Ok(Report::of(&library))
}

fn read_and_check_all(dirs: &Dirs, findings: &Findings) -> (Checked, Vec<Checked>) {
    let files = Files::read(dirs, findings);
    let original = read_and_check(&files, findings);
    // Invented pages repeat each other; a guide whose sentences nobody traces is one (the bench).
    if original.0.traces.required {
        style::check(&original.0, findings);
    }
    let translations = read_and_check_translations(&files, &original, findings);
    (original, translations)
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
pub(crate) fn compile_files(files: &Files, findings: Findings) -> Result<Guide, Problems> {
    let original = read_and_check(files, &findings);
    let translations = read_and_check_translations(files, &original, &findings);
    findings.into_result()?;
    Ok(build(&original, &translations))
}

/// Everything that was read of the English, with every id in it, after every rule that holds for
/// any number of pages.
pub(crate) fn read_and_check(files: &Files, findings: &Findings) -> Checked {
    let library = Library::read(files, findings);
    let anchors = rules::check(&library, files, findings);
    (library, anchors)
}

/// The same for every other language that has a folder.
fn read_and_check_translations(
    files: &Files,
    (original, anchors): &Checked,
    findings: &Findings,
) -> Vec<Checked> {
    let read = |lang| {
        let files = files.in_lang(lang);
        let library = Library::read_translation(&files, original, findings);
        let anchors = rules::check_translation(&library, (original, anchors), &files, findings);
        (library, anchors)
    };
    files.translations().into_iter().map(read).collect()
}
