//! What is known of the page on the screen: whose scroll it was, whether the position waits to be
//! kept, for how long somebody has been reading, and whether the end was seen. Plain values: what the
//! browser shows comes in as arguments.

use crate::state::timer::Timer;
use bearings_domain::catalog::{Catalog, PartKind};
use bearings_domain::ids::PageId;
use bearings_domain::position::Position;
use bearings_domain::route::Destination;
use bearings_domain::time::Millis;

/// A page as the browser shows it when it comes onto the screen.
#[derive(Debug, Clone, Copy)]
pub(super) struct Screen {
    /// Whether it is in sight.
    pub is_visible: bool,
    /// The width of the window in CSS pixels.
    pub width: f64,
}

/// What is known about the page on the screen.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::state) struct Visit {
    timer: Timer,
    /// The person has scrolled since the position was kept last.
    is_waiting: bool,
    /// The page was marked as read in this visit.
    has_ended: bool,
    /// The position is the person's: she has come here inside the app, or has scrolled.
    has_moved: bool,
    /// Where the app itself has scrolled to.
    own_scroll: Option<f64>,
    width: f64,
}

impl Visit {
    /// A page has come onto the screen; `is_position` says whether that alone makes it the position.
    pub(super) fn arrive(&mut self, screen: Screen, is_position: bool, now: Millis) {
        let mut timer = Timer::start(now);
        if !screen.is_visible {
            timer.hide(now);
        }
        *self = Self {
            timer,
            has_moved: is_position,
            own_scroll: self.own_scroll,
            width: screen.width,
            ..Self::default()
        };
    }

    /// The app has scrolled to `y` itself: that is not the person's.
    pub(super) fn note_own_scroll(&mut self, y: f64) {
        self.own_scroll = Some(y);
    }

    /// The page is scrolled to `y` now. Returns whether the position has to be kept a little later:
    /// only the first scroll of the person begins that wait.
    pub(super) fn scroll(&mut self, y: f64) -> bool {
        if self.own_scroll.is_some_and(|own| (own - y).abs() < 2.0) {
            return false;
        }
        self.own_scroll = None;
        self.has_moved = true;
        !std::mem::replace(&mut self.is_waiting, true)
    }

    /// Whether the position has still to be kept.
    pub(super) fn is_waiting(&self) -> bool {
        self.is_waiting
    }

    /// The position cannot be kept yet.
    pub(super) fn wait(&mut self) {
        self.is_waiting = true;
    }

    /// The position has been kept, or is none that is kept.
    pub(super) fn settle(&mut self) {
        self.is_waiting = false;
    }

    /// The page went out of sight.
    pub(super) fn hide(&mut self, now: Millis) {
        self.timer.hide(now);
    }

    /// The page came back into sight.
    pub(super) fn show(&mut self, now: Millis) {
        self.timer.show(now);
    }

    /// The window has this width now. Returns whether the words that were at the top have to come
    /// back there: another width breaks the lines anew. Not where nobody has been reading yet.
    pub(super) fn resize(&mut self, width: f64) -> bool {
        let has_changed = (self.width - width).abs() > 0.5;
        if has_changed {
            self.width = width;
        }
        has_changed && self.has_moved
    }

    /// The end of the text may have been seen. Returns for how many seconds the page was in sight if
    /// it was read just now: once in a visit. Whether the end is on the screen is asked only where it
    /// counts.
    pub(super) fn end(
        &mut self,
        is_visible: bool,
        is_end_in_view: impl FnOnce() -> bool,
        now: Millis,
    ) -> Option<u32> {
        if self.has_ended || !is_visible || !is_end_in_view() {
            return None;
        }
        self.has_ended = true;
        Some(self.timer.seconds(now))
    }
}

/// The page on the screen, if its position is kept. Pages of *Choose to read* leave no trace on the
/// home screen; which these are is not known before the list of pages has come.
pub(super) fn page_to_keep(catalog: &Catalog, to: Destination) -> Option<PageId> {
    let Destination::Page(page) = to else {
        return None;
    };
    let is_for_all = catalog.find(&page)?.part.kind != PartKind::Choose;
    is_for_all.then_some(page)
}

/// The remembered line, if it is one of this page.
pub(super) fn line_of(position: Option<Position>, page: Option<&PageId>) -> Option<Position> {
    position.filter(|position| Some(&position.page) == page)
}
