//! What people say of pages: the judgements of `pemat.toml`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use bearings_domain::Lang;
use serde::Serialize;

use crate::base::problem::{At, Findings, Spot};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;

/// Items about whether the material can be understood; 13 and 14 are about sound and film.
pub(crate) const UNDERSTANDABILITY: [u8; 17] =
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19];
/// Items about whether it can be acted on.
pub(crate) const ACTIONABILITY: [u8; 7] = [20, 21, 22, 23, 24, 25, 26];

/// Every item, in its order.
pub(crate) fn items() -> impl Iterator<Item = u8> {
    UNDERSTANDABILITY.into_iter().chain(ACTIONABILITY)
}

/// What is said to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The page does it.
    Agree,
    /// The page does not.
    Disagree,
    /// The item does not apply, such as one about drawings on a page without.
    NotApplicable,
    /// Nobody has judged it.
    Open,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Outcome::Agree => "agree",
            Outcome::Disagree => "disagree",
            Outcome::NotApplicable => "does not apply",
            Outcome::Open => "not judged",
        })
    }
}

/// What a person says to an item.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    pub outcome: Outcome,
    pub why: String,
    pub spot: Spot,
}

/// The file `pemat.toml`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pemat {
    pub is_there: bool,
    /// The items in words.
    pub items: BTreeMap<u8, String>,
    /// Other names of the glossary, in small letters, that are everyday words.
    pub everyday: BTreeSet<String>,
    /// Words with which an action begins: "ask", "call".
    pub actions: Vec<String>,
    /// Words by which the reader is addressed: "you", "your".
    pub you: Vec<String>,
    /// What holds for every page of the site.
    pub default: BTreeMap<u8, Judgement>,
    /// What holds for one page, by its id.
    pub pages: BTreeMap<String, (At<String>, BTreeMap<u8, Judgement>)>,
}

/// The name of the file.
pub(crate) fn file_name(lang: Lang) -> String {
    format!("content/{}/pemat.toml", lang.code())
}

impl Pemat {
    /// The file, which need not be there: then nothing but what a machine sees is judged.
    pub fn read(files: &Files, findings: &Findings) -> Pemat {
        let Some(file) = files.text_if_there(&file_name(files.lang), findings) else {
            return Pemat::default();
        };
        let pemat = fields::with_toml(&file, file.whole(), findings, |root| {
            let pages = root.table("pages").map(|table| table.named_tables());
            let pemat = Pemat {
                is_there: true,
                actions: words(&root, "actions"),
                you: words(&root, "you"),
                everyday: root
                    .texts("everyday")
                    .unwrap_or_default()
                    .into_iter()
                    .map(|word| word.value.to_lowercase())
                    .collect(),
                items: read_items(&root),
                default: root
                    .table("default")
                    .map(|table| judgements(&table))
                    .unwrap_or_default(),
                pages: pages
                    .unwrap_or_default()
                    .into_iter()
                    .map(|(id, table)| (id.value.clone(), (id, judgements(&table))))
                    .collect(),
            };
            root.finish();
            pemat
        });
        pemat.unwrap_or_default()
    }
}

fn words(root: &Fields<'_>, name: &'static str) -> Vec<String> {
    let words = root.need_texts(name).unwrap_or_default();
    words.into_iter().map(|word| word.value).collect()
}

fn read_items(root: &Fields<'_>) -> BTreeMap<u8, String> {
    let Some(table) = root.need_table("items") else {
        return BTreeMap::new();
    };
    let mut found = BTreeMap::new();
    for (name, text) in table.named_texts() {
        if let Some(item) = item(&name, table.findings) {
            found.insert(item, text.value);
        }
    }
    for item in items().filter(|item| !found.contains_key(item)) {
        let what = format!("item {item} is not put into words");
        let remedy = format!("Add a line {item} = \"..\" to [items].");
        table.findings.add(&table.spot, what, remedy);
    }
    found
}

/// The number of an item.
fn item(name: &At<String>, findings: &Findings) -> Option<u8> {
    let number = name.value.parse().ok();
    let found = number.filter(|number| items().any(|item| item == *number));
    if found.is_none() {
        let what = format!("`{}` is no item of PEMAT-P", name.value);
        findings.add(&name.spot, what, "They are 1 to 12 and 15 to 26.");
    }
    found
}

fn judgements(table: &Fields<'_>) -> BTreeMap<u8, Judgement> {
    let mut found = BTreeMap::new();
    for (name, fields) in table.named_tables() {
        let item = item(&name, table.findings);
        let judgement = judgement(fields);
        if let (Some(item), Some(judgement)) = (item, judgement) {
            found.insert(item, judgement);
        }
    }
    found
}

fn judgement(fields: Fields<'_>) -> Option<Judgement> {
    let outcome = match (fields.choice("agree"), fields.choice("applies")) {
        (Some(true), None) => Some(Outcome::Agree),
        (Some(false), None) => Some(Outcome::Disagree),
        (None, Some(false)) => Some(Outcome::NotApplicable),
        _ => None,
    };
    if outcome.is_none() {
        let remedy = "Write { agree = true, why = \"..\" }, or agree = false, or applies = false.";
        fields.findings.add(
            &fields.spot,
            "a judgement that says neither yes nor no",
            remedy,
        );
    }
    let (why, spot) = (fields.need_text("why"), fields.spot.clone());
    fields.finish();
    Some(Judgement {
        outcome: outcome?,
        why: why?.value,
        spot,
    })
}
