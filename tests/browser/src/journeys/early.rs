//! Taps made before the app is there.

use std::time::Duration;

use bearings_host::Fault;
use serde_json::json;

use super::ALL;
use super::steps::is_early;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "a tap made before the app is ready is kept and counts once",
        engines: ALL,
        run: early_tap,
    },
    Journey {
        name: "a choice made before the app is ready is kept",
        engines: ALL,
        run: early_choice,
    },
];

fn early_choice(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    server.fail("tools-*.wasm", Fault::Delay(Duration::from_secs(3)));
    browser.open(&format!("{}settings.html", server.url()))?;
    browser.click("input[name=region][value=us]")?;
    browser.ready()?;
    let chosen = "return document.documentElement.dataset.look === 'region-us' \
         && document.querySelector('input[name=region]:checked').value === 'us'";
    browser.until("the words of the US to stay chosen", chosen, &[])?;
    browser.settle()?;
    check(
        browser.js(chosen, &[])? == json!(true),
        "the choice to last",
        "another one",
    )?;
    browser.is_calm("the page where something was chosen early")
}

fn early_tap(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    server.fail("app-*.wasm", Fault::Delay(Duration::from_secs(3)));
    browser.open(&format!("{}{}", server.url(), stage.site.page(1)))?;
    let tool = "[data-needs-app][data-mark-unread]";
    browser.visible(tool)?;
    let words = "return document.querySelector(arguments[0]).innerText";
    let before = text(&browser.js(words, &[json!(tool)])?);
    browser.click(tool)?;
    is_early(&browser, "the app to start only after the tap")?;
    browser.ready()?;
    let changed = "return document.querySelector(arguments[0]).innerText !== arguments[1]";
    browser.until(
        "the tap to have its effect",
        changed,
        &[json!(tool), json!(before)],
    )?;
    // A second tap would take the mark away again. That none follows has no condition to wait for.
    browser.settle()?;
    browser.settle()?;
    let after = text(&browser.js(words, &[json!(tool)])?);
    check(
        after != before,
        "the tap to count once",
        format!("the button says “{after}” again"),
    )?;
    browser.is_calm("the page tapped early")
}
