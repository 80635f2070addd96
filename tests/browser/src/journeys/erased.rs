//! What was erased stays away: going back does not bring it back.

use serde_json::json;

use super::notes::{are, has_status, open, open_with_note, write_note};
use super::steps::erase_all;
use super::{ALL, records};
use crate::browser::Browser;
use crate::site::page_id;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "a note that was erased does not come back, from the journal neither",
        engines: ALL,
        run: journal,
    },
    Journey {
        name: "after erasing, Back to the notes shows none and writes none",
        engines: ALL,
        run: back_to_notes,
    },
    Journey {
        name: "after erasing, Back to a page and reading on writes none of the old marks",
        engines: ALL,
        run: back_to_reading,
    },
];

const SECRET: &str = "Nobody else may read this";

/// Our keys in storage.
fn ours(browser: &Browser) -> Step<Vec<String>> {
    let keys = "return Object.keys(localStorage).filter((key) => key.startsWith('bearings:'))";
    Ok(texts(&browser.js(keys, &[])?))
}

/// Nothing of ours is in storage, nor in the journal.
fn is_empty(browser: &Browser, when: &str) -> Step {
    let keys = ours(browser)?;
    check(
        keys.is_empty(),
        format!("nothing in storage {when}"),
        keys.join(" "),
    )?;
    let what = format!("an empty journal {when}");
    records::journal_is(browser, &what, "texts.length === 0")
}

/// Erases everything on the page of the device, which is open, and sees that it is gone.
fn erase(browser: &Browser) -> Step {
    erase_all(browser)?;
    is_empty(browser, "after erasing")
}

/// One step back, to this address.
fn go_back(browser: &Browser, address: &str) -> Step {
    browser.leave("h1")?;
    browser.js("history.back()", &[])?;
    let there = "return location.href.split('#')[0] === arguments[0] \
         && document.documentElement.hasAttribute('data-ready')";
    let what = format!("{address} again");
    browser.until(&what, there, &[json!(address)])?;
    browser.settle()
}

fn journal(stage: &Stage) -> Step {
    let (server, browser) = open_with_note(stage, SECRET)?;
    browser.open_ready(&format!("{}device.html", server.url()))?;
    erase(&browser)?;
    open(&browser, &server.url())?;
    are(&browser, &[])?;
    browser.settle()?;
    are(&browser, &[])?;
    browser.is_calm("the notes after erasing")
}

fn back_to_notes(stage: &Stage) -> Step {
    let (server, browser) = open_with_note(stage, SECRET)?;
    let url = server.url();
    browser.follow("#article a[href*=device]")?;
    browser.ready()?;
    erase(&browser)?;
    go_back(&browser, &format!("{url}notes.html"))?;
    are(&browser, &[])?;
    is_empty(&browser, "when the notes are open again")?;
    // What a page remembers is written when it goes out of sight, and when it is left.
    browser.js("dispatchEvent(new Event('pagehide'))", &[])?;
    browser.settle()?;
    is_empty(&browser, "when the notes go out of sight")?;
    browser.follow("nav.destinations a[href*=help]")?;
    browser.ready()?;
    is_empty(&browser, "after the notes were left")?;
    open(&browser, &url)?;
    are(&browser, &[])?;
    // Nor are the notes out of order: a new one is kept, and alone.
    write_note(&browser, "A new one")?;
    has_status(&browser, "A new one", "saved")?;
    open(&browser, &url)?;
    are(&browser, &["A new one"])?;
    browser.is_calm("the notes after erasing")
}

/// The record of what was read, or nothing.
const PROGRESS: &str = "return localStorage.getItem(arguments[0]) ?? ''";

fn back_to_reading(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    let key = [json!(records::key("progress"))];
    let has_mark = |file: &str, what: &str| records::has_mark(&browser, page_id(file), what);
    let (old, new) = (stage.site.page(1), stage.site.page(2));
    browser.open_ready(&format!("{url}{old}"))?;
    browser.scroll_to(1.0)?;
    has_mark(old, "the first page to be marked as read")?;
    let reading = browser.follow("a[rel=next]")?;
    browser.ready()?;
    browser.settle()?;
    // A page of the same program, with a link to this device.
    let today = browser.follow("nav.destinations a[href*=index]")?;
    browser.follow("#promise a[href*=device]")?;
    browser.ready()?;
    erase(&browser)?;
    go_back(&browser, &today)?;
    is_empty(&browser, "back on the page before")?;
    go_back(&browser, &reading)?;
    // From here on it is reading as any other: it leaves a place and a mark of its own.
    browser.scroll_to(0.3)?;
    browser.settle()?;
    browser.scroll_to(1.0)?;
    has_mark(new, "the page read on to be marked")?;
    let kept = crate::stop::text(&browser.js(PROGRESS, &key)?);
    check(
        !kept.contains(page_id(old)),
        format!("no mark of {}, which was erased", page_id(old)),
        kept,
    )?;
    browser.is_calm("the page read on after erasing")
}
