//! The program stops for good: a trap in its WebAssembly.

use serde_json::json;

use super::ALL;
use crate::browser::Browser;
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "fault 34: a trap after the start is said, and the words in the fields can be saved",
    engines: ALL,
    run: said,
}];

fn said(stage: &Stage) -> Step {
    let server = stage.serve()?;
    // One of its own: what it takes away stays away, and WebKitGTK has once not told of the trap in a
    // window that had made other journeys.
    let browser = stage.start(&Setup::default())?;
    browser.open_ready(&format!("{}notes.html", server.url()))?;
    browser.click("[data-write-note]")?;
    let field = browser.find(".note textarea")?;
    // What the browser lends the program is taken away under it, in a way that it cannot expect.
    let broken = "Object.defineProperty(window, 'localStorage', { configurable: true, \
         get() { throw new DOMException('gone', 'SecurityError'); } });";
    browser.js(broken, &[])?;
    browser.session.type_into(&field, "Ask about the scan")?;
    browser.visible("[data-stopped-note]")?;
    let in_sight = "const box = document.querySelector('[data-stopped-note]').getBoundingClientRect(); \
         const field = document.activeElement.getBoundingClientRect(); \
         return box.top >= 0 && box.bottom <= innerHeight && field.top >= 0 && field.top < box.top";
    browser.until("the sentence in sight, below the words", in_sight, &[])?;
    let words = "return document.querySelector('[data-stopped-note] p').textContent";
    let seen = text(&browser.js(words, &[])?);
    check(!seen.is_empty(), "a sentence about it", seen)?;
    browser.js(include_str!("../scripts/catch_files.js"), &[])?;
    browser.click("[data-stopped-save]")?;
    let saved = "return window.__files?.some(({ text }) => text.includes(arguments[0]))";
    browser.until("the words as a file", saved, &[json!("Ask about the scan")])?;
    while_reading(&browser, &format!("{}{}", server.url(), stage.site.page(1)))?;
    while_it_starts(&browser, &server.url())
}

/// Firefox runs scripts of the driver beside the page: the error has to be one of the page's own.
const TRAP: &str = "const page = window.wrappedJSObject ?? window; \
     const error = new page.WebAssembly.RuntimeError('trap'); \
     page.dispatchEvent(new page.ErrorEvent('error', { error }));";

/// The line that somebody reads stays where it is: only words that are being written are brought up.
fn while_reading(browser: &Browser, page: &str) -> Step {
    browser.open_ready(page)?;
    let down =
        "const it = document.querySelector('.page-end'); it.scrollIntoView(); return scrollY";
    let there = browser.js(down, &[])?;
    check(
        there != json!(0),
        "a page that is scrolled",
        there.to_string(),
    )?;
    browser.js(TRAP, &[])?;
    browser.visible("[data-stopped-note]")?;
    let after = browser.js("return scrollY", &[])?;
    check(after == there, there.to_string(), after.to_string())
}

/// Before the app is ready there are no words to hold out: the page is loaded anew, and when that ends
/// in a trap as well, the loader says what it says of any start that failed.
fn while_it_starts(browser: &Browser, url: &str) -> Step {
    browser.open_ready(&format!("{url}index.html"))?;
    let trap = ["delete document.documentElement.dataset.ready;", TRAP].concat();
    browser.js(&trap, &[])?;
    browser.ready()?;
    let kind = "return performance.getEntriesByType('navigation')[0].type";
    let kind = text(&browser.js(kind, &[])?);
    check(kind == "reload", "a page that was loaded anew", kind)?;
    browser.hidden("[data-boot-error]")?;
    browser.js(&trap, &[])?;
    browser.visible("[data-boot-error]").map(drop)
}
