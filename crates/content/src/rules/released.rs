//! Rules about ids that were published.

use crate::base::problem::Findings;
use crate::parse::library::Library;
use crate::rules::anchors::Anchors;

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
