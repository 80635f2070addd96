//! Numbers by country: the emergency number, and lines that listen. They stand in
//! `countries.toml` alone; Help, the card and *Helplines* show them from there.

use crate::base::problem::{At, Findings};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::ids::{self, Once};
use crate::parse::plain_text;

/// A line that listens.
#[derive(Clone, Debug)]
pub(crate) struct Listening {
    pub name: At<String>,
    /// As people write it, such as `116 123`.
    pub number: At<String>,
    /// How to reach it by text message, in a sentence.
    pub text: Option<At<String>>,
    pub hours: Option<At<String>>,
}

/// A country with its numbers.
#[derive(Clone, Debug)]
pub(crate) struct Country {
    pub id: At<String>,
    pub name: At<String>,
    /// A short name, for a button.
    pub short: At<String>,
    /// The emergency number; `None` when no source says it.
    pub emergency: Option<At<String>>,
    /// Another way to reach it, such as a text service for deaf people.
    pub also: Option<At<String>>,
    /// Whether its button stands in the first row of Help.
    pub first: bool,
    /// The region of words whose readers are most likely to need it: `uk` or `us`.
    pub region: Option<String>,
    pub listen: Vec<Listening>,
    pub sources: Vec<At<String>>,
}

/// The countries, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Countries {
    pub all: Vec<Country>,
    pub is_whole: bool,
}

impl Countries {
    /// The countries; a guide without numbers has no file.
    pub fn read(files: &Files, findings: &Findings) -> Countries {
        let name = format!("content/{}/countries.toml", files.lang.code());
        if !files.has(&name) {
            return Countries {
                all: Vec::new(),
                is_whole: true,
            };
        }
        let all = files.text_if_there(&name, findings).and_then(|file| {
            fields::with_toml(&file, file.whole(), findings, |root| {
                let mut once = Once::default();
                let tables = root.tables("country");
                root.finish();
                let countries = tables.into_iter();
                let countries = countries.filter_map(|table| country(table, &mut once));
                countries.collect()
            })
        });
        Countries {
            is_whole: all.is_some(),
            all: all.unwrap_or_default(),
        }
    }

    /// The country with this id.
    pub fn find(&self, id: &str) -> Option<&Country> {
        self.all.iter().find(|country| country.id.value == id)
    }
}

fn country(table: Fields<'_>, once: &mut Once) -> Option<Country> {
    let findings = table.findings;
    let id = ids::need(&table);
    let name = plain_text::need(&table, "name");
    let short = plain_text::may(&table, "short");
    let emergency = table.text("emergency");
    let unknown = plain_text::may(&table, "emergency_unknown");
    if emergency.is_some() == unknown.is_some() {
        let remedy =
            "Write emergency = \"999\", or emergency_unknown = \"why\" when no source says it.";
        findings.add(&table.spot, "a country needs its emergency number", remedy);
    }
    if let Some(number) = &emergency
        && !number.value.bytes().all(|byte| byte.is_ascii_digit())
    {
        findings.add(
            &number.spot,
            "an emergency number that is not digits",
            "Write the digits alone.",
        );
    }
    let also = plain_text::may(&table, "also");
    let first = table.flag("first");
    let region = table.text("region").and_then(|region| {
        let is_known = matches!(region.value.as_str(), "uk" | "us");
        if !is_known {
            findings.add(
                &region.spot,
                "an unknown region of words",
                "Write \"uk\" or \"us\".",
            );
        }
        is_known.then_some(region.value)
    });
    let listen = table
        .tables("listen")
        .into_iter()
        .filter_map(listening)
        .collect();
    let sources = table.need_texts("sources").unwrap_or_default();
    table.finish();
    let (id, name) = (id?, name?);
    once.is_new("country", &id.value, &id.spot, findings);
    Some(Country {
        short: short.unwrap_or_else(|| name.clone()),
        id,
        name,
        emergency,
        also,
        first,
        region,
        listen,
        sources,
    })
}

fn listening(table: Fields<'_>) -> Option<Listening> {
    let name = plain_text::need(&table, "name");
    let number = plain_text::need(&table, "number");
    let text = plain_text::may(&table, "text");
    let hours = plain_text::may(&table, "hours");
    table.finish();
    Some(Listening {
        name: name?,
        number: number?,
        text,
        hours,
    })
}
