//! Ids: well formed, free, and each only once.

use std::collections::BTreeMap;

use bearings_domain::{BlockId, PageId};

use crate::base::problem::{At, Findings, Spot};
use crate::parse::fields::Fields;

/// Ids that the compiler or the app gives to its own parts of a page.
const TAKEN: &[&str] = &[
    "app",
    "article",
    "ask-my-team",
    "in-short",
    "in-short-h",
    "main",
    "on-this-page",
    "self-test",
    "self-test-h",
    "sources",
    "first-signs",
    "title",
    "words-here",
];
/// Beginnings of such ids.
const TAKEN_BEGINNINGS: &[&str] = &["app-", "ask-", "check-", "letter-", "sign-", "term-"];

/// The id in the field `id`, well formed.
pub(crate) fn need(fields: &Fields<'_>) -> Option<At<String>> {
    let id = fields.need_text("id")?;
    is_well_formed(&id, fields.findings).then_some(id)
}

/// Whether an id is made of small letters, digits and hyphens. Says so if not.
pub(crate) fn is_well_formed(id: &At<String>, findings: &Findings) -> bool {
    let Err(error) = BlockId::parse(&id.value) else {
        return true;
    };
    let what = format!("`{}` is no id: {error}", id.value);
    findings.add(
        &id.spot,
        what,
        "Use small letters, digits and hyphens, such as \"bone-scan\".",
    );
    false
}

/// Whether a block may not have this id.
pub(crate) fn is_taken(name: &str) -> bool {
    TAKEN.contains(&name) || TAKEN_BEGINNINGS.iter().any(|start| name.starts_with(start))
}

/// The field `id` of a page says what its file is called.
pub(crate) fn same_as_file(fields: &Fields<'_>, id: &PageId) {
    if let Some(written) = fields.need_text("id")
        && written.value != id.as_str()
    {
        let what = format!("the id `{}` is not the name of the file", written.value);
        let remedy = format!("Write id = \"{id}\", or rename a file that was never published.");
        fields.findings.add(&written.spot, what, remedy);
    }
}

/// Notices ids that are used again.
#[derive(Debug, Default)]
pub(crate) struct Once {
    first: BTreeMap<String, Spot>,
}

impl Once {
    /// Whether the id is new. `kind` is what it names: "block", "term".
    pub fn is_new(&mut self, kind: &str, id: &str, spot: &Spot, findings: &Findings) -> bool {
        let Some(first) = self.first.get(id) else {
            self.first.insert(id.to_owned(), spot.clone());
            return true;
        };
        let what = format!("the {kind} id `{id}` is used twice");
        let remedy = format!(
            "The first one is at {}:{}. Rename the newer one.",
            first.file, first.line
        );
        findings.add(spot, what, remedy);
        false
    }
}
