//! The lock file of ids: everything that was ever published, so that nothing vanishes unnoticed.

use bearings_domain::{BlockId, PageId};

use crate::base::problem::{Findings, Spot};
use crate::parse::files::Files;

/// The name of the lock file.
pub(crate) const FILE: &str = "content/released-ids.txt";

/// The ids in the lock file. There is none before the first release.
#[derive(Clone, Debug, Default)]
pub(crate) struct Released {
    /// In the order of the file: a page, or a block of it, and its line.
    pub lines: Vec<(PageId, Option<BlockId>, Spot)>,
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
}

fn parse(line: &str) -> Option<(PageId, Option<BlockId>)> {
    match line.split_once('#') {
        None => Some((PageId::parse(line).ok()?, None)),
        Some((page, block)) => Some((PageId::parse(page).ok()?, Some(BlockId::parse(block).ok()?))),
    }
}
