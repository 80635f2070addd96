//! What a translation has in common with the English guide: links, positions in the text, marks and
//! notes hold on to the same names in every language, and a sign is as urgent.

use bearings_domain::Destination;

use crate::base::problem::{Findings, Spot};
use crate::parse::library::Library;
use crate::rules::anchors::Anchors;

/// Every page of the translation has the blocks of its English page, every sign its level, and
/// every word that it explains is one of the English glossary.
pub(crate) fn check(
    library: &Library,
    anchors: &Anchors,
    (original, original_anchors): (&Library, &Anchors),
    findings: &Findings,
) {
    for document in &library.documents {
        if original.find(&document.id).is_none() {
            // The outline, or the list of places, says so of it.
            continue;
        }
        let (own, english) = (anchors, original_anchors);
        for id in english.authored(&document.id) {
            if !own.is_authored(&document.id, id) {
                let what = format!("the English page has a block `{id}`, and this one has not");
                let remedy = "Give what says the same this name, letter by letter: links and places in the text hold on to it in every language.";
                findings.add(&document.top, what, remedy);
            }
        }
        for id in own.authored(&document.id) {
            if !english.is_authored(&document.id, id) {
                let what = format!("there is no block `{id}` on the English page");
                let remedy =
                    "Name each block as its English one; what is new is written in English first.";
                findings.add(&document.top, what, remedy);
            }
        }
    }
    levels(library, original, findings);
    words(library, original, findings);
}

fn levels(library: &Library, original: &Library, findings: &Findings) {
    for sign in &library.signs.all {
        let english = original.signs.find(&sign.id.value);
        if english.is_none_or(|english| english.level != sign.level) {
            let what = format!(
                "the sign `{}` is ranked otherwise in English",
                sign.id.value
            );
            let remedy = "Give it the id and the level that it has in content/en/signs.toml.";
            findings.add(&sign.id.spot, what, remedy);
        }
    }
}

fn words(library: &Library, original: &Library, findings: &Findings) {
    for term in &library.glossary.terms {
        if original.glossary.find(&term.id.value).is_none() {
            let what = format!("the word `{}` is not explained in English", term.id.value);
            let remedy = "Give it the id that it has in content/en/glossary.toml.";
            findings.add(&term.id.spot, what, remedy);
        }
    }
    // Pages that are there in English only lead to the list of words in this language.
    let mut own = library.documents.iter();
    if own.any(|document| document.to == Destination::Words) {
        for term in &original.glossary.terms {
            if library.glossary.is_whole && library.glossary.find(&term.id.value).is_none() {
                let what = format!("the word `{}` is explained in English only", term.id.value);
                let name = format!("content/{}/glossary.toml", library.lang.code());
                let remedy = "Add it: pages that are still in English lead to it. Or leave the place `words` in English until all are there.";
                findings.add(&Spot::new(&name, 1), what, remedy);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::fixtures::{compile, site};

    #[test]
    fn a_sign_is_as_urgent_in_every_language() {
        let with_level = |level: &str| {
            let mut files = site("good/signs");
            let signs = String::from_utf8(files.bytes("content/en/signs.toml").to_vec());
            let signs = signs.expect("a fixture is UTF-8");
            let signs = signs.replace("level = \"line\"", level);
            files.insert("content/es/signs.toml", signs.into_bytes());
            for (name, text) in [
                ("one/part.toml", "title = \"Una\"\nshort = \"Una.\"\n"),
                ("two/part.toml", "title = \"Dos\"\nshort = \"Dos.\"\n"),
                ("glossary.toml", ""),
                ("forbidden.toml", ""),
                ("figures.toml", ""),
            ] {
                files.insert(&format!("content/es/{name}"), text.as_bytes().to_vec());
            }
            compile(files).map(drop)
        };
        assert_eq!(with_level("level = \"line\""), Ok(()));
        let problems = with_level("level = \"visit\"").expect_err("a sign is ranked otherwise");
        let what = "the sign `warm` is ranked otherwise in English";
        let mut list = problems.list().iter();
        assert!(list.any(|problem| problem.what == what), "{problems}");
    }
}
