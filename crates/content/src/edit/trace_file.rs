//! Writes a side file anew: what is known about sentences that are still there stays.

use std::fmt::Write;

use crate::parse::document::Document;
use crate::parse::files::SourceFile;
use crate::parse::trace::{Entry, Trace};
use crate::rules::statements::statements;

/// What stands at the top of a new side file. Someone has to read before there is a day to write.
const HEAD: &str = "\
# To be read against the sources, sentence by sentence, by someone who did not write the page.
# A value names sources of the page and seed facts (\"CRUK-BS S30\"), or says \"no claim\".
# When all are read, write the day below, without quotes: read = 2026-11-24
";

/// What became of the sentences of a side file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Change {
    pub kept: usize,
    pub added: usize,
    pub dropped: usize,
}

/// The side file as it has to be, and what that changes. `old` is the one that is there.
///
/// The top of the old file stays as it is, up to its first block. So do remarks (`# ..`) directly
/// above a sentence and after its value; other remarks between blocks are not kept.
pub(crate) fn fresh(page: &Document, old: Option<(&SourceFile, &Trace)>) -> (String, Change) {
    let mut text = old.map_or_else(|| HEAD.to_owned(), |(file, trace)| top(file, trace));
    let mut change = Change::default();
    let statements = statements(page);
    let mut blocks: Vec<&str> = Vec::new();
    for statement in &statements {
        if !blocks.contains(&statement.block.as_str()) {
            blocks.push(&statement.block);
        }
    }
    // A block id that stands twice is a problem of the page; its sentences come together here.
    let in_order = blocks.iter().flat_map(|block| {
        let of_block = statements.iter().filter(move |one| one.block == **block);
        of_block.enumerate()
    });
    for (nth, statement) in in_order {
        let block = &statement.block;
        if nth == 0 {
            push(&mut text, &format!("\n[{block}]"));
        }
        let known = old.and_then(|(file, trace)| Some((file, trace.find(block, &statement.text)?)));
        if let Some((file, entry)) = known {
            change.kept += 1;
            text.push_str(&as_it_was(file, entry));
        } else {
            change.added += 1;
            push(&mut text, &line(&statement.text, ""));
        }
    }
    let before: usize = old.map_or(0, |(_, trace)| {
        trace.blocks.iter().map(|(_, entries)| entries.len()).sum()
    });
    change.dropped = before - change.kept;
    (text, change)
}

/// Everything above the first block.
fn top(file: &SourceFile, trace: &Trace) -> String {
    let first = trace.blocks.first().map(|(block, _)| block.spot.line);
    let lines: Vec<&str> = file.text.lines().collect();
    let end = first.map_or(lines.len(), |line| line - 1);
    let mut text = lines[..end.min(lines.len())]
        .join("\n")
        .trim_end()
        .to_owned();
    text.push('\n');
    let has_day = text
        .lines()
        .any(|line| line.trim_start().starts_with("read"));
    match trace.read {
        Some(read) if !has_day => format!("{text}read = {read}\n"),
        _ => text,
    }
}

/// The line of a sentence with the remarks that belong to it.
fn as_it_was(file: &SourceFile, entry: &Entry) -> String {
    let lines: Vec<&str> = file.text.lines().collect();
    let at = entry.sentence.spot.line - 1;
    let is_remark = |line: &&str| line.trim_start().starts_with('#');
    let above = lines[..at].iter().rev().take_while(|line| is_remark(line));
    let first = at - above.count();
    let mut text = String::new();
    for remark in &lines[first..at] {
        push(&mut text, remark.trim());
    }
    let plain = line(&entry.sentence.value, &entry.value.value);
    let after = lines[at].trim().strip_prefix(&plain).map(str::trim);
    match after.filter(|after| after.starts_with('#')) {
        Some(remark) => push(&mut text, &format!("{plain} {remark}")),
        None => push(&mut text, &plain),
    }
    text
}

fn line(sentence: &str, value: &str) -> String {
    format!("{} = {}", quoted(sentence), quoted(value.trim()))
}

/// A basic string of TOML.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for char in text.chars() {
        match char {
            '"' | '\\' => quoted.extend(['\\', char]),
            char if char.is_control() => {
                // Writing to memory does not fail.
                _ = write!(quoted, "\\u{:04X}", u32::from(char));
            }
            char => quoted.push(char),
        }
    }
    quoted.push('"');
    quoted
}

fn push(text: &mut String, line: &str) {
    text.push_str(line);
    text.push('\n');
}

#[cfg(test)]
mod tests {
    use super::{Change, fresh};
    use crate::base::problem::Findings;
    use crate::fixtures::page;
    use crate::parse::document::Document;
    use crate::parse::files::SourceFile;
    use crate::parse::trace::{self, Trace};

    /// The side file as it becomes.
    fn refreshed(page: &Document, old: &str) -> (String, Change) {
        let file = SourceFile::new("first.trace.toml", old);
        let trace: Trace = trace::read(&file, &Findings::default()).expect("TOML");
        fresh(page, Some((&file, &trace)))
    }

    #[test]
    fn a_refreshed_trace_keeps_what_is_still_said_in_the_order_of_the_page() {
        let page = page("New. {#new}\n\n\"Old\" one. Changed. {#old}\n");
        let old = "# Mine.\nread = 2026-11-24\n\n[old]\n\"Was there.\" = \"ONE\"\n# See page 3.\n\"\\\"Old\\\" one.\" = \"ONE  S01\" # sure\n\n[in-short]\n\"It is.\" = \"no claim\"\n";
        let (text, change) = refreshed(&page, old);
        let expected = "# Mine.\nread = 2026-11-24\n\n[in-short]\n\"Short.\" = \"\"\n\"It is.\" = \"no claim\"\n\n[new]\n\"New.\" = \"\"\n\n[old]\n# See page 3.\n\"\\\"Old\\\" one.\" = \"ONE  S01\" # sure\n\"Changed.\" = \"\"\n";
        assert_eq!(text, expected);
        let (kept, added, dropped) = (2, 3, 1);
        assert_eq!(
            change,
            Change {
                kept,
                added,
                dropped
            }
        );
        assert_eq!(
            refreshed(&page, expected).0,
            expected,
            "a second run changes nothing"
        );
    }

    #[test]
    fn the_day_is_kept_wherever_it_stood() {
        let page = page("");
        let (text, _) = refreshed(
            &page,
            "in-short = { \"It is.\" = \"ONE\" }\nread = 2026-11-24\n",
        );
        assert_eq!(
            text,
            "\nread = 2026-11-24\n\n[in-short]\n\"Short.\" = \"\"\n\"It is.\" = \"ONE\"\n"
        );
    }
}
