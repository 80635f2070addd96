//! Where the focus is: it never falls back to the beginning of the page, where the next key would
//! lead away from what was read.

use super::page::focus_quietly;
use super::{document, position};
use leptos::prelude::set_timeout;
use std::cell::RefCell;
use std::time::Duration;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What can have the focus in the text.
const STOPS: &str = "main :is(a,button,summary,input)";
/// How many entries of the history are remembered: nobody goes further back.
const KEPT: usize = 50;

thread_local! {
    /// Which of the [`STOPS`] of an entry had the focus, the newest last.
    static KNOWN: RefCell<Vec<(u64, u32)>> = RefCell::default();
}

/// Remembers which link or control of the text has the focus in this entry of the history.
pub(super) fn note(entry: u64) {
    let focused = document().active_element();
    let stop = focused.and_then(|focused| {
        let all = document().query_selector_all(STOPS).ok()?;
        (0..all.length()).find(|at| all.get(*at).is_some_and(|one| one == *focused))
    });
    KNOWN.with_borrow_mut(|known| {
        known.retain(|(other, _)| *other != entry);
        known.extend(stop.map(|stop| (entry, stop)));
        if known.len() > KEPT {
            known.remove(0);
        }
    });
}

/// Moves the focus back to what had it in this entry, without scrolling. A list that was open around
/// it is opened again. Returns whether that is known.
pub(super) fn return_to(entry: u64) -> bool {
    let known = KNOWN.with_borrow(|known| known.iter().find(|(other, _)| *other == entry).copied());
    let stop = known.and_then(|(_, stop)| {
        let all = document().query_selector_all(STOPS).ok()?;
        all.get(stop)?.dyn_into::<Element>().ok()
    });
    let Some(stop) = stop else {
        return false;
    };
    if stop.tag_name() != "SUMMARY"
        && let Ok(Some(closed)) = stop.closest("details:not([open])")
    {
        _ = closed.set_attribute("open", "");
    }
    focus_quietly(&stop);
    document().active_element().as_ref() == Some(&stop)
}

/// Moves the focus to the line at the top of the screen, without scrolling.
pub fn line_on_screen() {
    let line =
        position::at_top().and_then(|(block, _)| document().get_element_by_id(block.as_str()));
    if let Some(line) = line {
        reach(&line);
    }
}

/// A control was pressed. If that hides it, or it can do no more, it would take the focus along: see
/// [`hand_on`]. What it does may be done at once, or when the worker has answered.
pub fn keep() {
    let Some(pressed) = focused() else {
        return;
    };
    for wait in [0, 500] {
        let pressed = pressed.clone();
        set_timeout(move || hand_on(&pressed), Duration::from_millis(wait));
    }
}

/// What has the focus, if it is more than the page.
fn focused() -> Option<Element> {
    let focused = document().active_element();
    focused.filter(|element| element.tag_name() != "BODY")
}

/// Moves the focus from a control that is gone to the heading of the section around it, or else to the
/// line on the screen; not when it is elsewhere already.
fn hand_on(gone: &Element) {
    let is_there = gone.get_bounding_client_rect().width() > 0.0
        && !gone.matches(":disabled").unwrap_or_default();
    if is_there || focused().is_some_and(|focused| focused != *gone) {
        return;
    }
    let section = gone.closest("section").ok().flatten();
    match section.and_then(|section| section.query_selector("h2").ok()?) {
        Some(heading) => reach(&heading),
        None => line_on_screen(),
    }
}

/// Moves the focus to what a person cannot reach with keys.
fn reach(element: &Element) {
    _ = element.set_attribute("tabindex", "-1");
    focus_quietly(element);
}
