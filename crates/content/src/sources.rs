//! Where the facts come from.

use std::collections::{BTreeMap, BTreeSet};

use crate::fields::{self, Fields};
use crate::files::Files;
use crate::library::Library;
use crate::problem::{At, Findings};

/// Fewer sources than this do not carry a page.
const AT_LEAST: usize = 2;

/// One source.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub who: String,
    pub title: String,
    pub url: String,
    /// The date shown on the source, in its own words.
    pub date: String,
}

/// All sources, by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources {
    pub by_id: BTreeMap<String, Source>,
    pub is_whole: bool,
}

impl Sources {
    pub fn read(files: &Files, findings: &Findings) -> Sources {
        let Some(file) = files.text("content/sources.toml", findings) else {
            return Sources::default();
        };
        let found = fields::with_toml(&file, file.whole(), findings, |root| {
            let tables = root.named_tables();
            tables
                .into_iter()
                .filter_map(|(id, table)| read_source(&id, table))
                .collect()
        });
        let is_whole = found.is_some();
        Sources {
            by_id: found.unwrap_or_default(),
            is_whole,
        }
    }
}

fn read_source(id: &At<String>, table: Fields<'_>) -> Option<(String, Source)> {
    let findings = table.findings;
    let well_formed = id.value.starts_with(|char: char| char.is_ascii_uppercase())
        && id
            .value
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
    if !well_formed {
        // Capital letters keep them apart from the ids of blocks on the place Sources.
        let what = format!("`{}` is no source id", id.value);
        findings.add(
            &id.spot,
            what,
            "Use capital letters, digits and hyphens, such as CRUK-BS.",
        );
    }
    let who = table.need_text("who");
    let title = table.need_text("title");
    let url = table.need_text("url");
    let date = table.need_text("date");
    if let Some(tier) = table.need_small_number("tier")
        && !(1..=3).contains(&tier.value)
    {
        findings.add(
            &tier.spot,
            "a tier other than 1, 2 or 3",
            "See the top of sources.toml.",
        );
    }
    table.finish();
    let url = url?;
    if !is_web_address(&url.value) {
        let remedy = "Begin with https:// (or http://), with no spaces and no quotes inside.";
        findings.add(&url.spot, "this is no web address", remedy);
    }
    let source = Source {
        who: who?.value,
        title: title?.value,
        url: url.value,
        date: date?.value,
    };
    Some((id.value.clone(), source))
}

fn is_web_address(url: &str) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.starts_with(|char: char| char.is_ascii_alphanumeric())
            && rest
                .bytes()
                .all(|byte| byte.is_ascii_graphic() && !b"\"<>\\^`{|}".contains(&byte))
    })
}

/// The field `sources` of a page, which has to name enough of them.
pub(crate) fn need(fields: &Fields<'_>) -> Vec<At<String>> {
    let Some(named) = fields.need_texts("sources") else {
        return Vec::new();
    };
    if named.len() < AT_LEAST {
        let spot = named.first().map_or(&fields.spot, |first| &first.spot);
        let what = format!("fewer than two sources ({})", named.len());
        let remedy = "Every page stands on at least two: sources = [\"ONE\", \"TWO\"].";
        fields.findings.add(spot, what, remedy);
    }
    named
}

/// Ids of the sources that pages or words name.
pub(crate) fn used(library: &Library) -> BTreeSet<&str> {
    let pages = library
        .documents
        .iter()
        .flat_map(|document| &document.front.sources);
    let words = library.glossary.terms.iter().flat_map(|term| &term.sources);
    pages.chain(words).map(|id| id.value.as_str()).collect()
}

/// Every source that is named is there, and named once.
pub(crate) fn check(library: &Library, findings: &Findings) {
    for document in &library.documents {
        check_list(library, &document.front.sources, findings);
    }
    for term in &library.glossary.terms {
        check_list(library, &term.sources, findings);
    }
}

fn check_list(library: &Library, named: &[At<String>], findings: &Findings) {
    let mut seen = BTreeSet::new();
    for id in named {
        if library.sources.is_whole && !library.sources.by_id.contains_key(&id.value) {
            let what = format!("the source `{}` is unknown", id.value);
            findings.add(
                &id.spot,
                what,
                "Add it to content/sources.toml, or mend its name.",
            );
        }
        if !seen.insert(&id.value) {
            let what = format!("the source `{}` is named twice", id.value);
            findings.add(&id.spot, what, "Name it once.");
        }
    }
}
