//! Words of the glossary that a page uses and does not explain.
//!
//! Most words have to open their meaning on the page itself. Two kinds of text lead elsewhere by
//! their nature: the label of a link names the page it leads to, and a question of a self-test,
//! which is plain text without marks, names the page that explains it. There it is enough that
//! the page they lead to explains the word. A heading can hold no mark; it names what stands below
//! it, which is looked at.

use std::ops::Range;

use bearings_domain::PageId;

use crate::parse::address::Address;
use crate::parse::checks::Check;
use crate::parse::document::Document;
use crate::parse::glossary::Term;
use crate::parse::library::Library;
use crate::parse::pemat::Pemat;
use crate::parse::text::{self, Block, Inline};
use crate::rules::anchors;

/// Shorter names mean too many things: ER is a receptor and an emergency room.
const SHORTEST: usize = 3;

/// Names of words that the page uses and does not explain, in the order of the glossary.
pub(super) fn unmarked<'a>(library: &'a Library, page: &Document) -> Vec<&'a str> {
    let names = Names::of(library);
    let here = anchors::terms(page);
    let mut missing = Vec::new();
    for passage in passages(page) {
        let there = passage.leads_to.and_then(|id| library.find(id));
        let there = there.map(anchors::terms).unwrap_or_default();
        for term in names.in_text(&passage.text) {
            let id = term.id.value.as_str();
            if !here.contains(&id) && !there.contains(&id) && !missing.contains(&id) {
                missing.push(id);
            }
        }
    }
    let terms = library.glossary.terms.iter();
    terms
        .filter(|term| missing.contains(&term.id.value.as_str()))
        .map(|term| term.name.value.as_str())
        .collect()
}

/// A stretch of text, and the page whose explanations count for it too.
struct Passage<'a> {
    text: String,
    leads_to: Option<&'a PageId>,
}

impl Passage<'_> {
    fn of(text: &str) -> Self {
        Passage {
            text: text.to_owned(),
            leads_to: None,
        }
    }
}

/// The short version, the text, the questions to take along and the self-test.
fn passages(page: &Document) -> Vec<Passage<'_>> {
    let front = &page.front;
    let mut found: Vec<_> = front
        .in_short
        .iter()
        .map(|text| Passage::of(&text.value))
        .collect();
    let is_heading = |block: &&Block| matches!(block, Block::Heading { .. });
    let blocks = page.blocks.iter().filter(|block| !is_heading(block));
    for prose in blocks.flat_map(Block::proses) {
        let mut text = String::new();
        collect(&prose.inlines, &mut text, &mut found);
        found.push(Passage::of(&text));
    }
    let questions = front.questions.iter();
    found.extend(questions.map(|question| Passage::of(&question.text.value)));
    found.extend(front.checks.iter().flat_map(of_check));
    found
}

/// The text without the labels of links: a marked word is explained, and the label of a link to a
/// page is a passage of its own.
fn collect<'a>(inlines: &'a [Inline], text: &mut String, found: &mut Vec<Passage<'a>>) {
    for inline in inlines {
        match inline {
            Inline::Text(piece) => text.push_str(piece),
            Inline::Strong(inner) | Inline::Stressed(inner) => collect(inner, text, found),
            Inline::Link(link) => {
                text.push('\n');
                match &link.to {
                    Some(Address::Term(_)) => {}
                    to => found.push(Passage {
                        text: text::plain(&link.inlines),
                        leads_to: to.as_ref().and_then(page_of),
                    }),
                }
            }
            Inline::Pair(pair) => text.push_str(&pair.both()),
            Inline::Level(verb) => text.push_str(&verb.text),
            Inline::Blank | Inline::Insert(_) => {}
        }
    }
}

fn page_of(address: &Address) -> Option<&PageId> {
    match address {
        Address::Page { id, .. } => Some(id),
        _ => None,
    }
}

fn of_check(check: &Check) -> impl Iterator<Item = Passage<'_>> {
    let leads_to = check.see.as_ref().and_then(|see| page_of(&see.value));
    let options = check.options.iter();
    let options = options.flat_map(|option| [&option.text, &option.feedback]);
    let texts = [&check.question].into_iter().chain(options);
    texts.map(move |text| Passage {
        text: text.value.clone(),
        leads_to,
    })
}

/// Every name of every word in small letters, the longest first.
struct Names<'a>(Vec<(String, &'a Term)>);

impl<'a> Names<'a> {
    fn of(library: &'a Library) -> Self {
        let terms = library.glossary.terms.iter();
        let all = terms.flat_map(|term| names(&library.pemat, term).map(move |name| (name, term)));
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        Names(all)
    }

    /// The words that stand in a text. One inside a longer one is not there for itself: a liquid
    /// biopsy is no biopsy.
    fn in_text(&self, text: &str) -> Vec<&'a Term> {
        let text = text.to_lowercase();
        let mut taken: Vec<Range<usize>> = Vec::new();
        let mut found = Vec::new();
        for (name, term) in &self.0 {
            for range in places(&text, name) {
                let is_free = |one: &Range<usize>| one.end <= range.start || range.end <= one.start;
                if taken.iter().all(is_free) {
                    taken.push(range);
                    found.push(*term);
                }
            }
        }
        found
    }
}

/// The names of a word but for those that are everyday words: "Tumour (tumor)" and "PICC line or
/// port" are two names each.
fn names<'a>(pemat: &'a Pemat, term: &'a Term) -> impl Iterator<Item = String> + 'a {
    let names = [&term.name].into_iter().chain(&term.also);
    names
        .flat_map(|name| name.value.split([')', '(']))
        .flat_map(|name| name.split(" or "))
        .flat_map(|name| name.split(" and "))
        .map(|name| name.trim().to_lowercase())
        .filter(|name| name.chars().count() >= SHORTEST && !pemat.everyday.contains(name))
}

