//! Rules about search: everyday words lead to something that is there.

use bearings_domain::PageId;

use crate::base::problem::{At, Findings};
use crate::parse::everyday::Entry;
use crate::parse::library::Library;
use crate::rules::anchors::Anchors;

/// Every id of `everyday.toml` is there, and has words.
pub(crate) fn check(library: &Library, anchors: &Anchors, findings: &Findings) {
    let everyday = &library.everyday;
    let tables = [
        &everyday.signs,
        &everyday.pages,
        &everyday.terms,
        &everyday.little,
    ];
    tables
        .into_iter()
        .flatten()
        .for_each(|entry| has_words(entry, findings));
    for (id, _) in everyday.signs.iter().chain(&everyday.little) {
        if library.signs.is_whole && library.signs.find(&id.value).is_none() {
            let what = format!(
                "everyday words of the sign `{}`, which is defined nowhere",
                id.value
            );
            findings.add(&id.spot, what, "Mend the id, or take the line out.");
        }
    }
    for (id, _) in &everyday.terms {
        if library.glossary.is_whole && library.glossary.find(&id.value).is_none() {
            let what = format!(
                "everyday words of the term `{}`, which is not in the glossary",
                id.value
            );
            findings.add(&id.spot, what, "Mend the id, or take the line out.");
        }
    }
    for (id, _) in &everyday.pages {
        page(library, anchors, id, findings);
    }
    for (id, little) in &everyday.little {
        let Some(sign) = library.signs.find(&id.value) else {
            continue;
        };
        for words in little {
            if !sign.words.iter().any(|own| own.value == words.value) {
                let what = format!(
                    "`{}` are no words of the sign `{}` in signs.toml",
                    words.value, id.value
                );
                findings.add(
                    &words.spot,
                    what,
                    "Write them letter by letter, or take them out.",
                );
            }
        }
    }
}

fn has_words((id, words): &Entry, findings: &Findings) {
    if words.is_empty() {
        let what = format!("`{}` has no everyday words", id.value);
        findings.add(&id.spot, what, "Add some, or take the line out.");
    }
    for words in words {
        if bearings_search::words(&words.value).is_empty() {
            let what = format!("`{}` has no word in it", words.value);
            findings.add(
                &words.spot,
                what,
                "Write what people would type, or take it out.",
            );
        }
    }
}

fn page(library: &Library, anchors: &Anchors, id: &At<String>, findings: &Findings) {
    let (page, block) = id.value.split_once('#').unwrap_or((&id.value, ""));
    let known = PageId::parse(page)
        .ok()
        .filter(|page| library.find(page).is_some());
    let is_broken = PageId::parse(page).is_ok_and(|page| library.broken.contains(&page));
    match known {
        None if is_broken => {}
        None => {
            let what = format!("everyday words of the page `{page}`, which is not there");
            findings.add(&id.spot, what, "Mend the id, or take the line out.");
        }
        Some(known) if !block.is_empty() && !anchors.has(&known, block) => {
            let what = format!("the page `{page}` has no block `{block}`");
            findings.add(
                &id.spot,
                what,
                "Mend the id, or take the part from # on out.",
            );
        }
        Some(_) => {}
    }
}
