//! What a tap, back and forward, a page that comes or does not come, and time lead to. Plain values:
//! `navigation.rs` asks here, and does what is answered.
//!
//! One trip is under way at most: a second tap ends the wait for what was tapped before.

use super::restore::How;
use crate::browser::location::Address;
use bearings_domain::catalog::Catalog;
use bearings_domain::ids::PageId;
use bearings_domain::lang::Lang;
use bearings_domain::route::{Destination, Route};

/// From one page to another, or to another place of the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Trip {
    /// Where it leads.
    pub address: Address,
    /// How that was asked for.
    pub how: How,
    /// Whether the address becomes an entry of the history.
    pub is_entry: bool,
}

/// What has to be done.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Command {
    /// The sign that a page is on its way comes or goes.
    MarkBusy(bool),
    /// The page is not ready: it is fetched, and [`Plan::arrived`] is told with this number. If that
    /// takes long, [`Plan::is_late`] is told.
    Load(u32, Route),
    /// The page is put on the screen.
    Show(Trip),
    /// The page stays, another place of it is shown.
    Move(Trip),
    /// The browser loads this address the plain way.
    LeaveFor(String),
    /// The same, where the address is on the screen already: set once more, one with a `#` would
    /// load nothing.
    Reload,
}

/// Which trip is under way.
#[derive(Debug, Default)]
pub(in crate::state) struct Plan {
    newest: u32,
    /// The trip that waits for its page.
    waiting: Option<Trip>,
}

/// Whether the app can show this route itself. Everything else is for the browser: what is not ours,
/// places with tools, pages of another release, and other languages than this app speaks. Until the
/// pages are known, every page is tried: one that is not ours is left to the browser when it comes.
pub(super) fn is_ours(catalog: &Catalog, lang: Lang, route: &Route) -> bool {
    match &route.to {
        _ if route.lang != lang => false,
        Destination::NotFound => false,
        other if other.is_tool() => false,
        Destination::Page(page) => !catalog.knows_pages() || catalog.find(page).is_some(),
        _ => true,
    }
}

impl Plan {
    /// The person wants to go to `address` from `here`, where the address `url` is on the screen.
    /// `is_ready` says whether the page can be shown at once.
    pub(super) fn go(
        &mut self,
        (here, url): (&Route, Option<&str>),
        (address, how): (Address, How),
        is_ready: bool,
    ) -> [Command; 2] {
        self.newest += 1;
        self.waiting = None;
        let stays = address.route == *here;
        let trip = Trip {
            is_entry: how.makes_entry() && !(stays && url == Some(address.url.as_str())),
            address,
            how,
        };
        let next = if stays {
            Command::Move(trip)
        } else if is_ready {
            Command::Show(trip)
        } else {
            let route = trip.address.route.clone();
            self.waiting = Some(trip);
            Command::Load(self.newest, route)
        };
        [Command::MarkBusy(false), next]
    }

    /// A page takes long to come. Returns whether it is shown to be on its way: only if somebody still
    /// waits for it.
    pub(super) fn is_late(&self, number: u32) -> bool {
        self.waits_for(number)
    }

    /// A page has come, or `is_there` not: it cannot be had, or belongs to another release. Then the
    /// browser takes over. A page that nobody waits for any more changes nothing.
    pub(super) fn arrived(
        &mut self,
        number: u32,
        is_there: bool,
        url: Option<&str>,
    ) -> Option<[Command; 2]> {
        if !self.waits_for(number) {
            return None;
        }
        let trip = self.waiting.take()?;
        let next = if is_there {
            Command::Show(trip)
        } else if url == Some(trip.address.url.as_str()) {
            Command::Reload
        } else {
            Command::LeaveFor(trip.address.url)
        };
        Some([Command::MarkBusy(false), next])
    }

    fn waits_for(&self, number: u32) -> bool {
        self.newest == number && self.waiting.is_some()
    }
}

/// The pages that are fetched ahead. Next first: it is the likelier one.
pub(super) fn neighbours(catalog: &Catalog, page: &PageId) -> Vec<Destination> {
    catalog.find(page).map_or_else(Vec::new, |found| {
        [found.next, found.previous]
            .into_iter()
            .flatten()
            .map(|entry| Destination::Page(entry.id.clone()))
            .collect()
    })
}
