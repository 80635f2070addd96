//! Where every sentence of a page comes from: the side file `<page>.trace.toml`.
//!
//! A trace holds each sentence in its own words, so that an edit of the page makes it stale, and
//! someone has to read the new sentence against its sources again.

use std::collections::BTreeMap;

use bearings_domain::PageId;

use crate::base::date::Date;
use crate::base::problem::{At, Findings};
use crate::parse::document::Document;
use crate::parse::fields::{self, Fields};
use crate::parse::files::{Files, SourceFile};
use crate::parse::seed_facts::SeedFact;

/// How the name of a trace ends.
pub(crate) const END: &str = ".trace.toml";
/// The value of a sentence that claims nothing: advice on manners, a link, comfort.
pub(crate) const NO_CLAIM: &str = "no claim";

/// The file with the switch.
const SWITCH: &str = "content/trace.toml";

/// What one sentence stands on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Basis {
    /// Nobody has said yet.
    Open,
    NoClaim,
    /// Sources and seed facts.
    Named(Vec<Name>),
}

/// A word in the value of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Name {
    Fact(SeedFact),
    Source(String),
}

impl Basis {
    pub fn parse(value: &str) -> Basis {
        match value.trim() {
            "" => Basis::Open,
            NO_CLAIM => Basis::NoClaim,
            names => Basis::Named(names.split_whitespace().map(Name::parse).collect()),
        }
    }
}

impl Name {
    fn parse(word: &str) -> Name {
        SeedFact::parse(word).map_or_else(|| Name::Source(word.to_owned()), Name::Fact)
    }
}

/// A sentence of the side file, and what is said about it.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub sentence: At<String>,
    pub value: At<String>,
}

/// The side file of one page.
#[derive(Clone, Debug)]
pub(crate) struct Trace {
    /// The day someone read the page against its sources.
    pub read: Option<Date>,
    /// For each block its sentences, in order of line.
    pub blocks: Vec<(At<String>, Vec<Entry>)>,
}

impl Trace {
    /// What is said about a sentence of a block.
    pub fn find(&self, block: &str, sentence: &str) -> Option<&Entry> {
        let mut tables = self.blocks.iter().filter(|(name, _)| name.value == block);
        tables.find_map(|(_, entries)| {
            let mut entries = entries.iter();
            entries.find(|entry| entry.sentence.value == sentence)
        })
    }
}

/// Every trace, and whether each page needs one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Traces {
    /// `required` of `content/trace.toml`; `false` while there is no such file.
    pub required: bool,
    pub by_page: BTreeMap<PageId, Trace>,
    /// Traces that could not be read: that a page has none is then nobody else's mistake.
    pub broken: Vec<String>,
    /// Traces beside which there is no page.
    pub orphans: Vec<String>,
}

/// The name of a page's side file.
pub(crate) fn file_of(document: &Document) -> String {
    let page: &str = &document.top.file;
    format!("{}{END}", page.strip_suffix(".md").unwrap_or(page))
}

impl Traces {
    /// Reads the side file of each page, and the switch.
    pub fn read<'a>(
        files: &Files,
        pages: impl Iterator<Item = &'a Document>,
        findings: &Findings,
    ) -> Traces {
        let mut traces = Traces {
            required: is_required(files, findings),
            ..Traces::default()
        };
        for page in pages {
            let name = file_of(page);
            let Some(file) = files.text_if_there(&name, findings) else {
                if files.has(&name) {
                    traces.broken.push(name);
                }
                continue;
            };
            match read(&file, findings) {
                Some(trace) => drop(traces.by_page.insert(page.id.clone(), trace)),
                None => traces.broken.push(name),
            }
        }
        let folder = format!("content/{}/", files.lang.code());
        traces.orphans = files
            .names(&folder)
            .filter_map(|name| name.strip_suffix(END))
            .filter(|stem| !files.has(&format!("{stem}.md")))
            .map(|stem| format!("{stem}{END}"))
            .collect();
        traces
    }

    pub fn of(&self, page: &Document) -> Option<&Trace> {
        self.by_page.get(&page.id)
    }
}

/// Whether every page needs a trace: `required = true` in `content/trace.toml`.
fn is_required(files: &Files, findings: &Findings) -> bool {
    let Some(file) = files.text_if_there(SWITCH, findings) else {
        return false;
    };
    let required = fields::with_toml(&file, file.whole(), findings, |root| {
        let required = root.flag("required");
        root.finish();
        required
    });
    required.unwrap_or(false)
}

/// One side file. `None` when it is not TOML; that is then a problem already.
pub(crate) fn read(file: &SourceFile, findings: &Findings) -> Option<Trace> {
    fields::with_toml(file, file.whole(), findings, |root| {
        let read = root.need_date("read");
        let tables = root.named_tables();
        Trace {
            read,
            blocks: tables
                .into_iter()
                .map(|(block, table)| (block, entries(&table)))
                .collect(),
        }
    })
}

fn entries(table: &Fields<'_>) -> Vec<Entry> {
    let texts = table.named_texts().into_iter();
    texts
        .map(|(sentence, value)| Entry { sentence, value })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_names_sources_and_facts_or_says_that_there_is_no_claim() {
        assert_eq!(Basis::parse(" "), Basis::Open);
        assert_eq!(Basis::parse("no claim"), Basis::NoClaim);
        let Basis::Named(names) = Basis::parse("CRUK-BS S30") else {
            panic!("two names");
        };
        assert!(matches!(&names[..], [Name::Source(id), Name::Fact(_)] if id == "CRUK-BS"));
    }
}
