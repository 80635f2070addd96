//! Rules about retired ids.

use crate::base::problem::Findings;
use crate::parse::library::Library;
use crate::rules::anchors::Anchors;

/// Every alias leads to something that is there, and nothing retired is used again.
pub(crate) fn check(library: &Library, anchors: &Anchors, findings: &Findings) {
    for (old, new) in &library.retired.pages {
        if library.find(old).is_some() {
            let what = format!("the page `{old}` is retired, and there is a page of that name");
            findings.add(
                &new.spot,
                what,
                "Take it out here, or give the new page another id.",
            );
        }
        let there = library.retired.final_page(old);
        if !there.is_some_and(|page| library.find(page).is_some() || library.broken.contains(page))
        {
            let what = format!(
                "the page `{old}` is said to be `{}`, which is not there",
                new.value
            );
            findings.add(&new.spot, what, "Name a page that is there.");
        }
    }
    for (old, new) in &library.retired.blocks {
        if anchors.has(&old.0, old.1.as_str()) {
            let what = format!(
                "the block `{}#{}` is retired, and it is there",
                old.0, old.1
            );
            findings.add(
                &new.spot,
                what,
                "Take it out here, or give the new block another id.",
            );
        }
        let there = library.retired.final_block(old);
        if !there.is_some_and(|(page, block)| {
            anchors.has(page, block.as_str()) || library.broken.contains(page)
        }) {
            let (page, block) = &new.value;
            let what = format!(
                "the block `{}#{}` is said to be `{page}#{block}`, which is not there",
                old.0, old.1
            );
            findings.add(&new.spot, what, "Name a block that is there.");
        }
    }
}
