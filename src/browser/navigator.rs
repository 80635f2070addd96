//! Links and history: every click on a link of ours stays inside the app, and every entry of
//! the history keeps its scroll position.

use super::location::{self, Address};
use super::window;
use leptos::ev;
use leptos::prelude::window_event_listener;
use std::cell::RefCell;
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

/// Which entry of the history is on the screen, and where each was scrolled to.
#[derive(Default)]
struct Entries {
    current: u64,
    newest: u64,
    scrolls: Vec<(u64, f64)>,
}

impl Entries {
    /// Remembers how far the present entry is scrolled.
    fn note_scroll(&mut self) {
        let current = self.current;
        self.scrolls.retain(|(entry, _)| *entry != current);
        self.scrolls.push((current, scroll_y()));
    }

    /// How far the present entry was scrolled when it was left.
    fn scroll(&self) -> Option<f64> {
        let mut known = self.scrolls.iter();
        known
            .find(|(entry, _)| *entry == self.current)
            .map(|(_, y)| *y)
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
        // Numbers start from the clock: those of an earlier visit may still be in the history.
        ENTRIES.with_borrow_mut(|entries| {
            entries.current = super::clock::now().0;
            entries.newest = entries.current;
        });
        let known = entry_number(&history.state().unwrap_or(JsValue::NULL));
        match known {
            Some(number) => ENTRIES.with_borrow_mut(|entries| entries.current = number),
            None => _ = history.replace_state(&current_number(), ""),
        }
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
        let y = ENTRIES.with_borrow_mut(|entries| {
            entries.note_scroll();
            if let Some(number) = entry_number(&event.state()) {
                entries.current = number;
            }
            entries.scroll()
        });
        if let Some(address) = location::current() {
            on_pop(address, y.unwrap_or(0.0));
        }
    });
    // The browser itself restores the position when this page is loaded again.
    window_event_listener(ev::pagehide, |_| restore_scroll(ScrollRestoration::Auto));
    window_event_listener(ev::pageshow, |_| restore_scroll(ScrollRestoration::Manual));
    let touch = move |target: Option<web_sys::EventTarget>| {
        if let Some(link) = link_of(target.as_ref()) {
            on_touch(link.address);
        }
    };
    let focus = touch.clone();
    window_event_listener(ev::pointerover, move |event| touch(event.target()));
    window_event_listener(ev::focusin, move |event| focus(event.target()));
}

/// Adds an entry to the history for a page that is about to be shown.
pub fn push(url: &str) {
    let state = ENTRIES.with_borrow_mut(|entries| {
        entries.note_scroll();
        entries.newest += 1;
        entries.current = entries.newest;
        number_value(entries.current)
    });
    if let Ok(history) = window().history() {
        _ = history.push_state_with_url(&state, "", Some(url));
    }
}

/// Loads `url` the plain way.
pub fn leave_for(url: &str) {
    _ = window().location().set_href(url);
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

fn restore_scroll(how: ScrollRestoration) {
    if let Ok(history) = window().history() {
        _ = history.set_scroll_restoration(how);
    }
}

fn current_number() -> JsValue {
    ENTRIES.with_borrow(|entries| number_value(entries.current))
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
