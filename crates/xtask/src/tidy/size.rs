//! How long Rust files are: none very long, and few long ones.

use super::Finding;

/// The most lines in a Rust file.
const LONGEST: usize = 400;

/// Above this many lines a file is long.
const LONG: usize = 300;

/// How many long files there may be.
const MANY: usize = 5;

/// Checks the files that were read, each with its number of lines.
pub(super) fn check(files: &[(String, usize)]) -> Vec<Finding> {
    let long: Vec<_> = files
        .iter()
        .filter(|(file, lines)| counts(file) && *lines > LONG)
        .collect();
    let finding = |file: &str, line, what, why| Finding {
        file: file.to_owned(),
        line,
        what,
        why,
    };
    let mut findings = Vec::new();
    for (file, lines) in &long {
        if *lines > LONGEST {
            let what = format!("{lines} lines; at most {LONGEST}");
            let why =
                "a file is one room: take out the part that has a name of its own, with its tests";
            findings.push(finding(file, LONGEST, what, why));
        } else if long.len() > MANY {
            let what = format!(
                "{lines} lines; {} files are longer than {LONG}, and {MANY} may be",
                long.len()
            );
            let why =
                "split this one or another of them: take out the part that has a name of its own";
            findings.push(finding(file, LONG, what, why));
        }
    }
    findings
}

/// Whether a file is Rust that people write and read here.
fn counts(file: &str) -> bool {
    let is_ours = ["src/", "crates/", "tests/"]
        .iter()
        .any(|start| file.starts_with(start));
    is_ours && super::has_end(file, "rs") && !file.contains("/fixtures/")
}

#[cfg(test)]
mod tests {
    use super::{LONG, LONGEST, MANY, check};

    #[track_caller]
    fn finds(files: &[(&str, usize)], expected: &[&str]) {
        let files: Vec<(String, usize)> = files
            .iter()
            .map(|(file, lines)| ((*file).to_owned(), *lines))
            .collect();
        let found: Vec<String> = check(&files)
            .into_iter()
            .map(|finding| finding.file)
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_rust_file_over_the_limit_is_refused() {
        finds(&[("src/a.rs", LONGEST)], &[]);
        finds(&[("src/a.rs", LONGEST + 1)], &["src/a.rs"]);
        finds(&[("tests/a.js", LONGEST + 1)], &[]);
        finds(&[("crates/a/fixtures/b.rs", LONGEST + 1)], &[]);
    }

    #[test]
    fn long_files_are_named_when_there_are_many() {
        let names: Vec<String> = (0..=MANY).map(|at| format!("crates/{at}.rs")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let of =
            |lines| -> Vec<(&str, usize)> { names.iter().map(|name| (*name, lines)).collect() };
        finds(&of(LONG + 1)[1..], &[]);
        finds(&of(LONG + 1), &names);
        finds(&of(LONG), &[]);
    }
}
