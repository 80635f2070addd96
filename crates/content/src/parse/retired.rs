//! Ids that were once published, and what took their place.

use std::collections::BTreeMap;

use bearings_domain::{BlockId, PageId};

use crate::base::problem::{At, Findings};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;

/// A block of a page.
pub(crate) type PlaceInText = (PageId, BlockId);

/// What took the place of what. A successor may itself be retired.
#[derive(Clone, Debug, Default)]
pub(crate) struct Retired {
    pub pages: BTreeMap<PageId, At<PageId>>,
    pub blocks: BTreeMap<PlaceInText, At<PlaceInText>>,
}

impl Retired {
    pub fn read(files: &Files, findings: &Findings) -> Retired {
        let Some(file) = files.text("content/retired.toml", findings) else {
            return Retired::default();
        };
        let retired = fields::with_toml(&file, file.whole(), findings, |root| {
            let pages = root
                .table("pages")
                .map(|table| entries(&table, page))
                .unwrap_or_default();
            let blocks = root
                .table("blocks")
                .map(|table| entries(&table, block))
                .unwrap_or_default();
            root.finish();
            Retired { pages, blocks }
        });
        retired.unwrap_or_default()
    }

    /// The page that now stands for this one, through any number of changes.
    pub fn final_page(&self, id: &PageId) -> Option<&PageId> {
        follow(&self.pages, id)
    }

    /// The block that now stands for this one.
    pub fn final_block(&self, id: &PlaceInText) -> Option<&PlaceInText> {
        follow(&self.blocks, id)
    }
}

impl Retired {
    /// The blocks of a page whose place this block of it has taken.
    pub fn heirs(&self, page: &PageId) -> BTreeMap<&str, Vec<&str>> {
        let mut heirs: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for old in self.blocks.keys().filter(|old| old.0 == *page) {
            if let Some((heir_page, heir)) = self.final_block(old)
                && heir_page == page
            {
                heirs.entry(heir.as_str()).or_default().push(old.1.as_str());
            }
        }
        heirs
    }
}

/// Follows a chain to its end; `None` for one that runs in a circle.
fn follow<'a, T: Ord>(map: &'a BTreeMap<T, At<T>>, from: &T) -> Option<&'a T> {
    let mut at = &map.get(from)?.value;
    for _ in 0..map.len() {
        match map.get(at) {
            Some(next) => at = &next.value,
            None => return Some(at),
        }
    }
    None
}

fn entries<T: Ord>(table: &Fields<'_>, parse: impl Fn(&str) -> Option<T>) -> BTreeMap<T, At<T>> {
    let mut found = BTreeMap::new();
    for (old, new) in table.named_texts() {
        if let (Some(old), Some(successor)) = (parse(&old.value), parse(&new.value)) {
            found.insert(old, At::new(successor, new.spot.clone()));
            continue;
        }
        let what = format!("`{}` = `{}` does not name two ids", old.value, new.value);
        let remedy =
            "In [pages] write old-page = \"page\", in [blocks] \"page#old\" = \"page#block\".";
        table.findings.add(&old.spot, what, remedy);
    }
    found
}

fn page(text: &str) -> Option<PageId> {
    PageId::parse(text).ok()
}

fn block(text: &str) -> Option<PlaceInText> {
    let (page, block) = text.split_once('#')?;
    Some((PageId::parse(page).ok()?, BlockId::parse(block).ok()?))
}
