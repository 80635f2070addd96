//! The parts of the guide and the order of their pages, and the words about each part.

use std::collections::BTreeSet;
use std::path::Path;

use bearings_domain::{PageId, PartId, PartKind, Route};

use crate::base::problem::{At, Findings, Spot};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::front_matter::Audience;
use crate::parse::ids::Once;
use crate::parse::library::Library;
use crate::parse::plain_text;

/// The name of the outline.
pub(crate) const FILE: &str = "content/outline.toml";

/// A part, as the outline lists it.
#[derive(Clone, Debug)]
pub(crate) struct OutlinePart {
    pub id: PartId,
    pub kind: PartKind,
    pub pages: Vec<At<PageId>>,
    pub title: At<String>,
    pub short: At<String>,
}

/// The parts in their order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Outline {
    pub parts: Vec<OutlinePart>,
    /// Whether every entry could be read.
    pub is_whole: bool,
}

impl Outline {
    pub fn read(files: &Files, findings: &Findings) -> Outline {
        let Some(file) = files.text(FILE, findings) else {
            return Outline::default();
        };
        let outline = fields::with_toml(&file, file.whole(), findings, |root| {
            let mut once = Seen::default();
            let tables = root.tables("part");
            root.finish();
            let written = tables.len();
            let read = |table| read_part(files, table, &mut once);
            let parts: Vec<_> = tables.into_iter().filter_map(read).collect();
            Outline {
                is_whole: parts.len() == written,
                parts,
            }
        });
        outline.unwrap_or_default()
    }

    pub fn part(&self, id: &PartId) -> Option<&OutlinePart> {
        self.parts.iter().find(|part| part.id == *id)
    }
}

/// Ids that were used: a page may be called like its part.
#[derive(Default)]
struct Seen {
    parts: Once,
    pages: Once,
}

fn read_part(files: &Files, table: Fields<'_>, once: &mut Seen) -> Option<OutlinePart> {
    let findings = table.findings;
    let id = table
        .need_text("id")
        .and_then(|id| match PartId::parse(&id.value) {
            Ok(part) if once.parts.is_new("part", &id.value, &id.spot, findings) => Some(part),
            Ok(_) => None,
            Err(error) => {
                let what = format!("`{}` is no id: {error}", id.value);
                findings.add(&id.spot, what, "Use small letters, digits and hyphens.");
                None
            }
        });
    let kind = table
        .need_text("kind")
        .and_then(|kind| match kind.value.as_str() {
            "spine" => Some(PartKind::Spine),
            "topic" => Some(PartKind::Topic),
            "choose" => Some(PartKind::Choose),
            other => {
                let what = format!("the kind `{other}` is unknown");
                findings.add(
                    &kind.spot,
                    what,
                    "Write \"spine\", \"topic\" or \"choose\".",
                );
                None
            }
        });
    let pages = table.need_texts("pages").unwrap_or_default();
    let pages = pages
        .iter()
        .filter_map(|page| read_page(page, &mut once.pages, findings))
        .collect();
    table.finish();
    let id = id?;
    let (title, short) = part_texts(files, &id, findings);
    Some(OutlinePart {
        id,
        kind: kind?,
        pages,
        title,
        short,
    })
}

fn read_page(page: &At<String>, once: &mut Once, findings: &Findings) -> Option<At<PageId>> {
    let id = match PageId::parse(&page.value) {
        Ok(id) => id,
        Err(error) => {
            let what = format!("`{}` is no id: {error}", page.value);
            findings.add(&page.spot, what, "Use small letters, digits and hyphens.");
            return None;
        }
    };
    if Route::from_destination_id(id.as_str()).is_some() {
        let what = format!("`{id}` is the name of a place");
        findings.add(&page.spot, what, "Give the page another id.");
    }
    once.is_new("page", id.as_str(), &page.spot, findings)
        .then(|| At::new(id, page.spot.clone()))
}

fn part_texts(files: &Files, id: &PartId, findings: &Findings) -> (At<String>, At<String>) {
    let name = format!("content/{}/{id}/part.toml", files.language);
    let empty = || At::new(String::new(), Spot::new(&name, 1));
    let texts = files.text(&name, findings).and_then(|file| {
        fields::with_toml(&file, file.whole(), findings, |root| {
            let texts = (
                plain_text::need(&root, "title"),
                plain_text::need(&root, "short"),
            );
            root.finish();
            texts
        })
    });
    let (title, short) = texts.unwrap_or_default();
    (title.unwrap_or_else(empty), short.unwrap_or_else(empty))
}

/// Every page is in the outline and every outlined page has a file, in the folder of its part;
/// its audience is that of the part.
pub(crate) fn check(library: &Library, files: &Files, findings: &Findings) {
    if !library.outline.is_whole {
        return;
    }
    let mut outlined = BTreeSet::new();
    for part in &library.outline.parts {
        for page in &part.pages {
            let name = format!("content/{}/{}/{}.md", files.language, part.id, page.value);
            if !files.has(&name) {
                let what = format!("the page `{}` has no file", page.value);
                let remedy = format!("Write {name}, or take the page out of the outline.");
                findings.add(&page.spot, what, remedy);
            }
            outlined.insert(name);
        }
    }
    forgotten(files, &outlined, findings);
    audiences(library, findings);
}

fn forgotten(files: &Files, outlined: &BTreeSet<String>, findings: &Findings) {
    let folder = format!("content/{}/", files.language);
    let places = format!("{folder}places/");
    for name in files
        .names(&folder)
        .filter(|name| Path::new(name).extension().is_some_and(|end| end == "md"))
    {
        if !outlined.contains(name) && !name.starts_with(&places) {
            let remedy = format!("Add its id to the pages of its part in {FILE}.");
            findings.add(
                &Spot::new(name, 1),
                "this page is not in the outline",
                remedy,
            );
        }
    }
}

fn audiences(library: &Library, findings: &Findings) {
    for document in &library.documents {
        let (Some(audience), Some(part)) = (&document.front.audience, &document.part) else {
            continue;
        };
        let is_choose = audience.value == Audience::ChooseToRead;
        if library.outline.part(part).is_some() && is_choose != library.is_choose(document) {
            let remedy =
                "In a part of kind \"choose\" write \"choose-to-read\", elsewhere \"everyone\".";
            findings.add(
                &audience.spot,
                "the audience is not that of the part",
                remedy,
            );
        }
    }
}
