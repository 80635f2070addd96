//! Every drug that the guide names, and what was held against a label or a public drug page.

use crate::base::date::Date;
use crate::base::problem::{At, Findings};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::plain_text;

/// A drug.
#[derive(Clone, Debug)]
pub(crate) struct Drug {
    pub id: At<String>,
    /// The generic name first, then brands.
    pub names: Vec<At<String>>,
    /// What kind of drug it is: "CDK4/6 drug".
    pub kind: At<String>,
    /// The page of its own, by id.
    pub page: Option<At<String>>,
    /// Ids of the labels and drug pages it was held against.
    pub against: Vec<At<String>>,
    /// The day that was done.
    pub checked: Option<Date>,
    /// What changed, and what the label does not say.
    pub note: Option<At<String>>,
}

/// The drugs of `drugs.toml`, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Drugs {
    pub all: Vec<Drug>,
    pub is_whole: bool,
}

impl Drugs {
    /// The drugs; a guide that names none has no file.
    pub fn read(files: &Files, findings: &Findings) -> Drugs {
        const NAME: &str = "content/drugs.toml";
        if !files.has(NAME) {
            return Drugs {
                all: Vec::new(),
                is_whole: true,
            };
        }
        let all = files.text_if_there(NAME, findings).and_then(|file| {
            fields::with_toml(&file, file.whole(), findings, |root| {
                let tables = root.named_tables().into_iter();
                let drugs: Vec<_> = tables.filter_map(|(id, table)| drug(id, &table)).collect();
                drugs
            })
        });
        Drugs {
            is_whole: all.is_some(),
            all: all.unwrap_or_default(),
        }
    }

    /// The drugs that a name stands for: one by its id or a name, or all of a kind.
    pub fn meant_by(&self, name: &str) -> impl Iterator<Item = &Drug> {
        let name = name.to_lowercase();
        self.all.iter().filter(move |drug| {
            let names = drug.names.iter().map(|name| &name.value);
            let mut all = names.chain([&drug.id.value, &drug.kind.value]);
            // A kind may stand in the plural: "strong painkillers".
            let singular = name.strip_suffix('s').unwrap_or(&name);
            all.any(|known| [name.as_str(), singular].contains(&known.to_lowercase().as_str()))
        })
    }

    /// Every single word of a name, in small letters.
    pub fn words(&self) -> impl Iterator<Item = String> {
        let names = self.all.iter().flat_map(|drug| &drug.names);
        names.flat_map(|name| {
            let words = name
                .value
                .split(|char: char| !char.is_alphanumeric() && char != '-');
            words.map(str::to_lowercase).collect::<Vec<_>>()
        })
    }
}

fn drug(id: At<String>, table: &Fields<'_>) -> Option<Drug> {
    let names = table.need_texts("names");
    let kind = plain_text::need(table, "kind");
    let page = table.text("page");
    let against = table.need_texts("against").unwrap_or_default();
    if against.is_empty() {
        let remedy = "Name the label or drug page it was held against: against = [\"SOURCE\"].";
        table.findings.add(
            &id.spot,
            format!("the drug `{}` was held against nothing", id.value),
            remedy,
        );
    }
    let checked = table.need_date("checked");
    let note = plain_text::may(table, "note");
    Some(Drug {
        id,
        names: names?,
        kind: kind?,
        page,
        against,
        checked,
        note,
    })
}