/// Where a text in small letters holds the name as whole words, perhaps as more than one of it.
fn places(text: &str, name: &str) -> Vec<Range<usize>> {
    let (stem, endings): (_, &[&str]) = match name.strip_suffix('y') {
        Some(stem) => (stem, &["y", "ies"]),
        None => (name, &["", "s", "es"]),
    };
    let inside = |char: char| char.is_alphanumeric() || char == '-';
    let range = |at: usize| {
        let rest = &text[at + stem.len()..];
        let is_whole = |ending: &&&str| {
            rest.strip_prefix(**ending)
                .is_some_and(|rest| !rest.starts_with(inside))
        };
        let ending = endings.iter().find(is_whole)?;
        (!text[..at].ends_with(inside)).then(|| at..at + stem.len() + ending.len())
    };
    let places = text.match_indices(stem);
    places.filter_map(|(at, _)| range(at)).collect()
}

#[cfg(test)]
mod tests {
    use super::{places, unmarked};
    use crate::base::problem::Findings;
    use crate::fixtures::{smallest, with_strings};
    use crate::parse::library::Library;

    const GLOSSARY: &str = r#"
[[term]]
id = "biopsy"
name = "Biopsy"
meaning = "A test of a little tissue."

[[term]]
id = "liquid-biopsy"
name = "Liquid biopsy"
meaning = "A test of blood."

[[term]]
id = "palliative-care"
name = "Palliative care (extra support care)"
meaning = "Care that eases."

[[term]]
id = "tumour"
name = "Tumour (tumor)"
meaning = "A lump of cells."
also = ["growth"]
"#;

    /// What is said of the first page when its text and its facts hold this.
    fn missing(facts: &str, text: &str) -> Vec<String> {
        let mut files = with_strings(smallest());
        files.insert("content/en/glossary.toml", GLOSSARY.into());
        files.insert("content/en/pemat.toml", "everyday = [\"growth\"]\n".into());
        let head = "+++\nid = \"first\"\ntitle = \"First page\"\naudience = \"everyone\"\nreviewed = 2026-11-22\nsources = [\"ONE\", \"TWO\"]\nfigures = []\n";
        let first = format!("{head}{facts}\n+++\n\n{text}\n");
        files.insert("content/en/one/first.md", first.into_bytes());
        let facts = String::from_utf8(files.bytes("content/en/one/facts.md").to_vec());
        let facts = facts.expect("the fixture is text") + "\nA [biopsy](term:biopsy). {#biopsy}\n";
        files.insert("content/en/one/facts.md", facts.into_bytes());
        let library = Library::read(&files, &Findings::default());
        let page = library.pages().find(|page| page.id.as_str() == "first");
        let missing = unmarked(&library, page.expect("the page is there"));
        missing.into_iter().map(str::to_owned).collect()
    }

    #[test]
    fn a_word_has_to_open_its_meaning_on_the_page() {
        assert_eq!(missing("", "Two biopsies. {#a}"), ["Biopsy"]);
        assert_eq!(
            missing("in_short = \"A biopsy.\"", "It is. {#a}"),
            ["Biopsy"]
        );
        let question = "[[question]]\nid = \"q\"\ntext = \"Which biopsy?\"";
        assert_eq!(missing(question, "It is. {#a}"), ["Biopsy"]);
        let marked = "A [biopsy](term:biopsy). {#a}\n\nOne more biopsy. {#b}";
        assert!(missing(question, marked).is_empty());
    }

    #[test]
    fn every_part_of_a_name_counts_and_everyday_names_do_not() {
        assert_eq!(
            missing("", "Palliative care for a tumor. {#a}"),
            ["Palliative care (extra support care)", "Tumour (tumor)"]
        );
        assert!(missing("", "The growth of a child. {#a}").is_empty());
    }

    #[test]
    fn a_word_inside_a_longer_one_is_not_there_for_itself() {
        assert_eq!(missing("", "A liquid biopsy. {#a}"), ["Liquid biopsy"]);
        assert!(missing("", "A [liquid biopsy](term:liquid-biopsy). {#a}").is_empty());
    }

    #[test]
    fn where_a_link_leads_explains_its_label_and_a_self_test() {
        assert!(missing("", "See [the biopsy](page:facts). {#a}").is_empty());
        assert_eq!(
            missing("", "See [the tumour](page:facts). {#a}"),
            ["Tumour (tumor)"]
        );
        let check = "[[check]]\nid = \"c\"\nquestion = \"A biopsy of a tumour?\"\nsee = \"page:facts\"\n[[check.option]]\ntext = \"Yes\"\nright = true\nfeedback = \"A liquid biopsy.\"\n";
        assert_eq!(
            missing(check, "It is. {#a}"),
            ["Liquid biopsy", "Tumour (tumor)"]
        );
    }

    fn is_in(text: &str, name: &str) -> bool {
        !places(text, name).is_empty()
    }

    #[test]
    fn a_name_is_found_as_whole_words() {
        for text in ["a bone scan.", "bone scans", "(bone scan)"] {
            assert!(is_in(text, "bone scan"), "{text}");
        }
        for text in [
            "a bone scanner",
            "x-bone scan",
            "bone scan-like",
            "bones can",
        ] {
            assert!(!is_in(text, "bone scan"), "{text}");
        }
        assert!(is_in("two biopsies", "biopsy"));
        assert!(!is_in("a biop", "biopsy"));
    }
}
