//! What a link may point to, and whether it is there.

use bearings_domain::{BlockId, PageId, Route};

use crate::base::problem::{Findings, Spot};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::markdown::Inline;
use crate::parse::slots::{self, Slots};
use crate::rules::anchors::Anchors;

/// A link in the text.
#[derive(Clone, Debug)]
pub(crate) struct Link {
    /// `None` when its address could not be read, which is a problem.
    pub to: Option<Address>,
    pub inlines: Vec<Inline>,
    pub spot: Spot,
}

/// Where a link leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Address {
    /// A page of the guide or a destination, and perhaps an anchor there. The page is named by its id,
    /// the place by its place id; the two never clash.
    Page {
        id: PageId,
        anchor: Option<String>,
        is_destination: bool,
    },
    /// An anchor on the same page.
    Here(String),
    /// The explanation of a word.
    Term(String),
    /// The reviewer's sheet, which is a file beside the destinations and not one of them.
    ReviewSheet,
    /// A sign, where Help shows it.
    Sign(String),
    /// A telephone number: digits, perhaps with a plus sign before them.
    Phone(String),
}

const REMEDY: &str = "Use page:id, page:id#block, #block, place:id, sign:id, level:name, term:id, say:id, sheet:review or, on Help, tel:number.";

/// Reads the address of a link: `page:bone-scan#hot-spots`.
pub(crate) fn read(address: &str, spot: &Spot, findings: &Findings) -> Option<Address> {
    let found = match address.split_once(':') {
        Some(("page", rest)) => page(rest, false),
        Some(("place", rest)) => page(rest, true),
        Some(("term", id)) => Some(Address::Term(id.to_owned())),
        Some(("sign", id)) => BlockId::parse(id)
            .ok()
            .map(|_| Address::Sign(id.to_owned())),
        Some(("sheet", "review")) => Some(Address::ReviewSheet),
        Some(("tel", number)) => phone(number),
        Some(("http" | "https" | "mailto", _)) => {
            let what = format!("a link to another site: {address}");
            let remedy =
                "Put the address into content/sources/ and name the source in the page's facts.";
            findings.add(spot, what, remedy);
            return None;
        }
        Some(_) => None,
        None => address
            .strip_prefix('#')
            .and_then(anchor)
            .map(Address::Here),
    };
    if found.is_none() {
        findings.add(
            spot,
            format!("a link that leads nowhere: `{address}`"),
            REMEDY,
        );
    }
    found
}

fn page(rest: &str, is_destination: bool) -> Option<Address> {
    let (name, block) = match rest.split_once('#') {
        Some((name, block)) => (name, Some(anchor(block)?)),
        None => (rest, None),
    };
    if is_destination {
        Route::from_destination_id(name)?;
    }
    let id = PageId::parse(name).ok()?;
    Some(Address::Page {
        id,
        anchor: block,
        is_destination,
    })
}

/// An anchor is the id of a block, or on the destination Sources the id of a source.
fn anchor(text: &str) -> Option<String> {
    BlockId::parse(&text.to_ascii_lowercase()).ok()?;
    Some(text.to_owned())
}

fn phone(number: &str) -> Option<Address> {
    let digits = number.strip_prefix('+').unwrap_or(number);
    let fits = (2..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| Address::Phone(number.to_owned()))
}

/// Whether what a link points to is there, and may be linked to from this page.
pub(crate) fn check(
    library: &Library,
    anchors: &Anchors,
    from: &Document,
    to: &Address,
    spot: &Spot,
    findings: &Findings,
) {
    match to {
        // `signs::check` looks after signs.
        Address::Term(_) | Address::Sign(_) | Address::ReviewSheet => {}
        Address::Phone(_) => {
            if from.route != Route::Help && !slots::is(from, Slots::Helplines) {
                let remedy = "Link to [Help](place:help) instead. Only Help and a page with slots = \"helplines\" hold numbers to tap.";
                findings.add(spot, "a telephone number outside Help", remedy);
            }
        }
        Address::Here(anchor) => {
            if !anchors.has(&from.id, anchor) {
                let what = format!("there is no `#{anchor}` on this page");
                findings.add(spot, what, "Mend its name.");
            }
        }
        Address::Page {
            id,
            anchor,
            is_destination,
        } => {
            let Some(target) = library.find(id) else {
                if !library.broken.contains(id) {
                    let what = format!("there is no page `{id}`");
                    findings.add(spot, what, "Mend its name, or write the page.");
                }
                return;
            };
            if target.part.is_none() != *is_destination {
                let remedy = "Write place: for the fixed places and page: for pages of the guide.";
                findings.add(spot, "a page and a place are mixed up", remedy);
            }
            if let Some(anchor) = anchor
                && !anchors.has(id, anchor)
            {
                let what = format!("there is no `#{anchor}` on `{id}`");
                findings.add(spot, what, "Mend its name, or link to the page itself.");
            }
            let may_link = from.route == Route::Choose || library.is_choose(from);
            if library.is_choose(target) && !may_link {
                let remedy =
                    "Link to [Choose to read](place:choose), with a plain choice in words.";
                findings.add(
                    spot,
                    "a link into the part for those who choose to read it",
                    remedy,
                );
            }
        }
    }
}
