//! Notices where a person reads, for how long, and when a page is read to its end.

use super::AppState;
use super::timer::Timer;
use crate::browser::{self, navigator};
use bearings_domain::catalog::PartKind;
use bearings_domain::ids::{BlockId, PageId};
use bearings_domain::position::Position;
use bearings_domain::route::Route;
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;

/// A position is kept this long after the first scroll, so at most this much is ever lost.
const KEEP_AFTER: Duration = Duration::from_millis(300);
/// A short page that needs no scrolling counts as read after this long in sight.
const SHORT_PAGE: Duration = Duration::from_secs(12);
/// Text has come to rest this long after the window changed its size.
const RESIZE_REST: Duration = Duration::from_millis(150);

/// What is known about the page on the screen.
#[derive(Debug, Clone, Copy, Default)]
pub struct Tracking {
    timer: Timer,
    is_waiting: bool,
    has_ended: bool,
    has_moved: bool,
    own_scroll: Option<f64>,
    width: f64,
}

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
    let Some(saved) = browser::storage::take_reload_position() else {
        return;
    };
    let Some((block, offset)) = saved.split_once(' ') else {
        return;
    };
    if let (Route::Page(page), Ok(block), Ok(offset)) =
        (state.route_now(), BlockId::parse(block), offset.parse())
    {
        let at = state.now();
        restore(
            state,
            &Position {
                at,
                page,
                block,
                offset,
            },
        );
    }
}

/// A page has come onto the screen; `keep` says whether that alone makes it the position.
pub(super) fn arrive(state: AppState, keep: bool) {
    let now = state.now();
    let mut timer = Timer::start(now);
    if !browser::page::is_visible() {
        timer.hide(now);
    }
    update(state, |tracking| {
        *tracking = Tracking {
            timer,
            has_moved: keep,
            own_scroll: tracking.own_scroll,
            width: browser::page::width(),
            ..Tracking::default()
        };
    });
    if keep {
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
    if with(state, |tracking| tracking.is_waiting) {
        save_position(state);
    }
}

/// A scroll that the app made itself is not the person's.
pub(super) fn note_scroll(state: AppState, y: f64) {
    update(state, |tracking| tracking.own_scroll = Some(y));
}

/// Brings the line of `place` back to the top.
pub(super) fn restore(state: AppState, position: &Position) {
    let position = state.with_catalog(|catalog| catalog.current_position(position));
    if let Some(position) = position
        && let Some(y) = browser::position::scroll_to(&position.block, position.offset)
    {
        note_scroll(state, y);
    }
}

fn scrolled(state: AppState) {
    let y = navigator::scroll_y();
    let is_own = with(state, |tracking| {
        tracking.own_scroll.is_some_and(|own| (own - y).abs() < 2.0)
    });
    if is_own {
        return;
    }
    let was_waiting = with(state, |tracking| tracking.is_waiting);
    update(state, |tracking| {
        tracking.own_scroll = None;
        tracking.has_moved = true;
        tracking.is_waiting = true;
    });
    if !was_waiting {
        set_timeout(
            move || {
                if with(state, |tracking| tracking.is_waiting) {
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
        update(state, |tracking| tracking.timer.show(now));
        // A page that slept has heard nothing of what other tabs did.
        state.load();
        super::offline::came_back(state);
    } else {
        update(state, |tracking| tracking.timer.hide(now));
        leave(state);
    }
}

/// Another width breaks the lines anew: the words that were at the top come back there.
fn resized(state: AppState) {
    let width = browser::page::width();
    let (changed, has_moved) = with(state, |tracking| {
        ((tracking.width - width).abs() > 0.5, tracking.has_moved)
    });
    if !changed {
        return;
    }
    update(state, |tracking| tracking.width = width);
    let position = state.reading.position.get_untracked();
    if let (true, Some(page), Some(position)) = (has_moved, page_to_keep(state), position)
        && position.page == page
    {
        restore(state, &position);
    }
}

/// The page on the screen, if its position is kept. Pages of *Choose to read* leave no trace on
/// the home screen.
fn page_to_keep(state: AppState) -> Option<PageId> {
    let Route::Page(page) = state.route_now() else {
        return None;
    };
    let is_for_all = state.with_catalog(|catalog| {
        catalog
            .find(&page)
            .is_some_and(|found| found.part.kind != PartKind::Choose)
    });
    is_for_all.then_some(page)
}

fn save_position(state: AppState) {
    update(state, |tracking| tracking.is_waiting = false);
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
    let Route::Page(page) = state.route_now() else {
        return;
    };
    let is_over = with(state, |tracking| tracking.has_ended);
    if is_over || !browser::page::is_visible() || !browser::page::is_end_in_view() {
        return;
    }
    let now = state.now();
    let seconds = with(state, |tracking| tracking.timer.seconds(now));
    let words = state
        .with_catalog(|catalog| catalog.find(&page).map(|found| found.entry.words))
        .unwrap_or(0);
    update(state, |tracking| tracking.has_ended = true);
    state.change_progress(|progress| {
        progress.observe_pace(words, seconds);
        progress.mark_read(&page, now);
    });
}

fn with<T>(state: AppState, read: impl FnOnce(&Tracking) -> T) -> T {
    state.inner.with_value(|inner| read(&inner.tracking))
}

fn update(state: AppState, change: impl FnOnce(&mut Tracking)) {
    state.change(|inner| change(&mut inner.tracking));
}
