//! Messages between a page and the service worker.
//!
//! Whether the worker's own states and fields are listed is seen when it runs: by its unit tests.

use super::list::List;
use super::{CONTRACT, Name, Sources, finding, line_of, text_of};
use crate::tidy::Finding;

/// The page's side.
const PAGE: &str = "src/browser/worker.rs";
/// The worker's side: a table with the messages as its keys.
const WORKER: &str = "web/sw/messages.js";
/// Where the table begins.
const TABLE: &str = "export const work = {\n";

const UNLISTED: &str = "list it in web/contract.json; the other side may be of another release, so think \
     of one that does not know it";
const UNUSED: &str =
    "take it out of web/contract.json, unless another release still says it: then keep both sides";

pub(super) fn check(list: &List, sources: &Sources) -> Vec<Finding> {
    let sent = sent(text_of(sources, PAGE));
    let handled = handled(text_of(sources, WORKER));
    let read = read(text_of(sources, PAGE));
    let states: Vec<Name> = sources
        .iter()
        .filter(|(file, _)| file.starts_with("src/"))
        .flat_map(|(file, text)| states(file, text))
        .collect();
    let known_fields = [list.fields.as_slice(), &list.facts].concat();

    let mut findings = Vec::new();
    for (what, names, listed) in [
        ("message", &sent, &list.to_worker),
        ("message", &handled, &list.to_worker),
        ("field", &read, &known_fields),
        ("state", &states, &list.states),
    ] {
        let unlisted = names.iter().filter(|name| !listed.contains(&name.text));
        findings.extend(unlisted.map(|Name { file, line, text }| {
            finding(
                file,
                *line,
                format!("{what} `{text}` is not listed"),
                UNLISTED,
            )
        }));
    }
    for (what, names, listed, file) in [
        ("no page says", &sent, &list.to_worker, PAGE),
        (
            "the worker does not know",
            &handled,
            &list.to_worker,
            WORKER,
        ),
        ("no page reads", &read, &list.fields, PAGE),
    ] {
        let unused = listed
            .iter()
            .filter(|listed| names.iter().all(|name| name.text != **listed));
        findings.extend(unused.map(|name| {
            let what = format!("{what} `{name}` (looked for in {file})");
            finding(CONTRACT, list.line(name), what, UNUSED)
        }));
    }
    findings
}

/// What a page says: `say("save")`, `post(&active, "ask")`.
fn sent(text: &str) -> Vec<Name> {
    let calls = ["say(", "post("]
        .iter()
        .flat_map(|call| arguments(text, call));
    let texts = calls.flat_map(|(at, inside)| {
        let quoted = inside
            .split('"')
            .enumerate()
            .filter(|(index, _)| index % 2 == 1);
        quoted.map(move |(_, name)| (at, name))
    });
    texts
        .map(|(at, name)| in_file(PAGE, text, at, name))
        .collect()
}

/// What it reads of an answer: `text("state")`, `number("done")`.
fn read(text: &str) -> Vec<Name> {
    let calls = ["text(\"", "number(\""].iter().flat_map(|call| {
        let found = text.match_indices(call);
        found.map(|(at, _)| (at, text[at + call.len()..].split('"').next().unwrap_or("")))
    });
    calls
        .map(|(at, name)| in_file(PAGE, text, at, name))
        .collect()
}

/// The states that the app tells apart: what `report.state` is compared with.
fn states(file: &str, text: &str) -> Vec<Name> {
    let mut found = Vec::new();
    for (at, asked) in text.match_indices("report.state") {
        let rest = &text[at + asked.len()..];
        let compared = rest
            .strip_prefix(" == \"")
            .or_else(|| rest.strip_prefix(" != \""));
        if let Some(name) = compared.and_then(|rest| rest.split('"').next()) {
            found.push(in_file(file, text, at, name));
        }
        let Some(arms) = rest.strip_prefix(".as_str() {") else {
            continue;
        };
        let start = at + asked.len() + ".as_str() {".len();
        let mut offset = start;
        let arms = arms.split("_ =>").next().unwrap_or(arms);
        for line in arms.split_inclusive('\n') {
            if let Some(rest) = line.trim_start().strip_prefix('"') {
                let name = rest.split('"').next().unwrap_or("");
                found.push(in_file(file, text, offset, name));
            }
            offset += line.len();
        }
    }
    found
}

/// The keys of the worker's table, one to a line: `ask: ..`, `"ask-update": ..`, `leave,`.
fn handled(text: &str) -> Vec<Name> {
    let Some((before, table)) = text.split_once(TABLE) else {
        return Vec::new();
    };
    let lines = table.lines().take_while(|line| !line.starts_with('}'));
    let first = line_of(before, before.len()) + 1;
    let key = |(line, row): (usize, &str)| {
        // What stands further in belongs to the key above it.
        let row = row.strip_prefix("  ").filter(|row| !row.starts_with(' '))?;
        let name = row.split([':', ',', '(']).next()?.trim_matches('"');
        Some(Name {
            file: WORKER.to_owned(),
            line,
            text: name.to_owned(),
        })
    };
    (first..).zip(lines).filter_map(key).collect()
}

/// What stands between the parentheses of each call, and where.
fn arguments<'a>(text: &'a str, call: &str) -> Vec<(usize, &'a str)> {
    let inside = |(at, _): (usize, &str)| {
        let start = at + call.len();
        let mut depth = 1;
        for (length, c) in text[start..].char_indices() {
            match c {
                '(' => depth += 1,
                ')' => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return (at, &text[start..start + length]);
            }
        }
        (at, &text[start..])
    };
    text.match_indices(call).map(inside).collect()
}

fn in_file(file: &str, text: &str, at: usize, name: &str) -> Name {
    Name {
        file: file.to_owned(),
        line: line_of(text, at),
        text: name.to_owned(),
    }
}
