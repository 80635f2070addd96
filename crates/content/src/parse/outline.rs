//! The parts of the guide and the order of their pages, and the words about each part.

use bearings_domain::{Destination, PageId, PartId, PartKind};

use crate::base::problem::{At, Findings, Spot};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::ids::Once;
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
    if Destination::from_id(id.as_str()).is_some() {
        let what = format!("`{id}` is the name of a place");
        findings.add(&page.spot, what, "Give the page another id.");
    }
    once.is_new("page", id.as_str(), &page.spot, findings)
        .then(|| At::new(id, page.spot.clone()))
}

fn part_texts(files: &Files, id: &PartId, findings: &Findings) -> (At<String>, At<String>) {
    let name = format!("content/{}/{id}/part.toml", files.lang.code());
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
