//! A page inside a page of somebody else: nothing in it can be pressed unawares.

use serde_json::json;

use super::ALL;
use super::backup::hands::Hands;
use super::records::open_bare;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "fault 50: inside a frame nothing erases, restores or removes, and all can be read",
    engines: ALL,
    run: framed,
}];

fn framed(stage: &Stage) -> Step {
    // Another port of the same host is the same site: the frame has the storage of its own page.
    let hands = Hands::with_records(stage)?;
    let browser = &hands.browser;
    let before = hands.storage()?;
    let other = stage.serve()?;
    open_bare(browser, &other.url())?;
    let frame = "const frame = document.createElement('iframe'); frame.id = 'frame'; \
         frame.width = 900; frame.height = 700; frame.src = arguments[0]; \
         return new Promise((done) => { frame.onload = () => done(true); \
         document.body.append(frame) })";
    browser.js(frame, &[json!(hands.url("device.html"))])?;
    let element = browser.find("#frame")?;
    browser.session.enter(Some(&element))?;
    let looked = look(browser, &hands);
    browser.session.enter(None)?;
    looked?;
    open_bare(browser, &hands.url(""))?;
    hands.is_storage(&before, "after a page in a frame")
}

/// Everything that is not the browser's own is out of reach, and the words are not.
fn look(browser: &crate::browser::Browser, hands: &Hands) -> Step {
    let inside = text(&browser.js("return location.href", &[])?);
    check(
        inside == hands.url("device.html"),
        "the page in a frame",
        inside,
    )?;
    browser.settle()?;
    let usable = "return [...document.querySelectorAll('[data-prerendered] :is(button, input), \
         [data-device] button, [data-settings] input, [data-notice] button')]\
         .filter((control) => control.getClientRects().length > 0 \
         && getComputedStyle(control).visibility === 'visible' && !control.disabled)\
         .map((control) => control.outerHTML)";
    let usable = browser.js(usable, &[])?;
    check(
        usable == json!([]),
        "no control that can be used",
        usable.to_string(),
    )?;
    // Pressed all the same, they do nothing.
    let press = "for (const name of ['ask', 'erase', 'restore', 'export']) \
         for (const control of document.querySelectorAll(`[data-click=${name}]`)) control.click(); \
         document.querySelector('[data-remove-offline]').click()";
    browser.js(press, &[])?;
    browser.settle()?;
    browser.visible("#title")?;
    browser
        .visible("#article p")
        .or_else(|_| browser.visible(".device p"))
}
