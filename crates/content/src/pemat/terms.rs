//! Words of the glossary that stand on a page without opening their meaning.

use crate::anchors;
use crate::document::Document;
use crate::glossary::Term;
use crate::library::Library;
use crate::markdown;

/// Shorter names mean too many things: ER is a receptor and an emergency room.
const SHORTEST: usize = 4;

/// Names of words that the page uses and does not mark.
pub(super) fn unmarked<'a>(library: &'a Library, page: &Document) -> Vec<&'a str> {
    let marked = anchors::terms(page);
    let text: Vec<_> = page
        .proses()
        .map(|prose| markdown::plain(&prose.inlines).to_lowercase())
        .collect();
    let text = text.join("\n");
    let terms = library.glossary.terms.iter();
    terms
        .filter(|term| !marked.contains(&term.id.value.as_str()))
        .filter(|term| names(term).any(|name| stands_in(&text, name)))
        .map(|term| term.name.value.as_str())
        .collect()
}

fn names(term: &Term) -> impl Iterator<Item = &str> {
    let names = [&term.name].into_iter().chain(&term.also);
    names
        .map(|name| name.value.as_str())
        .filter(|name| name.chars().count() >= SHORTEST)
}

/// Whether a text in small letters holds the name as whole words, perhaps with an `s` at its end.
fn stands_in(text: &str, name: &str) -> bool {
    let name = name.to_lowercase();
    let inside = |char: char| char.is_alphanumeric() || char == '-';
    text.match_indices(&name).any(|(at, _)| {
        let rest = &text[at + name.len()..];
        let rest = rest.strip_prefix('s').unwrap_or(rest);
        !text[..at].ends_with(inside) && !rest.starts_with(inside)
    })
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_name_is_found_as_whole_words() {
        for text in ["a bone scan.", "bone scans", "(bone scan)"] {
            assert!(stands_in(text, "Bone scan"), "{text}");
        }
        for text in [
            "a bone scanner",
            "x-bone scan",
            "bone scan-like",
            "bones can",
        ] {
            assert!(!stands_in(text, "Bone scan"), "{text}");
        }
    }
}
