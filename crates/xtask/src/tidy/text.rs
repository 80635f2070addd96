//! Rules for every kind of file: length, left-overs, machine paths.

use super::{Finding, has_end};

/// The most lines in a script or a style sheet; `size` says it for Rust.
const LONGEST: usize = 500;

/// Checks one file.
pub(super) fn check(file: &str, text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut add = |line, what: String, why| {
        findings.push(Finding {
            file: file.to_owned(),
            line,
            what,
            why,
        });
    };

    let lines = text.lines().count();
    if ["js", "css"].iter().any(|end| has_end(file, end)) && lines > LONGEST {
        add(
            LONGEST,
            format!("{lines} lines"),
            "a file is one room: at most 500 lines; take out the part that has a name of its own",
        );
    }
    if LITTER.iter().any(|end| file.ends_with(end)) {
        add(
            1,
            "left behind by an editor or a tool".to_owned(),
            "delete it, or name it in .gitignore",
        );
    }
    for (number, line) in (1..).zip(text.lines()) {
        for mark in MARKS {
            if has_word(remark(file, line), mark) && !names_issue(line) {
                add(
                    number,
                    format!("`{mark}` without an issue"),
                    "finish it now, or name the issue that will: `(#12)`",
                );
            }
        }
        if let Some(place) = PLACES.iter().find(|place| starts_path(line, place)) {
            add(
                number,
                format!("a path of one machine (`{place}..`)"),
                "it is nowhere else; use a relative path, or ask the system",
            );
        }
        if let Some(conflict) = CONFLICTS
            .iter()
            .find(|conflict| line.starts_with(**conflict))
        {
            add(
                number,
                format!("a merge was not finished (`{conflict}`)"),
                "choose one side and delete the marks",
            );
        }
        if has_end(file, "js") && LOUD.iter().any(|call| line.contains(call)) {
            add(
                number,
                "talk for the console".to_owned(),
                "nobody reads a phone's console; tell the person, or delete it",
            );
        }
        if has_end(file, "rs") && line.trim_start().starts_with(ALLOW) && !line.contains("reason") {
            add(
                number,
                "a lint is allowed without a reason".to_owned(),
                "write `#[expect(lint, reason = \"..\")]`: it tells why, and says when it is no longer needed",
            );
        }
    }
    findings
}

// Written in two halves so that this file keeps its own rules.
const MARKS: &[&str] = &[
    concat!("TO", "DO"),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
];
const PLACES: &[&str] = &[
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("/ro", "ot/"),
    concat!("/wo", "rk/"),
    concat!("/tm", "p/"),
    concat!("C:", "\\"),
];
const CONFLICTS: &[&str] = &[concat!("<<<<", "<<< "), concat!(">>>>", ">>> ")];
const LOUD: &[&str] = &[concat!("console", ".log("), concat!("debug", "ger;")];
const ALLOW: &str = concat!("#[al", "low(");
const LITTER: &[&str] = &[".orig", ".rej", ".bak", ".swp", "~", ".DS_Store"];

/// The part of a line that is said to colleagues. In code that is the comment: a text for people
/// may well hold such a word. The content has its own list of words that must not stay.
fn remark<'a>(file: &str, line: &'a str) -> &'a str {
    let starts: &[&str] = match file.rsplit('.').next() {
        _ if file.starts_with("content/") => return "",
        Some("rs" | "js") => &["//", "/*"],
        Some("css") => &["/*"],
        Some("html" | "svg") => &["<!--"],
        _ => return line,
    };
    starts
        .iter()
        .find_map(|start| line.find(start))
        .map_or("", |at| &line[at..])
}

/// Whether the line holds the word, not as a part of a longer one.
fn has_word(line: &str, word: &str) -> bool {
    let joined = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    line.match_indices(word).any(|(at, _)| {
        !joined(line[..at].chars().next_back()) && !joined(line[at + word.len()..].chars().next())
    })
}

/// Whether the line names an issue: `#12`.
fn names_issue(line: &str) -> bool {
    line.match_indices('#')
        .any(|(at, _)| line[at + 1..].starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a path begins in this place; the same letters inside an address are something else.
fn starts_path(line: &str, place: &str) -> bool {
    line.match_indices(place).any(|(at, _)| {
        line[..at]
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || "\"'`(=<".contains(c))
            && line[at + place.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '.')
    })
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, MARKS, PLACES, check};

    #[track_caller]
    fn finds(file: &str, text: &str, lines: &[usize]) {
        crate::tidy::assert_lines(&check(file, text), lines, &format!("{file}: {text}"));
    }

    #[test]
    fn scripts_and_styles_over_five_hundred_lines_are_refused_and_prose_is_not() {
        let long = "x\n".repeat(LONGEST + 1);
        finds("sw/a.js", &long, &[LONGEST]);
        finds("styles/a.css", &long, &[LONGEST]);
        finds("content/en/words.toml", &long, &[]);
        finds("sw/a.js", &"x\n".repeat(LONGEST), &[]);
    }

    #[test]
    fn what_is_put_off_names_its_issue() {
        let mark = MARKS[0];
        finds(
            "src/a.rs",
            &format!("// {mark}: later\n// {mark}(#12): later\n// mas{mark}n"),
            &[1],
        );
    }

    #[test]
    fn paths_of_one_machine_are_found_and_addresses_are_not() {
        let place = PLACES[0];
        finds(
            "README.md",
            &format!("cd {place}ann\n(`{place}ann`)"),
            &[1, 2],
        );
        finds(
            "content/sources.toml",
            &format!("url = \"https://example.org{place}visits\""),
            &[],
        );
    }

    #[test]
    fn left_overs_are_found() {
        finds("src/a.rs.orig", "", &[1]);
        finds("web/boot.js", &format!("a();\n{}1);", super::LOUD[0]), &[2]);
        finds(
            "src/a.rs",
            &format!("{}x)]\n{}x, reason = \"y\")]", super::ALLOW, super::ALLOW),
            &[1],
        );
        finds("src/a.rs", &format!("{}HEAD", super::CONFLICTS[0]), &[1]);
    }
}
