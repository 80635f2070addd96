//! The table of signals in ARCHITECTURE.md.

use super::list::{List, Signal};
use super::{Sources, finding, text_of};
use crate::tidy::Finding;

const FILE: &str = "ARCHITECTURE.md";
const HEADING: &str = "| signal | set by | means |";
const WHY: &str = "its rows are those of `signals` in web/contract.json, in the same order";

pub(super) fn check(list: &List, sources: &Sources) -> Vec<Finding> {
    let lines: Vec<&str> = text_of(sources, FILE).lines().collect();
    let Some(heading) = lines.iter().position(|line| *line == HEADING) else {
        let what = format!("there is no table `{HEADING}`");
        return vec![finding(FILE, 1, what, WHY)];
    };
    // Below the heading is a line of hyphens. Lines are counted from 1.
    let rows = lines[heading..].iter().skip(2);
    let mut rows = rows.take_while(|line| line.starts_with('|'));
    let mut line = heading + 3;
    let mut findings = Vec::new();
    for expected in list.signals.iter().map(row) {
        let found = rows.next();
        if found.is_none_or(|found| *found != expected) {
            findings.push(finding(FILE, line, format!("write here: {expected}"), WHY));
        }
        line += usize::from(found.is_some());
    }
    for (line, more) in (line..).zip(rows) {
        findings.push(finding(FILE, line, format!("not listed: {more}"), WHY));
    }
    findings
}

fn row(signal: &Signal) -> String {
    let names: Vec<String> = signal
        .names
        .iter()
        .map(|name| format!("`{name}`"))
        .collect();
    let is_file = |by: &str| by.contains('.');
    let by: Vec<String> = signal
        .by
        .iter()
        .map(|by| {
            if is_file(by) {
                format!("`{by}`")
            } else {
                by.clone()
            }
        })
        .collect();
    format!(
        "| {} | {} | {} |",
        names.join(", "),
        by.join(", "),
        signal.means
    )
}
