//! Back and forward.

mod entries;
mod positions;
mod requests;

use std::rc::Rc;

use bearings_host::Server;
use serde_json::json;

use super::ALL;
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, failed, number, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "back and forward restore the scroll position; each new page is announced",
        engines: ALL,
        run: positions::back_and_forward,
    },
    Journey {
        name: "fault 26: back to an address with a fragment that belongs to another release: address and text agree, and few requests are made",
        engines: ALL,
        run: entries::back_to_another_release,
    },
    Journey {
        name: "fault 27: scroll positions of the history survive a reload",
        engines: ALL,
        run: positions::back_after_a_reload,
    },
    Journey {
        name: "fault 27: a page that goes out of sight leaves its place to the browser, and takes it back",
        engines: ALL,
        run: positions::out_of_sight,
    },
    Journey {
        name: "fault 35: what a link inside the app has led to is marked, and nothing else is",
        engines: ALL,
        run: entries::marked,
    },
    Journey {
        name: "fault 32: the state of an entry is replaced by an extension: back and forward lead to the right pages",
        engines: ALL,
        run: entries::replaced_state,
    },
    Journey {
        name: "who saves data has nothing fetched ahead, and nobody what the pointer only passes over",
        engines: ALL,
        run: requests::nothing_ahead,
    },
    Journey {
        name: "fault 36: a tap on a page that is ready ends the wait for a slow one; a page that never comes is left to the browser; one request a page",
        engines: ALL,
        run: requests::slow_pages,
    },
    Journey {
        name: "fault 36: back to a slow page of another folder: until it comes, links lead where the text on the screen says",
        engines: ALL,
        run: requests::back_to_a_slow_page,
    },
];

/// A page of the guide, opened and scrolled to the way to the next one.
struct Start {
    browser: Rc<Browser>,
    /// The address of the page.
    page: String,
    /// How far it is scrolled, in CSS pixels.
    scrolled: f64,
    /// Serves the site as long as the journey lasts.
    _server: Server,
}

/// Opens a page in the usual browser and scrolls to the way to the next one.
fn start(stage: &Stage) -> Step<Start> {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let page = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&page)?;
    let scrolled = scroll_to_next(&browser)?;
    Ok(Start {
        browser,
        page,
        scrolled,
        _server: server,
    })
}

/// Scrolls to the way to the next page, and returns how far that is. The driver scrolls to what it
/// presses, and a press by script leaves nothing to go back to in `WebKit`: the place that counts is
/// the one after the scroll.
fn scroll_to_next(browser: &Browser) -> Step<f64> {
    let script = "document.querySelector('a[rel=next]').scrollIntoView({ block: 'center', \
         behavior: 'instant' })";
    browser.js(script, &[])?;
    browser.settle()?;
    browser.scroll_y()
}

fn at(browser: &Browser, expected: f64, what: &str) -> Step {
    let near = "return Math.abs(scrollY - arguments[0]) <= 4";
    if browser.until(what, near, &[json!(expected)]).is_ok() {
        return Ok(());
    }
    let seen = number(&browser.js("return scrollY", &[])?);
    let page = text(&browser.js("return document.title", &[])?);
    failed(
        format!("{what}: {expected} px"),
        format!("{seen} px on “{page}”"),
    )
}
