//! Where a page was scrolled to.

use serde_json::json;

use super::{at, start};
use crate::browser::Browser;
use crate::stage::Stage;
use crate::stop::{Step, check, failed};

pub(super) fn back_and_forward(stage: &Stage) -> Step {
    let first = start(stage)?;
    let browser = &first.browser;
    check(
        first.scrolled > 100.0,
        "a page to scroll in",
        format!("{} px", first.scrolled),
    )?;
    let second = browser.follow("a[rel=next]")?;
    is_announced(browser)?;
    at(browser, 0.0, "a new page begins at its top")?;

    browser.scroll_to(0.5)?;
    browser.settle()?;
    let left_second_at = browser.scroll_y()?;
    browser.leave("a[rel=next]")?;
    browser.session.back()?;
    browser.arrive(&first.page)?;
    at(browser, first.scrolled, "back restores the position")?;
    browser.leave("a[rel=next]")?;
    browser.session.forward()?;
    browser.arrive(&second)?;
    at(browser, left_second_at, "forward restores the position")?;
    is_told(browser)?;
    browser.is_calm("the pages gone back to")
}

/// Focus is in the text, and not at its top: so a message tells which page it is.
fn is_told(browser: &Browser) -> Step {
    let script = "const h1 = document.querySelector('h1'), focused = document.activeElement; \
         return focused !== h1 && document.querySelector('main').contains(focused) \
         && document.querySelector('[data-announce]').textContent.endsWith(h1.innerText.trim())";
    let what = "the focus in the text, and the page to be told of";
    browser.until(what, script, &[]).map(drop)
}

/// Focus is on the heading, which says the title; a message would say it once more.
fn is_announced(browser: &Browser) -> Step {
    let script = "const h1 = document.querySelector('h1'); \
         return document.activeElement === h1 && document.title.includes(h1.innerText.trim()) \
         && document.querySelector('[data-announce]').textContent === ''";
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
        "focus on the h1, its words in document.title and none in [data-announce]",
        browser.js(seen, &[])?.to_string(),
    )
}

/// Loads the page anew and waits until the app has taken over again.
fn reload(browser: &Browser) -> Step {
    browser.js(
        "delete document.documentElement.dataset.ready; location.reload()",
        &[],
    )?;
    browser.ready()
}

pub(super) fn back_after_a_reload(stage: &Stage) -> Step {
    let first = start(stage)?;
    let browser = &first.browser;
    browser.follow("a[rel=next]")?;
    reload(browser)?;
    browser.leave("a[rel=next]")?;
    browser.session.back()?;
    browser.arrive(&first.page)?;
    at(
        browser,
        first.scrolled,
        "back after a reload restores the position",
    )?;
    // Loaded anew the plain way, it is there as well.
    browser.scroll_to(0.6)?;
    browser.settle()?;
    let left_at = browser.scroll_y()?;
    reload(browser)?;
    at(browser, left_at, "a reload leads back to the position")
}

/// No driver can have the system throw a page away; what the browser does then follows from what
/// the page has left it: who restores the position, and where the others were.
pub(super) fn out_of_sight(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    browser.scroll_to(0.4)?;
    browser.settle()?;
    let hide = "Object.defineProperty(document, 'hidden', { configurable: true, value: arguments[0] }); \
         document.dispatchEvent(new Event('visibilitychange', { bubbles: true })); \
         return [history.scrollRestoration, Object.keys(sessionStorage).some((key) => \
         key.endsWith(':scrolls') && sessionStorage[key].includes(':' + Math.round(scrollY)))]";
    let hidden = browser.js(hide, &[json!(true)])?;
    check(
        hidden == json!(["auto", true]),
        "the browser to restore the position, and ours to be kept",
        hidden.to_string(),
    )?;
    let shown = browser.js(hide, &[json!(false)])?;
    check(
        shown[0] == json!("manual"),
        "the position to be ours again",
        shown.to_string(),
    )
}
