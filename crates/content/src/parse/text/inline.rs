//! Text inside a block.

use crate::base::problem::{At, Spot};
use crate::parse::address::Address;
use crate::parse::level::Level;

/// A stretch of text inside a block.
#[derive(Clone, Debug)]
pub(crate) enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Stressed(Vec<Inline>),
    Link(Link),
    /// A word that differs between regions.
    Pair(Pair),
    /// A line to write on by hand; only at the end of a block.
    Blank,
    /// The verb of a level of signs, such as "call your 24-hour line now", and where Help says more.
    Level(LevelVerb),
    /// What the compiler puts in place of a picture; only as a block of its own.
    Insert(At<Insert>),
}

/// What stands where Markdown has a picture: `![](figure:bone-scan)`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Insert {
    /// A drawing, by the id of the figure.
    Figure(String),
    /// Signs by their ids, sorted by level as `signs.toml` has it.
    Signs(Vec<String>),
    /// A level with its verb, whom to call, and every sign that has it.
    Level(Level),
    /// What to have at hand before the call.
    Ready,
    /// Every sign by the everyday words it is looked up by.
    SignsAToZ,
    /// The emergency numbers, to tap.
    EmergencyNumbers,
    /// Lines that listen, to tap.
    ListeningLines,
}

/// The verb of a level inside a sentence.
#[derive(Clone, Debug)]
pub(crate) struct LevelVerb {
    pub level: Level,
    /// The verb, with a capital where a sentence begins.
    pub text: String,
    pub spot: Spot,
}

/// A link in the text.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// `None` when its address could not be read, which is a problem.
    pub to: Option<Address>,
    pub inlines: Vec<Inline>,
    pub spot: Spot,
}

/// A word in the two forms it has.
#[derive(Clone, Debug)]
pub(crate) struct Pair {
    pub id: String,
    pub uk: String,
    pub us: String,
    /// Where the pair stands in its file.
    pub spot: Spot,
}

impl Pair {
    /// Both words, as they are read where nobody has chosen.
    pub fn both(&self) -> String {
        format!("{} ({})", self.uk, self.us)
    }
}

/// A text that may hold words that differ by region.
#[derive(Clone, Debug)]
pub(crate) struct Phrase {
    pub inlines: Vec<Inline>,
    /// As written.
    pub written: At<String>,
}

/// How a line to write on is written, and how it stands in plain text.
pub(crate) const BLANK: &str = "____";

/// The text without its markup.
pub(crate) fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    collect_text(inlines, &mut text);
    text
}

fn collect_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(piece) => text.push_str(piece),
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_text(inner, text),
            Inline::Link(link) => collect_text(&link.inlines, text),
            Inline::Pair(pair) => text.push_str(&pair.both()),
            Inline::Blank => text.push_str(BLANK),
            Inline::Level(verb) => text.push_str(&verb.text),
            Inline::Insert(_) => {}
        }
    }
}

/// The text that a writer wrote by hand: without the verbs that come from the records of signs.
pub(crate) fn by_hand(inlines: &[Inline]) -> String {
    let mut text = String::new();
    collect_by_hand(inlines, &mut text);
    text
}

fn collect_by_hand(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Level(_) => text.push('\u{2026}'),
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_by_hand(inner, text),
            Inline::Link(link) => collect_by_hand(&link.inlines, text),
            other => collect_text(std::slice::from_ref(other), text),
        }
    }
}

/// The verbs of levels in a text, in order.
pub(crate) fn collect_levels<'a>(inlines: &'a [Inline], found: &mut Vec<&'a LevelVerb>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_levels(inner, found),
            Inline::Level(verb) => found.push(verb),
            _ => {}
        }
    }
}

/// The links in a text, in order.
pub(crate) fn collect_links<'a>(inlines: &'a [Inline], found: &mut Vec<&'a Link>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_links(inner, found),
            Inline::Link(link) => found.push(link),
            Inline::Text(_)
            | Inline::Pair(_)
            | Inline::Blank
            | Inline::Level(_)
            | Inline::Insert(_) => {}
        }
    }
}

/// The words in a text that differ between regions, in order.
pub(crate) fn collect_pairs<'a>(inlines: &'a [Inline], found: &mut Vec<&'a Pair>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inner) | Inline::Stressed(inner) => collect_pairs(inner, found),
            Inline::Link(link) => collect_pairs(&link.inlines, found),
            Inline::Pair(pair) => found.push(pair),
            Inline::Text(_) | Inline::Blank | Inline::Level(_) | Inline::Insert(_) => {}
        }
    }
}
