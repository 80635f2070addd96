//! Which position a page opens at: by a link, with "Go on", by back and forward, loaded again, after
//! the change to a newer version. Plain values.
//!
//! When a page is loaded again, or was thrown away out of sight, the browser itself scrolls; what it
//! leaves undone is made good in `browser/navigator.rs`, before anything here is asked.

use bearings_domain::catalog::Catalog;
use bearings_domain::ids::BlockId;
use bearings_domain::position::Position;
use bearings_domain::route::Destination;
use bearings_domain::time::Millis;

/// How a page is reached inside the app.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum How {
    /// By a link.
    Link,
    /// By "Go on", to the remembered line.
    GoOn(Position),
    /// By back or forward, to where it was scrolled to, in CSS pixels.
    History(f64),
}

impl How {
    /// A link was followed. One that `goes_on` leads back to the remembered line, if there is one.
    pub(super) fn of_link(goes_on: bool, position: Option<Position>) -> Self {
        position.filter(|_| goes_on).map_or(Self::Link, Self::GoOn)
    }

    /// Whether this makes an entry of the history.
    pub(super) fn makes_entry(&self) -> bool {
        !matches!(self, Self::History(_))
    }
}

/// Where a page opens.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Opening {
    /// The element that is marked as the one a link led to, if it is there.
    pub target: Option<String>,
    /// Whether the page opens there. Where it does not, or the element is not there, it opens at
    /// `place`, with the focus on the title.
    pub is_at_target: bool,
    /// Where it opens otherwise.
    pub place: Place,
}

/// A place in a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place {
    /// A line of the text.
    Line(Position),
    /// So many CSS pixels from the top.
    Scroll(f64),
}

/// Where the page of `to` opens at an address with this `fragment`.
pub(super) fn opening(
    catalog: &Catalog,
    to: &Destination,
    fragment: Option<&str>,
    how: &How,
) -> Opening {
    Opening {
        target: fragment.map(|name| current_name(catalog, to, name)),
        is_at_target: *how == How::Link,
        place: match how {
            How::Link => Place::Scroll(0.0),
            How::GoOn(position) => Place::Line(position.clone()),
            How::History(y) => Place::Scroll(*y),
        },
    }
}

/// The present id of a block that may have been renamed since the link was made.
fn current_name(catalog: &Catalog, to: &Destination, name: &str) -> String {
    let (Destination::Page(page), Ok(block)) = (to, BlockId::parse(name)) else {
        return name.to_owned();
    };
    catalog
        .current_block(page, &block)
        .map_or_else(|| name.to_owned(), |(_, block)| block.to_string())
}

/// Where the first page of a visit has to be brought, after what the browser has done: only what is
/// not there under its own name. Another block may have taken its place.
pub(super) fn heir_sought(
    fragment: Option<&str>,
    is_there: impl FnOnce(&str) -> bool,
) -> Option<&str> {
    fragment.filter(|fragment| !is_there(fragment))
}

/// What a page leaves for the one that is loaded in its place with a newer version: the line at the
/// top. A place with tools is not read from line to line, and would leave the word behind.
pub(in crate::state) fn print_line(
    to: &Destination,
    at_top: Option<(BlockId, u32)>,
) -> Option<String> {
    let (Destination::Page(_), Some((block, offset))) = (to, at_top) else {
        return None;
    };
    Some([block.as_str(), " ", &offset.to_string()].concat())
}

/// The line that [`print_line`] left for this page.
pub(in crate::state) fn parse_line(to: Destination, line: &str, at: Millis) -> Option<Position> {
    let Destination::Page(page) = to else {
        return None;
    };
    let (block, offset) = line.split_once(' ')?;
    Some(Position {
        at,
        page,
        block: BlockId::parse(block).ok()?,
        offset: offset.parse().ok()?,
    })
}
