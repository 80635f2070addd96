//! Back and forward.

use serde_json::json;

use super::ALL;
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, number, text};

pub const JOURNEYS: &[Journey] = &[Journey {
    name: "back and forward restore the scroll position; each new page is announced",
    engines: ALL,
    run: back_and_forward,
}];

fn back_and_forward(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let first = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&first)?;
    // The driver scrolls to what it presses: the place that counts is the one after that.
    browser.js(
        "document.querySelector('a[rel=next]').scrollIntoView({ block: 'center', \
         behavior: 'instant' })",
        &[],
    )?;
    browser.settle()?;
    let left_first_at = browser.scroll_y()?;
    check(
        left_first_at > 100.0,
        "a page to scroll in",
        format!("{left_first_at} px"),
    )?;
    let second = browser.follow("a[rel=next]")?;
    is_announced(&browser)?;
    at(&browser, 0.0, "a new page begins at its top")?;

    browser.scroll_to(0.5)?;
    browser.settle()?;
    let left_second_at = browser.scroll_y()?;
    browser.leave("a[rel=next]")?;
    browser.session.back()?;
    browser.arrive(&first)?;
    at(&browser, left_first_at, "back restores the position")?;
    browser.leave("a[rel=next]")?;
    browser.session.forward()?;
    browser.arrive(&second)?;
    at(&browser, left_second_at, "forward restores the position")?;
    is_announced(&browser)?;
    browser.is_calm("the pages gone back to")
}

/// Focus is on the heading, the title is the page's, and the live region says it.
fn is_announced(browser: &Browser) -> Step {
    let script = "const h1 = document.querySelector('h1'); \
         return document.activeElement === h1 && document.title.includes(h1.innerText.trim()) \
         && document.querySelector('[data-announce]').textContent.includes(h1.innerText.trim())";
    if browser
        .until("the page to be announced", script, &[])
        .is_ok()
    {
        return Ok(());
    }
    let seen = "return [document.querySelector('h1').innerText, document.title, \
         document.querySelector('[data-announce]')?.textContent, \
         document.activeElement?.outerHTML.slice(0, 80)]";
    failed(
        "focus on the h1, its words in document.title and in [data-announce]",
        browser.js(seen, &[])?.to_string(),
    )
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
