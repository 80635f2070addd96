//! Going from page to page inside the app.

use super::{AppState, tracking};
use crate::browser::location::Address;
use crate::browser::navigator::{self, Link};
use crate::browser::{self, pages};
use bearings_domain::ids::PageId;
use bearings_domain::position::Position;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
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

    /// The address of `route` as a link from the page on the screen.
    pub fn href(&self, route: &Route) -> String {
        self.navigation.route.with(|here| route.href_from(here))
    }
}

/// How a page is reached.
#[derive(Debug, Clone)]
enum How {
    /// By a link.
    Link,
    /// By "Go on", to the remembered line.
    GoOn(Position),
    /// By back or forward, to where it was scrolled to.
    History(f64),
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
    prefetch_neighbours(state);
}

/// A link from elsewhere may name a block that another has taken the place of. The browser finds
/// only what is there.
fn find_heir() {
    let fragment = browser::location::current().and_then(|here| here.fragment);
    browser::page::mark_target(fragment.as_deref());
    if let Some(fragment) = fragment
        && !browser::page::has(&fragment)
    {
        browser::page::go_to_fragment(&fragment);
    }
}

/// Whether the app can show this route itself.
fn is_ours(state: AppState, route: &Route) -> bool {
    match route {
        Route::NotFound => false,
        other if other.is_tool() => false,
        Route::Page(page) => state.with_catalog(|catalog| catalog.find(page).is_some()),
        _ => true,
    }
}

fn follow(state: AppState, link: Link) -> bool {
    if !is_ours(state, &link.address.route) {
        return false;
    }
    let position = state.reading.position.get_untracked();
    let how = match (link.goes_on, position) {
        (true, Some(position)) => How::GoOn(position),
        _ => How::Link,
    };
    go(state, link.address, how);
    true
}

fn go(state: AppState, address: Address, how: How) {
    let ticket = state.change(|inner| {
        inner.tickets += 1;
        inner.tickets
    });
    // Whoever taps again no longer waits for what was tapped before.
    browser::page::mark_busy(false);
    if state
        .navigation
        .route
        .with_untracked(|here| *here == address.route)
    {
        spawn_local(async move { arrive(state, &address, &how).await });
        return;
    }
    if let Some(page) = pages::ready(&address.route) {
        spawn_local(async move { show(state, address, how, page).await });
        return;
    }
    let is_newest = move || state.inner.with_value(|inner| Some(inner.tickets)) == ticket;
    let loading = Rc::new(Cell::new(true));
    let still_loading = Rc::clone(&loading);
    set_timeout(
        move || browser::page::mark_busy(still_loading.get() && is_newest()),
        BUSY_AFTER,
    );
    spawn_local(async move {
        let page = pages::load(&address.route).await;
        loading.set(false);
        // A second tap may have gone elsewhere while this page was on its way.
        if is_newest() {
            browser::page::mark_busy(false);
            match page {
                Some(page) => show(state, address, how, page).await,
                None => navigator::leave_for(&address.url),
            }
        }
    });
}

async fn show(state: AppState, address: Address, how: How, page: Rc<pages::Page>) {
    tracking::leave(state);
    if !matches!(how, How::History(_)) {
        navigator::push(&address.url);
    }
    browser::page::show(&page.view, &page.content);
    browser::page::set_title(&page.title);
    state.forget_said();
    state.navigation.route.set(address.route.clone());
    state
        .announcement
        .set(state.text(Text::NowReading, &[("title", &page.title)]));
    // What is said of the person there follows in the next step of the executor.
    leptos::task::tick().await;
    settle(state, &address, &how);
    tracking::arrive(state, true);
    prefetch_neighbours(state);
}

/// The same page, another block of it.
async fn arrive(state: AppState, address: &Address, how: &How) {
    let is_here = browser::location::current().is_some_and(|here| here.url == address.url);
    if !matches!(how, How::History(_)) && !is_here {
        navigator::push(&address.url);
    }
    leptos::task::tick().await;
    settle(state, address, how);
}

/// Brings the right line to the top and the focus to where reading goes on.
fn settle(state: AppState, address: &Address, how: &How) {
    let block = address
        .fragment
        .as_deref()
        .map(|name| current_name(state, &address.route, name));
    browser::page::mark_target(block.as_deref());
    match how {
        How::Link => {
            if !block.is_some_and(|block| browser::page::go_to_fragment(&block)) {
                tracking::note_scroll(state, navigator::scroll_to(0.0));
                browser::page::focus_title();
            }
        }
        How::GoOn(position) => {
            browser::page::focus_title();
            tracking::restore(state, position);
        }
        How::History(y) => {
            browser::page::focus_title();
            tracking::note_scroll(state, navigator::scroll_to(*y));
        }
    }
}

/// The present id of a block that may have been renamed since the link was made.
fn current_name(state: AppState, route: &Route, name: &str) -> String {
    let (Route::Page(page), Ok(block)) = (route, bearings_domain::ids::BlockId::parse(name)) else {
        return name.to_owned();
    };
    state
        .with_catalog(|catalog| catalog.current_block(page, &block))
        .map_or_else(|| name.to_owned(), |(_, block)| block.to_string())
}

/// Fetches a page ahead, so that it is ready when it is asked for.
fn prefetch(route: Route) {
    spawn_local(async move {
        _ = pages::load(&route).await;
    });
}

fn prefetch_neighbours(state: AppState) {
    if navigator::saves_data() {
        return;
    }
    set_timeout(
        move || {
            let Route::Page(page) = state.route_now() else {
                return;
            };
            for route in neighbours(state, &page) {
                prefetch(route);
            }
        },
        PREFETCH_AFTER,
    );
}

/// Next first: it is the likelier one.
fn neighbours(state: AppState, page: &PageId) -> Vec<Route> {
    state.with_catalog(|catalog| {
        catalog.find(page).map_or_else(Vec::new, |found| {
            [found.next, found.previous]
                .into_iter()
                .flatten()
                .map(|entry| Route::Page(entry.id.clone()))
                .collect()
        })
    })
}
