//! Rules about the outline.

use std::collections::BTreeSet;
use std::path::Path;

use crate::base::problem::{Findings, Spot};
use crate::parse::files::Files;
use crate::parse::front_matter::Audience;
use crate::parse::library::Library;
use crate::parse::outline::FILE;

/// Every page is in the outline and every outlined page has a file, in the folder of its part;
/// its audience is that of the part.
pub(crate) fn check(library: &Library, files: &Files, findings: &Findings) {
    if !library.outline.is_whole {
        return;
    }
    let mut outlined = BTreeSet::new();
    for part in &library.outline.parts {
        for page in &part.pages {
            let name = format!(
                "content/{}/{}/{}.md",
                files.lang.code(),
                part.id,
                page.value
            );
            if library.is_original() && !files.has(&name) {
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
    let folder = format!("content/{}/", files.lang.code());
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
