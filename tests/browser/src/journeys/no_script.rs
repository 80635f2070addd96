//! The site without script.

use serde_json::json;

use super::ALL;
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, number, texts};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "without script the text, links, words and checks work and nothing pretends",
    engines: ALL,
    run: script_off,
}];

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
    if browser.js(
        "return document.querySelector('[data-contents]') !== null",
        &[],
    )? == json!(true)
    {
        browser.follow("[data-contents] a[href*='guide/']")?;
    }
    browser.follow("a[rel=next]")?;
    browser.visible("#article p")?;

    let pretenders = "return [...document.querySelectorAll('[data-needs-app], [data-resume], \
         [data-notice], [data-boot-error]')].filter((e) => e.getClientRects().length > 0 \
         && getComputedStyle(e).visibility === 'visible' && !e.disabled)\
         .map((e) => e.outerHTML.slice(0, 120))";
    let pretenders = texts(&browser.js(pretenders, &[])?);
    check(
        pretenders.is_empty(),
        "nothing that needs the app to be shown",
        pretenders.join("\n"),
    )?;

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
