//! The rules of traces.

use std::collections::BTreeSet;

use crate::base::problem::{Findings, Spot};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::trace::{Basis, END, Entry, Name, Trace, file_of};
use crate::rules::statements::{Statement, statements};

/// Most words of a sentence that a problem repeats.
const MOST_WORDS: usize = 8;

/// Every sentence is traced, and every trace belongs to a sentence.
pub(crate) fn check(library: &Library, findings: &Findings) {
    for page in library.pages() {
        day_and_block(page, findings);
        match library.traces.of(page) {
            Some(trace) => check_page(library, page, trace, findings),
            None => missing(library, page, findings),
        }
    }
    for name in &library.traces.orphans {
        let page = name.strip_suffix(END).unwrap_or(name);
        let what = "the trace of a page that is not there";
        let remedy = format!("Name it after its page, or remove it: there is no {page}.md.");
        findings.add(&Spot::new(name, 1), what, remedy);
    }
}

/// `read` is the day at the top of a trace, beside which no block can have that name.
fn day_and_block(page: &Document, findings: &Findings) {
    for prose in page.proses() {
        if prose.id.as_ref().is_some_and(|id| id.as_str() == "read") {
            let what = "the id `read` is kept for the day in the page's trace";
            findings.add(&prose.spot, what, "Give the block another name.");
        }
    }
}

fn missing(library: &Library, page: &Document, findings: &Findings) {
    let name = file_of(page);
    if library.traces.required && !library.traces.broken.contains(&name) {
        let remedy = format!(
            "Run `cargo xtask trace {}`, then read each sentence against its sources.",
            page.id
        );
        findings.add(&Spot::new(&name, 1), "this page has no trace", remedy);
    }
}

fn check_page(library: &Library, page: &Document, trace: &Trace, findings: &Findings) {
    let wanted = statements(page);
    for statement in &wanted {
        if trace.find(&statement.block, &statement.text).is_none() {
            let what = format!(
                "this sentence is not traced: \"{}\"",
                short(&statement.text)
            );
            let remedy = format!(
                "Read it against its sources and add it (`cargo xtask trace {}` writes the line).",
                page.id
            );
            findings.add(&statement.spot, what, remedy);
        }
    }
    let blocks: BTreeSet<&str> = wanted.iter().map(|one| one.block.as_str()).collect();
    for (block, entries) in &trace.blocks {
        if !blocks.contains(block.value.as_str()) {
            let what = format!("`{}` is no block of this page with sentences", block.value);
            let remedy = format!("Mend its name, or run `cargo xtask trace {}`.", page.id);
            findings.add(&block.spot, what, remedy);
            continue;
        }
        for entry in entries {
            check_entry(library, page, (&block.value, entry), &wanted, findings);
        }
    }
    every_source_is_cited(library, page, trace, &wanted, findings);
}

/// A source of the page carries some sentence. Nobody can say so while a sentence is open: it may
/// be the one that rests on it.
fn every_source_is_cited(
    library: &Library,
    page: &Document,
    trace: &Trace,
    wanted: &[Statement],
    findings: &Findings,
) {
    let mut cited = BTreeSet::new();
    for statement in wanted {
        match statement.basis_in(Some(trace)) {
            Basis::Open => return,
            Basis::NoClaim => {}
            Basis::Named(names) => cited.extend(names),
        }
    }
    for source in &page.front.sources {
        let is_known = library.sources.by_id.contains_key(&source.value);
        if is_known && !cited.contains(&Name::Source(source.value.clone())) {
            let what = format!("no sentence is traced to the source `{}`", source.value);
            let remedy = format!(
                "Take it out of `sources`, or name it in {}{END} at the sentence that rests on it.",
                page.id
            );
            findings.add(&source.spot, what, remedy);
        }
    }
}

fn check_entry(
    library: &Library,
    page: &Document,
    (block, entry): (&str, &Entry),
    wanted: &[Statement],
    findings: &Findings,
) {
    let Entry { sentence, value } = entry;
    let is_there = |one: &Statement| one.block == block && one.text == sentence.value;
    if !wanted.iter().any(is_there) {
        let what = format!(
            "the trace of a sentence that is not in `{block}`: \"{}\"",
            short(&sentence.value)
        );
        let remedy = format!(
            "It was changed or taken out: `cargo xtask trace {}` drops it here.",
            page.id
        );
        findings.add(&sentence.spot, what, remedy);
        return;
    }
    match Basis::parse(&value.value) {
        Basis::NoClaim => {}
        Basis::Open => {
            let what = format!("nobody has traced \"{}\"", short(&sentence.value));
            let remedy =
                "Name its sources or seed facts, such as \"CRUK-BS S30\", or write \"no claim\".";
            findings.add(&value.spot, what, remedy);
        }
        Basis::Named(names) => {
            for name in names {
                if let Name::Source(source) = name {
                    check_source(library, page, &source, &value.spot, findings);
                }
            }
        }
    }
}

fn check_source(
    library: &Library,
    page: &Document,
    source: &str,
    spot: &Spot,
    findings: &Findings,
) {
    let is_listed = page.front.sources.iter().any(|id| id.value == source);
    if library.sources.is_whole && !library.sources.by_id.contains_key(source) {
        let what = format!("`{source}` is no source and no seed fact");
        let remedy = "Add the source to its file in content/sources/, or mend its name; a sentence without a claim has \"no claim\" and nothing else.";
        findings.add(spot, what, remedy);
    } else if !is_listed {
        let what = format!("the source `{source}` is not in the page's list");
        let remedy = format!(
            "Add \"{source}\" to `sources` of {}.md, or name another.",
            page.id
        );
        findings.add(spot, what, remedy);
    }
}

/// The beginning of a sentence.
fn short(text: &str) -> String {
    let mut words = text.split_whitespace();
    let begin: Vec<_> = words.by_ref().take(MOST_WORDS).collect();
    let more = if words.next().is_some() { " .." } else { "" };
    format!("{}{more}", begin.join(" "))
}
