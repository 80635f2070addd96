//! Where the facts come from.

use std::collections::BTreeMap;

use bearings_domain::Lang;

use crate::base::problem::{At, Findings, Spot};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::ids::Once;

/// The folder with a file for each kind.
const FOLDER: &str = "content/sources/";
/// The year of a source that shows none.
const NOT_SHOWN: &str = "not shown";
/// What stands in `seen` when a source was read on another site.
const COPY: &str = "stored copy";
/// Fewer sources than this do not carry a page.
const AT_LEAST: usize = 2;

/// What a source may be: a closed list, each with a file of its own in `content/sources/`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A health service or agency.
    Agency,
    /// A guideline body or professional society.
    Guideline,
    /// A cancer charity or patient organisation.
    Charity,
    /// A hospital or cancer centre.
    Hospital,
    /// A product label, or the leaflet that comes with it.
    Label,
    /// A peer-reviewed paper.
    Paper,
}

impl Kind {
    const ALL: [Kind; 6] = [
        Kind::Agency,
        Kind::Guideline,
        Kind::Charity,
        Kind::Hospital,
        Kind::Label,
        Kind::Paper,
    ];

    /// The name of its file, without the ending.
    pub const fn name(self) -> &'static str {
        match self {
            Kind::Agency => "agency",
            Kind::Guideline => "guideline",
            Kind::Charity => "charity",
            Kind::Hospital => "hospital",
            Kind::Label => "label",
            Kind::Paper => "paper",
        }
    }
}

/// One source, cited by its own title, body, year and address, never by a mirror of it.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    pub kind: Kind,
    pub who: String,
    pub title: String,
    /// The language of its title, where that is not English.
    pub lang: Option<Lang>,
    /// Its address; `None` when nobody saw it: an address is never made up.
    pub url: Option<String>,
    /// The year it shows; `None` when it shows none.
    pub year: Option<u16>,
    /// It was read in a stored copy on another site.
    pub is_copy: bool,
}

/// All sources, by id.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sources {
    pub by_id: BTreeMap<String, Source>,
    pub is_whole: bool,
}

impl Sources {
    pub fn read(files: &Files, findings: &Findings) -> Sources {
        let mut sources = Sources {
            by_id: BTreeMap::new(),
            is_whole: true,
        };
        let mut once = Once::default();
        let mut known = Vec::new();
        for kind in Kind::ALL {
            let name = format!("{FOLDER}{}.toml", kind.name());
            if files.has(&name) {
                sources.read_kind(kind, &name, files, &mut once, findings);
            }
            known.push(name);
        }
        for name in files.names(FOLDER) {
            if !known.iter().any(|known| known == name) {
                let what = "a kind of source that the guide does not rest on";
                let kinds: Vec<_> = Kind::ALL.into_iter().map(Kind::name).collect();
                let remedy = format!("The files are {}, each with .toml.", kinds.join(", "));
                findings.add(&Spot::new(name, 1), what, remedy);
            }
        }
        sources
    }

    fn read_kind(
        &mut self,
        kind: Kind,
        name: &str,
        files: &Files,
        once: &mut Once,
        findings: &Findings,
    ) {
        let read = files.text_if_there(name, findings).and_then(|file| {
            fields::with_toml(&file, file.whole(), findings, |root| {
                for (id, table) in root.named_tables() {
                    if once.is_new("source", &id.value, &id.spot, findings)
                        && let Some(source) = read_source(kind, &id, table)
                    {
                        self.by_id.insert(id.value.clone(), source);
                    }
                }
            })
        });
        self.is_whole &= read.is_some();
    }
}

fn read_source(kind: Kind, id: &At<String>, table: Fields<'_>) -> Option<Source> {
    let findings = table.findings;
    let well_formed = id.value.starts_with(|char: char| char.is_ascii_uppercase())
        && id
            .value
            .bytes()
            .all(|b| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'-');
    if !well_formed {
        // Capital letters keep them apart from the ids of blocks on the destination Sources.
        let what = format!("`{}` is no source id", id.value);
        findings.add(
            &id.spot,
            what,
            "Use capital letters, digits and hyphens, such as CRUK-BS.",
        );
    }
    let who = table.need_text("who");
    let title = table.need_text("title");
    let year = table.need_text("year");
    let url = table.text("url");
    let seen = table.text("seen");
    let lang = table.text("lang");
    table.finish();
    let known = lang.as_ref().and_then(|lang| Lang::parse(&lang.value));
    if let Some(lang) = &lang
        && known.is_none()
    {
        let remedy = "Write its two small letters, such as lang = \"es\".";
        findings.add(&lang.spot, "this is no language", remedy);
    }
    if let Some(url) = &url
        && !is_web_address(&url.value)
    {
        let remedy = "Begin with https:// (or http://), with no spaces and no quotes inside.";
        findings.add(&url.spot, "this is no web address", remedy);
    }
    if let Some(seen) = &seen
        && seen.value != COPY
    {
        let remedy =
            "Write seen = \"stored copy\" when it was read on another site, or leave the line out.";
        findings.add(&seen.spot, "an unknown way in which it was read", remedy);
    }
    let year = year?;
    let number = year
        .value
        .parse()
        .ok()
        .filter(|year| (1900..=2100).contains(year));
    if number.is_none() && year.value != NOT_SHOWN {
        let remedy = "Write the year it shows, such as \"2024\", or \"not shown\".";
        findings.add(&year.spot, "this is no year", remedy);
    }
    Some(Source {
        kind,
        who: who?.value,
        title: title?.value,
        lang: known,
        url: url.map(|url| url.value),
        year: number,
        is_copy: seen.is_some(),
    })
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
