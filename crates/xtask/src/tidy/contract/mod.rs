//! `web/contract.json`: what a page and its service worker say to each other, and what `<html>` says
//! of a page. Both sides find each other by names alone, which no compiler compares.

mod list;
mod messages;
mod signals;
mod table;

use super::Finding;
use list::List;

/// The list.
const CONTRACT: &str = "web/contract.json";

/// The files of the repository: path from the root, text.
type Sources = [(String, String)];

/// A name, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Name {
    file: String,
    line: usize,
    text: String,
}

/// Holds the list against the code on both sides and against ARCHITECTURE.md.
pub(super) fn check(sources: &Sources) -> Vec<Finding> {
    let list = match List::read(text_of(sources, CONTRACT)) {
        Ok(list) => list,
        Err(error) => {
            return vec![finding(
                CONTRACT,
                1,
                error,
                "it is a list of names: see git log",
            )];
        }
    };
    let mut findings = messages::check(&list, sources);
    findings.extend(signals::check(&list, sources));
    findings.extend(table::check(&list, sources));
    findings
}

fn text_of<'a>(sources: &'a Sources, file: &str) -> &'a str {
    let found = sources.iter().find(|(name, _)| name == file);
    found.map_or("", |(_, text)| text)
}

fn finding(file: &str, line: usize, what: String, why: &'static str) -> Finding {
    Finding {
        file: file.to_owned(),
        line,
        what,
        why,
    }
}

/// The line in which the byte at `at` stands, counted from 1.
fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

/// The name that begins here: small letters, digits and hyphens.
fn leading_name(text: &str) -> &str {
    let is_part = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    &text[..text.find(|c| !is_part(c)).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests;
