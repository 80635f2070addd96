//! The lock file of ids: everything that was ever published, so that nothing vanishes unnoticed.

use std::collections::BTreeSet;

use bearings_domain::{BlockId, PageId};

use crate::base::problem::{Findings, Spot};
use crate::parse::files::Files;
use crate::parse::library::Library;
use crate::rules::anchors::Anchors;

/// The name of the lock file.
pub(crate) const FILE: &str = "content/released-ids.txt";

/// What stands at the top of the lock file.
const HEAD: &str = "\
# Every id that was ever published: page, or page#block. Written by `cargo xtask ids --release`.
# Do not take lines out: links, notes and reading places of people hold on to these names.
";

/// The ids in the lock file. There is none before the first release.
#[derive(Clone, Debug, Default)]
pub(crate) struct Released {
    lines: Vec<(PageId, Option<BlockId>, Spot)>,
}

impl Released {
    pub fn read(files: &Files, findings: &Findings) -> Released {
        let mut released = Released::default();
        let Some(file) = files.text_if_there(FILE, findings) else {
            return released;
        };
        for (number, line) in file.text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let spot = Spot::new(FILE, number + 1);
            match parse(line) {
                Some((page, block)) => released.lines.push((page, block, spot)),
                None => findings.add(
                    &spot,
                    format!("`{line}` is no id"),
                    "Bring the file back as it was, then run `cargo xtask ids --release`.",
                ),
            }
        }
        released
    }

    /// Whether a page of this name was ever published.
    pub fn knows(&self, id: &PageId) -> bool {
        self.lines.iter().any(|(page, ..)| page == id)
    }

    /// The lock file with every id of today added.
    pub fn with_all_of(&self, library: &Library, anchors: &Anchors) -> String {
        let mut lines: BTreeSet<String> = self
            .lines
            .iter()
            .map(|(page, block, _)| line(page, block.as_ref()))
            .collect();
        for document in &library.documents {
            lines.insert(document.id.to_string());
            lines.extend(
                anchors
                    .authored(&document.id)
                    .map(|id| format!("{}#{id}", document.id)),
            );
        }
        let mut text = HEAD.to_owned();
        for line in lines {
            text.push_str(&line);
            text.push('\n');
        }
        text
    }
}

fn parse(line: &str) -> Option<(PageId, Option<BlockId>)> {
    match line.split_once('#') {
        None => Some((PageId::parse(line).ok()?, None)),
        Some((page, block)) => Some((PageId::parse(page).ok()?, Some(BlockId::parse(block).ok()?))),
    }
}

fn line(page: &PageId, block: Option<&BlockId>) -> String {
    block.map_or_else(|| page.to_string(), |block| format!("{page}#{block}"))
}

/// Everything that was released is there, or `retired.toml` says what took its place.
pub(crate) fn check(library: &Library, anchors: &Anchors, findings: &Findings) {
    for (page, block, spot) in &library.released.lines {
        if library.broken.contains(page) || library.retired.pages.contains_key(page) {
            continue;
        }
        if library.find(page).is_none() {
            // Its blocks need no complaint of their own.
            if block.is_none() {
                let what = format!("the page `{page}` was published and has vanished");
                let remedy = format!(
                    "Bring it back, or add {page} = \"new-page\" to [pages] of retired.toml."
                );
                findings.add(spot, what, remedy);
            }
            continue;
        }
        let Some(block) = block else { continue };
        let is_retired = library
            .retired
            .blocks
            .contains_key(&(page.clone(), block.clone()));
        if !is_retired && !anchors.has(page, block.as_str()) {
            let what = format!("the block `{page}#{block}` was published and has vanished");
            let remedy = format!(
                "Bring the name back, or add \"{page}#{block}\" = \"page#block\" to [blocks] of retired.toml."
            );
            findings.add(spot, what, remedy);
        }
    }
}
