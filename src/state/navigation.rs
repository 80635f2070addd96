//! Going from page to page inside the app. What leads where is decided in `plan`, and which position a
//! page opens at in `restore`.

mod plan;
pub(super) mod restore;
#[cfg(test)]
mod tests;

pub(super) use plan::Plan;

use super::{AppState, tracking};
use crate::browser::location::Address;
use crate::browser::navigator::{self, Link};
use crate::browser::{self, pages};
use bearings_domain::route::{Destination, Route};
use bearings_domain::text::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use plan::{Command, Trip};
use restore::{How, Place};
use std::rc::Rc;
use std::time::Duration;

/// Neighbours are fetched when the page has come to rest.
const PREFETCH_AFTER: Duration = Duration::from_millis(200);
/// A page that takes longer than this shows that it is on its way.
const BUSY_AFTER: Duration = Duration::from_millis(250);

/// Which page is on the screen.
#[derive(Clone, Copy)]
pub(super) struct NavigationState {
    route: RwSignal<Route>,
}

impl NavigationState {
    pub(super) fn new(route: Route) -> Self {
        let route = RwSignal::new(route);
        Self { route }
    }
}

impl AppState {
    /// The route on the screen.
    pub fn route(&self) -> Route {
        self.navigation.route.get()
    }

    /// The route on the screen, for what is made once.
    pub fn route_now(&self) -> Route {
        self.navigation.route.get_untracked()
    }

    /// The address of `to` as a link from the page on the screen, in its language.
    pub fn href(&self, to: Destination) -> String {
        let link = |here: &Route| to.in_lang(here.lang).href_from(here);
        self.navigation.route.with(link)
    }
}

/// Starts to listen to links and history.
pub(super) fn start(state: AppState) {
    browser::page::pin_links();
    navigator::listen(
        move |link| follow(state, link),
        move |address, y| go(state, address, How::History(y)),
        move |address| {
            if is_ours(state, &address.route) && !navigator::saves_data() {
                prefetch(address.route);
            }
        },
    );
    find_heir();
}

/// The list of pages has come.
#[cfg(feature = "csr")]
pub(super) fn catch_up(state: AppState) {
    prefetch_neighbours(state);
}

/// A link from elsewhere may name a block that another has taken the place of. The browser finds
/// only what is there.
fn find_heir() {
    let fragment = browser::location::current().and_then(|here| here.fragment);
    browser::page::mark_target(fragment.as_deref());
    if let Some(heir) = restore::heir_sought(fragment.as_deref(), browser::page::has) {
        browser::page::go_to_fragment(heir);
    }
}

fn is_ours(state: AppState, route: &Route) -> bool {
    let lang = state.route_now().lang;
    state.with_catalog(|catalog| plan::is_ours(catalog, lang, route))
}

/// A link was followed. Returns whether the app goes there itself.
fn follow(state: AppState, link: Link) -> bool {
    let is_ours = is_ours(state, &link.address.route);
    if is_ours {
        let position = state.reading.position.get_untracked();
        go(state, link.address, How::of_link(link.goes_on, position));
    }
    is_ours
}

fn go(state: AppState, address: Address, how: How) {
    let page = pages::ready(&address.route);
    let (here, url) = (state.route_now(), url());
    let (is_ready, is_back) = (page.is_some(), matches!(how, How::History(_)));
    let next = state.change(|inner| {
        let here = (&here, url.as_deref());
        inner.plan.go(here, (address, how), is_ready)
    });
    let mut commands = next.iter().flatten();
    if is_back && commands.any(|command| matches!(command, Command::Load(..))) {
        // The address is that of the page to come; the text and its links are those of this one.
        browser::page::pin_text(&here);
    }
    obey(state, next, page.as_ref());
}

/// Does what was decided. Where a page is to be shown, `page` is the one.
fn obey(state: AppState, commands: Option<[Command; 2]>, page: Option<&Rc<pages::Page>>) {
    for command in commands.into_iter().flatten() {
        match command {
            Command::MarkBusy(is_busy) => browser::page::mark_busy(is_busy),
            Command::Load(number, route) => load(state, number, route),
            Command::Show(trip) => {
                if let Some(page) = page.map(Rc::clone) {
                    spawn_local(async move { show(state, trip, page).await });
                }
            }
            Command::Move(trip) => spawn_local(async move { move_to(state, &trip).await }),
            Command::LeaveFor(url) => navigator::leave_for(&url),
            Command::Reload => navigator::reload(),
        }
    }
}

fn load(state: AppState, number: u32, route: Route) {
    set_timeout(
        move || {
            let is_late = state.inner.with_value(|inner| inner.plan.is_late(number));
            if is_late {
                browser::page::mark_busy(true);
            }
        },
        BUSY_AFTER,
    );
    spawn_local(async move {
        let page = pages::load(&route).await;
        let (url, is_there) = (url(), page.is_some());
        let next = state.change(|inner| inner.plan.arrived(number, is_there, url.as_deref()));
        obey(state, next.flatten(), page.as_ref());
    });
}

/// The address on the screen.
fn url() -> Option<String> {
    browser::location::current().map(|here| here.url)
}

async fn show(state: AppState, trip: Trip, page: Rc<pages::Page>) {
    tracking::leave(state);
    if trip.is_entry {
        navigator::push(&trip.address.url);
    }
    browser::page::show(&page.view, &page.content);
    browser::page::set_title(&page.title);
    state.forget_said();
    state.navigation.route.set(trip.address.route.clone());
    // What is said of the person there follows in the next step of the executor.
    leptos::task::tick().await;
    let is_on_title = settle(state, &trip);
    // Whoever hears the page hears its title once: from the focus, or else from here.
    let said = if is_on_title {
        String::new()
    } else {
        state.text(Text::NowReading, &[("title", &browser::page::title())])
    };
    state.announcement.set(said);
    tracking::arrive(state, true);
    prefetch_neighbours(state);
}

/// The same page, another block of it.
async fn move_to(state: AppState, trip: &Trip) {
    if trip.is_entry {
        navigator::push(&trip.address.url);
    }
    leptos::task::tick().await;
    settle(state, trip);
}

/// Brings the right line to the top and the focus to where reading goes on. Returns whether that is the
/// title of the page.
fn settle(state: AppState, trip: &Trip) -> bool {
    let address = &trip.address;
    let opening = state.with_catalog(|catalog| {
        let fragment = address.fragment.as_deref();
        restore::opening(catalog, &address.route.to, fragment, &trip.how)
    });
    let target = opening.target.as_deref();
    browser::page::mark_target(target);
    if opening.is_at_target && target.is_some_and(browser::page::go_to_fragment) {
        return false;
    }
    match &opening.place {
        Place::Line(position) => tracking::restore(state, position),
        Place::Scroll(y) => tracking::note_scroll(state, navigator::scroll_to(*y)),
    }
    let has_returned = matches!(trip.how, How::History(_)) && navigator::return_focus();
    if !has_returned {
        browser::page::focus_title();
    }
    !has_returned
}

/// Fetches a page ahead, so that it is ready when it is asked for.
fn prefetch(route: Route) {
    spawn_local(async move { pages::fetch_ahead(&route).await });
}

fn prefetch_neighbours(state: AppState) {
    if navigator::saves_data() {
        return;
    }
    set_timeout(
        move || {
            let Route { lang, to } = state.route_now();
            let Destination::Page(page) = to else {
                return;
            };
            let neighbours = state.with_catalog(|catalog| plan::neighbours(catalog, &page));
            for neighbour in neighbours {
                prefetch(neighbour.in_lang(lang));
            }
        },
        PREFETCH_AFTER,
    );
}
