//! Notices where a person reads, for how long, and when a page is read to its end. What that means is
//! decided in `visit`.

#[cfg(test)]
mod tests;
mod visit;

pub(super) use visit::Visit;

use super::AppState;
use super::navigation::restore::parse_line;
use crate::browser::{self, navigator};
use bearings_domain::catalog::Catalog;
use bearings_domain::ids::PageId;
use bearings_domain::position::Position;
use bearings_domain::route::Destination;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use visit::Screen;

/// A position is kept this long after the first scroll, so at most this much is ever lost.
const KEEP_AFTER: Duration = Duration::from_millis(300);
/// A short page that needs no scrolling counts as read after this long in sight.
const SHORT_PAGE: Duration = Duration::from_secs(12);
/// Text has come to rest this long after the window changed its size.
const RESIZE_REST: Duration = Duration::from_millis(150);

/// Starts to listen.
pub(super) fn start(state: AppState) {
    window_event_listener(ev::scroll, move |_| scrolled(state));
    window_event_listener(ev::pagehide, move |_| leave(state));
    window_event_listener(ev::visibilitychange, move |_| visibility_changed(state));
    window_event_listener(ev::resize, move |_| {
        set_timeout(move || resized(state), RESIZE_REST);
    });
    window_event_listener(ev::storage, move |event| {
        state.record_changed(event.key().as_deref());
    });
    // From the history of the browser a page comes back as it was; Safari says so only this way.
    window_event_listener(ev::pageshow, move |_| state.load());
    arrive(state, false);
    after_switch(state);
}

/// After the change to a newer version: back to the block that was on the screen.
fn after_switch(state: AppState) {
    let saved = browser::storage::take_reload_position();
    let line = saved.and_then(|line| parse_line(state.route_now().to, &line, state.now()));
    if let Some(line) = line {
        restore(state, &line);
    }
}

/// The list of pages has come: what a position waited for.
#[cfg(feature = "csr")]
pub(super) fn catch_up(state: AppState) {
    leave(state);
}

/// A page has come onto the screen; `is_position` says whether that alone makes it the position.
pub(super) fn arrive(state: AppState, is_position: bool) {
    let now = state.now();
    let screen = Screen {
        is_visible: browser::page::is_visible(),
        width: browser::page::width(),
    };
    update(state, |visit| visit.arrive(screen, is_position, now));
    if is_position {
        save_position(state);
    }
    let here = state.route_now();
    set_timeout(
        move || {
            if state.route_now() == here {
                check_end(state);
            }
        },
        SHORT_PAGE,
    );
}

/// The page goes off the screen: keep what has not been kept yet.
pub(super) fn leave(state: AppState) {
    if with(state, Visit::is_waiting) {
        save_position(state);
    }
}

/// A scroll that the app made itself is not the person's.
pub(super) fn note_scroll(state: AppState, y: f64) {
    update(state, |visit| visit.note_own_scroll(y));
}

/// Brings the line of `place` back to the top.
pub(super) fn restore(state: AppState, position: &Position) {
    // Until the pages are known, a position is taken as it is.
    let current = state.with_catalog(|catalog| {
        let is_known = catalog.knows_pages();
        is_known.then(|| catalog.current_position(position))
    });
    if let Some(position) = current.unwrap_or_else(|| Some(position.clone()))
        && let Some(y) = browser::position::scroll_to(&position.block, position.offset)
    {
        note_scroll(state, y);
    }
}

fn scrolled(state: AppState) {
    let y = navigator::scroll_y();
    if update(state, |visit| visit.scroll(y)) == Some(true) {
        set_timeout(
            move || {
                if with(state, Visit::is_waiting) {
                    save_position(state);
                    check_end(state);
                }
            },
            KEEP_AFTER,
        );
    }
}

fn visibility_changed(state: AppState) {
    let now = state.now();
    if browser::page::is_visible() {
        update(state, |visit| visit.show(now));
        // A page that slept has heard nothing of what other tabs did.
        state.load();
        super::offline::came_back(state);
    } else {
        update(state, |visit| visit.hide(now));
        leave(state);
    }
}

fn resized(state: AppState) {
    let width = browser::page::width();
    if update(state, |visit| visit.resize(width)) == Some(true) {
        let position = state.reading.position.get_untracked();
        if let Some(line) = visit::line_of(position, page_to_keep(state).as_ref()) {
            restore(state, &line);
        }
    }
}

fn page_to_keep(state: AppState) -> Option<PageId> {
    state.with_catalog(|catalog| visit::page_to_keep(catalog, state.route_now().to))
}

fn save_position(state: AppState) {
    if !state.with_catalog(Catalog::knows_pages) {
        // Until `catch_up`.
        update(state, Visit::wait);
        return;
    }
    update(state, Visit::settle);
    let Some(page) = page_to_keep(state) else {
        return;
    };
    if let Some((block, offset)) = browser::position::at_top() {
        state.save_position(Position {
            at: state.now(),
            page,
            block,
            offset,
        });
    }
}

/// Marks the page as read once its end has been on the screen.
fn check_end(state: AppState) {
    let Destination::Page(page) = state.route_now().to else {
        return;
    };
    let now = state.now();
    let is_visible = browser::page::is_visible();
    let ended = update(state, |visit| {
        visit.end(is_visible, browser::page::is_end_in_view, now)
    });
    if let Some(seconds) = ended.flatten() {
        let words = state
            .with_catalog(|catalog| catalog.find(&page).map(|found| found.entry.words))
            .unwrap_or(0);
        state.change_progress(|progress| {
            progress.observe_pace(words, seconds);
            progress.mark_read(&page, now);
        });
    }
}

fn with<T>(state: AppState, read: impl FnOnce(&Visit) -> T) -> T {
    state.inner.with_value(|inner| read(&inner.visit))
}

fn update<T>(state: AppState, change: impl FnOnce(&mut Visit) -> T) -> Option<T> {
    state.change(|inner| change(&mut inner.visit))
}
