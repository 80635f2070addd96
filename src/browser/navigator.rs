//! Links and history: every click on a link of ours stays inside the app, and every entry of
//! the history keeps its scroll position.

use super::location::{self, Address};
use super::{focus, pages, storage, window};
use bearings_domain::scrolls::Scrolls;
use leptos::ev;
use leptos::prelude::{set_timeout, window_event_listener};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlAnchorElement, HtmlElement, ScrollRestoration};

/// A link that was followed.
#[derive(Debug, Clone)]
pub struct Link {
    /// Where it leads.
    pub address: Address,
    /// Whether it is "Go on": back to the remembered line rather than to the block's start.
    pub goes_on: bool,
}

/// A link is fetched ahead when the pointer or the focus has rested on it for this long: passing
/// over it asks for nothing.
const RESTED: Duration = Duration::from_millis(80);

/// Which entry of the history is on the screen, and where each was scrolled to.
#[derive(Default)]
struct Entries {
    current: u64,
    newest: u64,
    scrolls: Scrolls,
}

impl Entries {
    /// Remembers how far the present entry is scrolled, and what has the focus.
    fn note_scroll(&mut self) {
        self.scrolls.note(self.current, scroll_y());
        focus::note(self.current);
    }

    /// How far the present entry was scrolled when it was left.
    fn scroll(&self) -> Option<f64> {
        self.scrolls.of(self.current)
    }

    /// Makes a number for an entry that has none of ours: a new one, or one whose state an
    /// extension has replaced.
    fn add(&mut self) -> JsValue {
        self.newest += 1;
        self.current = self.newest;
        number_value(self.current)
    }
}

thread_local! {
    static ENTRIES: RefCell<Entries> = RefCell::default();
}

/// Starts to listen. `on_link` gets links to this app and says whether it will go there itself;
/// `on_pop` gets the address and scroll position after back or forward.
pub fn listen(
    on_link: impl Fn(Link) -> bool + 'static,
    on_pop: impl Fn(Address, f64) + 'static,
    on_touch: impl Fn(Address) + Clone + 'static,
) {
    let history = window().history();
    if let Ok(history) = &history {
        let known = entry_number(&history.state().unwrap_or(JsValue::NULL));
        let made = ENTRIES.with_borrow_mut(|entries| {
            // Numbers start from the clock: those of an earlier visit may still be in the history.
            entries.newest = super::clock::now().0;
            entries.scrolls = Scrolls::parse(&storage::scrolls());
            match known {
                Some(number) => {
                    entries.current = number;
                    None
                }
                None => Some(entries.add()),
            }
        });
        if let Some(state) = made {
            _ = history.replace_state(&state, "");
        }
        return_to_scroll();
        _ = history.set_scroll_restoration(ScrollRestoration::Manual);
    }
    window_event_listener(ev::click, move |event| {
        if event.default_prevented()
            || event.button() != 0
            || event.meta_key()
            || event.ctrl_key()
            || event.shift_key()
            || event.alt_key()
        {
            return;
        }
        if let Some(link) = link_of(event.target().as_ref())
            && on_link(link)
        {
            event.prevent_default();
        }
    });
    window_event_listener(ev::popstate, move |event| {
        let (y, made) = ENTRIES.with_borrow_mut(|entries| {
            entries.note_scroll();
            let made = match entry_number(&event.state()) {
                Some(number) => {
                    entries.current = number;
                    None
                }
                None => Some(entries.add()),
            };
            (entries.scroll(), made)
        });
        if let (Some(state), Ok(history)) = (made, window().history()) {
            _ = history.replace_state(&state, "");
        }
        if let Some(address) = location::current() {
            on_pop(address, y.unwrap_or(0.0));
        }
    });
    // A page out of sight may be thrown away without another word. The browser itself restores the
    // position when it is loaded again; of the entries before it only we know.
    window_event_listener(ev::pagehide, |_| hide());
    window_event_listener(ev::pageshow, |_| restore_scroll(ScrollRestoration::Manual));
    window_event_listener(ev::visibilitychange, |_| {
        if super::page::is_visible() {
            restore_scroll(ScrollRestoration::Manual);
        } else {
            hide();
        }
    });
    let rested = Rc::new(Cell::new(0_u32));
    let touch = move |target: Option<web_sys::EventTarget>| {
        rested.set(rested.get().wrapping_add(1));
        let Some(link) = link_of(target.as_ref()) else {
            return;
        };
        let (ticket, rested, on_touch) = (rested.get(), Rc::clone(&rested), on_touch.clone());
        set_timeout(
            move || {
                if rested.get() == ticket {
                    on_touch(link.address);
                }
            },
            RESTED,
        );
    };
    let focus = touch.clone();
    window_event_listener(ev::pointerover, move |event| touch(event.target()));
    window_event_listener(ev::focusin, move |event| focus(event.target()));
    // The finger is on the link and not off it yet: time enough to parse the page.
    window_event_listener(ev::pointerdown, |event| {
        if let Some(link) = link_of(event.target().as_ref()) {
            _ = pages::ready(&link.address.route);
        }
    });
}

