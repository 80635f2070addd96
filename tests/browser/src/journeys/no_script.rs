//! The site without script.

use bearings_domain::Text;
use serde_json::json;

use super::steps::pass_contents;
use super::{ALL, panel};
use crate::browser::Browser;
use crate::engine::{Engine, Lack, Setup};
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, number, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 24: without script the text, links, words and checks work and nothing pretends",
        engines: ALL,
        run: script_off,
    },
    Journey {
        name: "fault 24: without WebAssembly the text and links work and nothing pretends",
        engines: &[Engine::Chromium, Engine::Firefox],
        run: wasm_off,
    },
    Journey {
        name: "fault 24: without service workers the app works, and says that it needs a connection",
        engines: &[Engine::Chromium, Engine::Firefox],
        run: workers_off,
    },
];

fn script_off(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let base = server.url();
    let browser = stage.start(&Setup {
        script_off: true,
        ..Setup::default()
    })?;
    browser.open(&base)?;
    let has_run = "return 'js' in document.documentElement.dataset \
         || 'ready' in document.documentElement.dataset || '__captured' in window";
    check(
        browser.js(has_run, &[])? == json!(false),
        "no script to run",
        "a script that has run",
    )?;
    browser.visible("#article h1")?;

    // By links alone from Today to the second page of the guide.
    browser.follow("#article a[href*='guide'], nav a[href*='guide.html']")?;
    pass_contents(&browser)?;
    browser.follow("a[rel=next]")?;
    browser.visible("#article p")?;

    nothing_pretends(&browser)?;

    // A link within the page.
    browser.click("details.on-this-page summary")?;
    browser.click("details.on-this-page li:last-child a")?;
    browser.until(
        "the link within the page to scroll",
        "return scrollY > 50",
        &[],
    )?;

    // A word explained in place.
    if let Some(page) = stage.site.page_with("popovertarget=term-") {
        browser.open(&format!("{base}{page}"))?;
        browser.click("button.term")?;
        browser.visible("[popover]:popover-open")?;
        browser.click("[popover]:popover-open button.term-close")?;
        let closed = "return document.querySelector('[popover]:popover-open') === null";
        browser.until("the card to close", closed, &[])?;
    }
    // A self-test.
    if let Some(page) = stage.site.page_with("class=option") {
        browser.open(&format!("{base}{page}"))?;
        let open = "return document.querySelectorAll('details.option[open]').length";
        check(
            number(&browser.js(open, &[])?) < 1.0,
            "closed answers",
            "an open one",
        )?;
        browser.click("details.option summary")?;
        browser.visible("details.option[open] p")?;
    }
    Ok(())
}

fn nothing_pretends(browser: &Browser) -> Step {
    let pretenders = "return [...document.querySelectorAll('[data-needs-app], [data-resume], \
         [data-notice], [data-boot-error]')].filter((e) => e.getClientRects().length > 0 \
         && getComputedStyle(e).visibility === 'visible' && !e.disabled)\
         .map((e) => e.outerHTML.slice(0, 120))";
    let pretenders = texts(&browser.js(pretenders, &[])?);
    check(
        pretenders.is_empty(),
        "nothing that needs the app to be shown",
        pretenders.join("\n"),
    )
}

/// What Firefox has a switch for, Chromium can take away before any page is there.
fn take_away(browser: &Browser, stage: &Stage, source: &str) -> Step {
    if stage.engine() == Engine::Chromium {
        browser.before_pages(source)?;
    }
    Ok(())
}

fn wasm_off(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.start(&Setup {
        lacks: Some(Lack::Wasm),
        ..Setup::default()
    })?;
    take_away(&browser, stage, "delete window.WebAssembly")?;
    browser.open(&format!("{}{}", server.url(), stage.site.page(1)))?;
    let lacks = browser.js("return !('WebAssembly' in window)", &[])?;
    check(
        lacks == json!(true),
        "no WebAssembly",
        "a browser that has it",
    )?;
    browser.follow("a[rel=next]")?;
    browser.visible("#article p")?;
    nothing_pretends(&browser)?;
    browser.is_calm("a page without WebAssembly")
}

fn workers_off(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.start(&Setup {
        lacks: Some(Lack::Workers),
        ..Setup::default()
    })?;
    take_away(&browser, stage, "delete Navigator.prototype.serviceWorker")?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    let lacks = browser.js("return !('serviceWorker' in navigator)", &[])?;
    check(
        lacks == json!(true),
        "no service workers",
        "a browser that has them",
    )?;
    browser.follow("a[rel=next]")?;
    browser.visible("#article p")?;
    browser.is_calm("a page without service workers")?;
    browser.open_ready(&format!("{}device.html", server.url()))?;
    panel::says(&browser, stage, Text::OfflineUnsupported)?;
    browser.is_calm("the page of what is on this device")
}
