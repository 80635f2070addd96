//! What a link may point to, as it is written: `page:bone-scan#hot-spots`.

use bearings_domain::{BlockId, Destination, PageId};

use crate::base::problem::{Findings, Spot};

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
        Destination::from_id(name)?;
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