/// After a page was loaded again: back to where its entry was scrolled to, where the browser has
/// not done so itself and the page was not scrolled meanwhile.
fn return_to_scroll() {
    let known = ENTRIES.with_borrow(Entries::scroll);
    if let Some(y) = known
        && scroll_y() < 1.0
    {
        scroll_to(y);
    }
}

/// The page goes out of sight, perhaps for good.
fn hide() {
    restore_scroll(ScrollRestoration::Auto);
    ENTRIES.with_borrow_mut(|entries| {
        entries.note_scroll();
        storage::keep_scrolls(&entries.scrolls.print());
    });
}

/// Adds an entry to the history for a page that is about to be shown.
pub fn push(url: &str) {
    let state = ENTRIES.with_borrow_mut(|entries| {
        entries.note_scroll();
        entries.add()
    });
    if let Ok(history) = window().history() {
        _ = history.push_state_with_url(&state, "", Some(url));
    }
}

/// Loads `url` the plain way.
pub fn leave_for(url: &str) {
    let location = window().location();
    // After "back" the address is there already. Set once more, one with a `#` loads nothing, and
    // some browsers answer with another `popstate`, without end.
    if location.href().is_ok_and(|here| here == url) {
        _ = location.reload();
    } else {
        _ = location.set_href(url);
    }
}

/// Loads this page anew.
pub fn reload() {
    _ = window().location().reload();
}

/// Whether the person asked to save data.
pub fn saves_data() -> bool {
    js_sys::Reflect::get(&window().navigator(), &"connection".into())
        .and_then(|connection| js_sys::Reflect::get(&connection, &"saveData".into()))
        .is_ok_and(|value| value.is_truthy())
}

/// How far the page is scrolled, in CSS pixels.
pub fn scroll_y() -> f64 {
    window().scroll_y().unwrap_or(0.0)
}

/// Scrolls to `y` at once and returns where that led.
pub fn scroll_to(y: f64) -> f64 {
    window().scroll_to_with_x_and_y(0.0, y);
    scroll_y()
}

/// After back or forward: moves the focus to the link that was used, or else to the line on the screen.
/// Returns whether it is there; at the top of a page it is not.
pub fn return_focus() -> bool {
    if focus::return_to(ENTRIES.with_borrow(|entries| entries.current)) {
        return true;
    }
    let is_below = scroll_y() > 0.0;
    if is_below {
        focus::line_on_screen();
    }
    is_below
}

fn restore_scroll(how: ScrollRestoration) {
    if let Ok(history) = window().history() {
        _ = history.set_scroll_restoration(how);
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a number of milliseconds and a few clicks is far below 2^53"
)]
fn number_value(number: u64) -> JsValue {
    JsValue::from_f64(number as f64)
}

fn entry_number(state: &JsValue) -> Option<u64> {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "only whole numbers made by `number_value` are ever stored"
    )]
    state.as_f64().map(|number| number as u64)
}

/// The link of ours that an event happened in, if any.
fn link_of(target: Option<&web_sys::EventTarget>) -> Option<Link> {
    let anchor = target?
        .dyn_ref::<Element>()?
        .closest("a[href]")
        .ok()??
        .dyn_into::<HtmlAnchorElement>()
        .ok()?;
    if anchor.has_attribute("download") || !anchor.target().is_empty() {
        return None;
    }
    Some(Link {
        address: location::parse(&anchor.href())?,
        goes_on: anchor
            .unchecked_ref::<HtmlElement>()
            .has_attribute("data-go-on"),
    })
}
