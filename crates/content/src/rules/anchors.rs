//! Every id on every page: what a link can point to.

use std::collections::{BTreeMap, BTreeSet};

use bearings_domain::{Destination, PageId};

use crate::base::alphabet::letter_of;
use crate::base::problem::Findings;
use crate::parse::address::Address;
use crate::parse::document::Document;
use crate::parse::ids::Once;
use crate::parse::library::Library;
use crate::parse::text;
use crate::rules::signs;
use crate::rules::sources;

#[derive(Clone, Debug, Default)]
struct OnPage {
    /// Ids that a writer chose.
    authored: BTreeSet<String>,
    /// Ids that the compiler adds.
    made: BTreeSet<String>,
}

/// The ids of every page and destination.
#[derive(Clone, Debug, Default)]
pub(crate) struct Anchors {
    pages: BTreeMap<PageId, OnPage>,
}

impl Anchors {
    /// Collects the ids; one that is used twice on a page is a problem.
    pub fn of(library: &Library, findings: &Findings) -> Anchors {
        let mut anchors = Anchors::default();
        for document in &library.documents {
            let on_page = OnPage {
                authored: authored(library, document, findings),
                made: made(library, document),
            };
            anchors.pages.insert(document.id.clone(), on_page);
        }
        anchors
    }

    /// Adds what a translation does not have yet: it shows the English pages.
    pub fn add_missing(&mut self, library: &Library, original: &Anchors) {
        for document in &library.missing {
            let on_page = original.pages.get(&document.id).cloned();
            let id = document.id.clone();
            self.pages.insert(id, on_page.unwrap_or_default());
        }
    }

    pub fn has(&self, page: &PageId, id: &str) -> bool {
        let found = self.pages.get(page);
        found.is_some_and(|on_page| on_page.authored.contains(id) || on_page.made.contains(id))
    }

    /// Whether a writer chose this id on the page.
    pub fn is_authored(&self, page: &PageId, id: &str) -> bool {
        self.pages
            .get(page)
            .is_some_and(|on_page| on_page.authored.contains(id))
    }

    /// The ids that a writer chose on a page, in alphabetical order.
    pub fn authored(&self, page: &PageId) -> impl Iterator<Item = &str> {
        self.pages
            .get(page)
            .into_iter()
            .flat_map(|found| &found.authored)
            .map(String::as_str)
    }
}

fn authored(library: &Library, document: &Document, findings: &Findings) -> BTreeSet<String> {
    let mut once = Once::default();
    let mut ids = BTreeSet::new();
    for prose in document.proses() {
        if let Some(id) = &prose.id {
            once.is_new("block", id.as_str(), &prose.spot, findings);
            ids.insert(id.to_string());
        }
    }
    // The ids of signs are for ever too, and Help is where they stand.
    if document.to == Destination::Help {
        for (id, _) in signs::shown(library, document) {
            if let Some(sign) = library.signs.find(id) {
                once.is_new("block", id, &sign.id.spot, findings);
                ids.insert(id.to_owned());
            }
        }
    }
    ids.extend(
        document
            .front
            .questions
            .iter()
            .map(|question| format!("ask-{}", question.id.value)),
    );
    ids.extend(
        document
            .front
            .checks
            .iter()
            .map(|check| format!("check-{}", check.id.value)),
    );
    ids
}

fn made(library: &Library, document: &Document) -> BTreeSet<String> {
    let front = &document.front;
    let mut ids = BTreeSet::from(["title".to_owned()]);
    let mut add = |id: &str, is_there: bool| {
        if is_there {
            ids.insert(id.to_owned());
        }
    };
    add("in-short", front.in_short.is_some());
    add("ask-my-team", !front.questions.is_empty());
    add("self-test", !front.checks.is_empty());
    add("sources", !sources::of_page(library, document).is_empty());
    add("first-signs", !front.first_signs.is_empty());
    for (id, _) in signs::shown(library, document) {
        add(&format!("sign-{id}"), document.to != Destination::Help);
    }
    for term in terms(document) {
        add("words-here", true);
        add(&format!("term-{term}"), true);
    }
    match document.to {
        Destination::Words => {
            for term in &library.glossary.terms {
                add(&term.id.value, true);
                add(&format!("letter-{}", letter_of(&term.name.value)), true);
            }
        }
        Destination::Guide => {
            for part in &library.outline.parts {
                add(&format!("part-{}", part.id), true);
            }
        }
        Destination::Sources => {
            for source in sources::used(library) {
                add(source, true);
            }
        }
        _ => {}
    }
    ids
}

/// The words that a page explains, in the order of the text, each once.
pub(crate) fn terms(document: &Document) -> Vec<&str> {
    let mut terms = Vec::new();
    for link in text::links(&document.blocks) {
        if let Some(Address::Term(id)) = &link.to
            && !terms.contains(&id.as_str())
        {
            terms.push(id);
        }
    }
    terms
}
