//! Steps that journeys about several things take.

use bearings_host::Server;
use serde_json::json;

use super::notes;
use super::offline::visit;
use super::position::is_saved;
use crate::browser::Browser;
use crate::stage::Stage;
use crate::stop::{Step, check, text};

/// Leaves something of everything on the device: the guide saved, a place, and a note with these
/// words. The notes are open afterwards.
pub fn settle_in(browser: &Browser, server: &Server, stage: &Stage, words: &str) -> Step {
    visit(browser, server, stage)?;
    browser.scroll_to(0.5)?;
    is_saved(browser, "a place")?;
    notes::open(browser, &server.url())?;
    notes::write_note(browser, words)?;
    notes::has_status(browser, words, "saved")
}

/// Erases everything on the page of the device, which is open, and waits until it is told.
pub fn erase_all(browser: &Browser) -> Step {
    browser.click("[data-click=ask]")?;
    browser.click("[data-click=erase]")?;
    let told = "return document.querySelector('#erase-said').innerText.trim() !== ''";
    browser.until("erasing to be told of", told, &[]).map(drop)
}

/// On the contents, follows the first link into the guide; on any other page, does nothing. What
/// leads into the guide may lead to either.
pub fn pass_contents(browser: &Browser) -> Step {
    let is_contents = "return document.querySelector('[data-contents]') !== null";
    if browser.js(is_contents, &[])? == json!(true) {
        browser.follow("[data-contents] a[href*='guide/']")?;
    }
    Ok(())
}

/// The app has not taken over yet; `what` says what has to come before it.
pub fn is_early(browser: &Browser, what: &str) -> Step {
    let ready = "return document.documentElement.hasAttribute('data-ready')";
    check(
        browser.js(ready, &[])? == json!(false),
        what,
        "an app that was ready before; the delay in this journey is too short",
    )
}

/// The loader shows no error just now.
pub fn no_boot_error(browser: &Browser) -> Step {
    let error = "return document.querySelector('[data-boot-error]:not([hidden])') === null";
    check(
        browser.js(error, &[])? == json!(true),
        "no boot error",
        "one that is shown",
    )
}

/// Text is there and styled.
pub fn reads(browser: &Browser) -> Step {
    browser.visible("#article h1")?;
    let font = text(&browser.js("return getComputedStyle(document.body).fontFamily", &[])?);
    check(
        font.contains("sans-serif"),
        "our styles on the page",
        format!("font-family: {font}"),
    )
}
