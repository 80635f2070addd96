//! Notes and marks are thrown away, while nobody looks or while they are on the screen.

use serde_json::json;

use super::{WORDS, settle_in};
use crate::browser::Browser;
use crate::journeys::notes::{FIELD, are, has_status, is_kept, open, type_on, write_note};
use crate::journeys::offline::is_ours;
use crate::site::page_id;
use crate::stage::{PREFIX, Stage};
use crate::stop::{Step, check, text};

pub(super) fn notes_gone(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    settle_in(&browser, &server, stage)?;
    let url = server.url();
    // Where no app runs that could write anything: all that the person has goes.
    browser.open(&format!("{url}robots.txt"))?;
    let empty = "localStorage.clear(); return new Promise((done) => { \
         const gone = indexedDB.deleteDatabase(arguments[0]); \
         gone.onsuccess = gone.onerror = () => done(true); })";
    let journal = format!("bearings:{PREFIX}:journal");
    browser.js(empty, &[json!(journal)])?;
    server.stop();
    browser.open_ready(&format!("{url}{}", stage.site.page(2)))?;
    is_ours(&browser, "a page without anything kept")?;
    open(&browser, &url)?;
    are(&browser, &[])?;
    let told = "return document.querySelector('[data-notes-told]').innerText";
    let told = text(&browser.js(told, &[])?);
    check(told.is_empty(), "nothing to be called damaged", told)?;
    write_note(&browser, "Begun anew")?;
    has_status(&browser, "Begun anew", "saved")?;
    open(&browser, &url)?;
    are(&browser, &["Begun anew"])
}

/// The words are on the page and in a record, and it is told why that is worth a word.
fn is_written_again(browser: &Browser) -> Step {
    let told = "return document.querySelectorAll('[data-notes-told] p').length === 1";
    browser.until("a sentence that says so", told, &[])?;
    are(browser, &[WORDS])?;
    has_status(browser, WORDS, "saved")?;
    check(
        is_kept(browser, WORDS)? == json!(true),
        "the words in a record again",
        "none",
    )
}

/// The page hears nothing of storage until it is told that it is in sight again.
const SLEEP: &str =
    "addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true })";
const WAKE: &str = "dispatchEvent(new Event('pageshow'))";

pub(super) fn emptied_asleep(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open(&browser, &url)?;
    write_note(&browser, WORDS)?;
    has_status(&browser, WORDS, "saved")?;
    // Loaded anew, so that nobody has been in any of the notes.
    open(&browser, &url)?;
    are(&browser, &[WORDS])?;
    browser.js(SLEEP, &[])?;
    let here = browser.session.window()?;
    let there = browser.session.new_window()?;
    browser.session.switch_to(&there)?;
    browser.open(&format!("{url}__test/capture.js"))?;
    let empty = "localStorage.clear(); return new Promise((done) => { \
         const gone = indexedDB.deleteDatabase(arguments[0]); \
         gone.onsuccess = gone.onerror = () => done(true); })";
    let journal = format!("bearings:{PREFIX}:journal");
    browser.js(empty, &[json!(journal)])?;
    browser.session.switch_to(&here)?;
    are(&browser, &[WORDS])?;
    browser.js(WAKE, &[])?;
    is_written_again(&browser)?;
    browser.is_calm("the notes that were written again")?;
    open(&browser, &url)?;
    are(&browser, &[WORDS])?;
    // Erased on purpose meanwhile, nothing stays and nothing comes back.
    browser.js(SLEEP, &[])?;
    browser.session.switch_to(&there)?;
    browser.open_ready(&format!("{url}device.html"))?;
    browser.click("[data-click=ask]")?;
    browser.click("[data-click=erase]")?;
    let told = "return document.querySelector('#erase-said').innerText.trim() !== ''";
    browser.until("erasing to be told of", told, &[])?;
    browser.session.close_window()?;
    browser.session.switch_to(&here)?;
    browser.js(WAKE, &[])?;
    are(&browser, &[])?;
    let told = "return document.querySelector('[data-notes-told]').innerText";
    let told = text(&browser.js(told, &[])?);
    check(told.is_empty(), "nothing to be told of", told)?;
    browser.settle()?;
    check(
        is_kept(&browser, WORDS)? == json!(false),
        "none of the words in a record",
        "one",
    )
}

pub(super) fn emptied_elsewhere(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open(&browser, &url)?;
    write_note(&browser, WORDS)?;
    has_status(&browser, WORDS, "saved")?;
    let here = browser.session.window()?;
    let there = browser.session.new_window()?;
    browser.session.switch_to(&there)?;
    browser.open(&format!("{url}__test/capture.js"))?;
    browser.js("localStorage.clear()", &[])?;
    browser.session.switch_to(&here)?;
    is_written_again(&browser)?;
    // Writing on brings the whole note back, not only what is new of it.
    browser.click(FIELD)?;
    let end = "const at = document.activeElement.value.length; \
         document.activeElement.setSelectionRange(at, at)";
    browser.js(end, &[])?;
    type_on(&browser, ", and after")?;
    let whole = format!("{WORDS}, and after");
    has_status(&browser, &whole, "saved")?;
    check(
        is_kept(&browser, &whole)? == json!(true),
        "the whole note in a record",
        "none",
    )?;
    browser.is_calm("the notes whose storage was emptied")?;
    browser.session.switch_to(&there)?;
    open(&browser, &url)?;
    are(&browser, &[&whole])?;
    browser.session.close_window()?;
    Ok(browser.session.switch_to(&here)?)
}

pub(super) fn marks_emptied(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    let (read, now) = (stage.site.page(1), stage.site.page(2));
    let has = |page: &str, what: &str| {
        let script = "return (localStorage.getItem(arguments[0]) ?? '').includes(arguments[1])";
        let key = format!("bearings:{PREFIX}:progress");
        browser.until(what, script, &[json!(key), json!(page)])
    };
    browser.open_ready(&format!("{url}{read}"))?;
    browser.scroll_to(1.0)?;
    has(page_id(read), "the first page to be marked as read")?;
    browser.open_ready(&format!("{url}{now}"))?;
    browser.js(SLEEP, &[])?;
    browser.js("localStorage.clear()", &[])?;
    browser.js(WAKE, &[])?;
    browser.scroll_to(1.0)?;
    has(page_id(now), "the page read on to be marked")?;
    has(page_id(read), "the mark that the browser had lost")?;
    browser.is_calm("the page whose storage was emptied")
}
