//! The lock file of published ids, as it has to be.

use std::collections::BTreeSet;

use bearings_domain::{BlockId, PageId};

use crate::parse::library::Library;
use crate::rules::anchors::Anchors;

/// What stands at the top of the lock file.
const HEAD: &str = "\
# Every id that was ever published: page, or page#block. Written by `cargo xtask ids --release`.
# Do not take lines out: links, notes and reading places of people hold on to these names.
";

/// The lock file with every id of today added.
pub(super) fn with_all_of(library: &Library, anchors: &Anchors) -> String {
    let mut lines: BTreeSet<String> = library
        .released
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

fn line(page: &PageId, block: Option<&BlockId>) -> String {
    block.map_or_else(|| page.to_string(), |block| format!("{page}#{block}"))
}
