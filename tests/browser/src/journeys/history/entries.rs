//! The page of an entry: of another release, with a fragment, or with a state of somebody else.

use serde_json::json;

use super::{at, start};
use crate::release::{self, Changes, NEW};
use crate::stage::Stage;
use crate::stop::{Step, check, text, texts};

/// Without a worker: each page is asked for at the host.
pub(super) fn back_to_another_release(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let page = stage.site.page(1);
    let block = "const all = [...document.querySelectorAll('#article h2[id]')]; return all[1].id";
    browser.open_ready(&format!("{}{page}", server.url()))?;
    let block = text(&browser.js(block, &[])?);
    // Cold, at the block.
    browser.open("about:blank")?;
    browser.open_ready(&format!("{}{page}#{block}", server.url()))?;
    browser.follow("nav.destinations a[href*=help]")?;
    let next = stage.scratch("back")?;
    let changes = Changes::second(std::slice::from_ref(&page));
    release::make(&stage.site.dist, &next, &changes)?;
    server.set_root(&next);
    server.forget_requests();
    browser.session.back()?;
    let agrees = "return location.hash === '#' + arguments[0] \
         && document.querySelector('#article h1')?.textContent.includes(arguments[1]) \
         && document.documentElement.hasAttribute('data-ready')";
    browser.until(
        "the page of the address, as the new release has it",
        agrees,
        &[json!(block), json!(NEW)],
    )?;
    let asked = server.count(page);
    check(
        asked <= 2,
        "at most two requests for the page",
        format!("{asked}"),
    )
}

pub(super) fn marked(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let page = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&page)?;
    let ids =
        "return [...document.querySelectorAll('#article h2[id]')].slice(1, 3).map((h) => h.id)";
    let ids = texts(&browser.js(ids, &[])?);
    browser.open("about:blank")?;
    browser.open_ready(&format!("{page}#{}", ids[0]))?;
    // A mark is seen: the colour of its ground.
    let marked = "return [...document.querySelectorAll('#article [id]')].filter((e) => \
         getComputedStyle(e).boxShadow !== 'none' && e.matches(':target, [data-target]'))\
         .map((e) => e.id).join(' ') === arguments[0]";
    browser.until(
        "the block of the address alone to be marked",
        marked,
        &[json!(ids[0])],
    )?;
    let go = "const link = document.createElement('a'); link.href = '#' + arguments[0]; \
         document.querySelector('#main').append(link); link.click()";
    browser.js(go, &[json!(ids[1])])?;
    browser.until(
        "the block of the link alone to be marked",
        marked,
        &[json!(ids[1])],
    )?;
    Ok(())
}

pub(super) fn replaced_state(stage: &Stage) -> Step {
    let first = start(stage)?;
    let browser = &first.browser;
    let second = browser.follow("a[rel=next]")?;
    browser.js("history.replaceState({ theirs: 1 }, '')", &[])?;
    let third = browser.follow("a[rel=next]")?;
    browser.leave("h1")?;
    browser.session.back()?;
    browser.arrive(&second)?;
    browser.leave("h1")?;
    browser.session.back()?;
    browser.arrive(&first.page)?;
    at(browser, first.scrolled, "the first page at its position")?;
    for page in [&second, &third] {
        browser.leave("h1")?;
        browser.session.forward()?;
        browser.arrive(page)?;
    }
    browser.is_calm("the pages gone back to")
}
