//! Back and forward.

use std::time::Duration;

use bearings_host::Fault;
use serde_json::json;

use super::ALL;
use crate::browser::Browser;
use crate::release::{self, Changes, NEW, SECOND};
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, number, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "back and forward restore the scroll position; each new page is announced",
        engines: ALL,
        run: back_and_forward,
    },
    Journey {
        name: "fault 26: back to an address with a fragment that belongs to another release: address and text agree, and few requests are made",
        engines: ALL,
        run: back_to_another_release,
    },
    Journey {
        name: "fault 27: scroll positions of the history survive a reload",
        engines: ALL,
        run: back_after_a_reload,
    },
    Journey {
        name: "fault 27: a page that goes out of sight leaves its place to the browser, and takes it back",
        engines: ALL,
        run: out_of_sight,
    },
    Journey {
        name: "fault 35: what a link inside the app has led to is marked, and nothing else is",
        engines: ALL,
        run: marked,
    },
    Journey {
        name: "fault 32: the state of an entry is replaced by an extension: back and forward lead to the right pages",
        engines: ALL,
        run: replaced_state,
    },
    Journey {
        name: "who saves data has nothing fetched ahead, and nobody what the pointer only passes over",
        engines: ALL,
        run: nothing_ahead,
    },
    Journey {
        name: "fault 36: a tap on a page that is ready ends the wait for a slow one; a page that never comes is left to the browser; one request a page",
        engines: ALL,
        run: slow_pages,
    },
];

/// Scrolls to the way to the next page, and returns how far that is. The driver scrolls to what it
/// presses, and a press by script leaves nothing to go back to in `WebKit`: the place that counts is
/// the one after the scroll.
fn scroll_to_next(browser: &Browser) -> Step<f64> {
    let script = "document.querySelector('a[rel=next]').scrollIntoView({ block: 'center', \
         behavior: 'instant' })";
    browser.js(script, &[])?;
    browser.settle()?;
    browser.scroll_y()
}

/// Without a worker: each page is asked for at the host.
fn back_to_another_release(stage: &Stage) -> Step {
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
    let changes = Changes {
        pages: &[page],
        ..Changes::built(SECOND)
    };
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

fn back_after_a_reload(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let first = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&first)?;
    let left_at = scroll_to_next(&browser)?;
    browser.follow("a[rel=next]")?;
    browser.js(
        "delete document.documentElement.dataset.ready; location.reload()",
        &[],
    )?;
    browser.ready()?;
    browser.leave("a[rel=next]")?;
    browser.session.back()?;
    browser.arrive(&first)?;
    at(
        &browser,
        left_at,
        "back after a reload restores the position",
    )?;
    // Loaded anew the plain way, it is there as well.
    browser.scroll_to(0.6)?;
    browser.settle()?;
    let left_at = browser.scroll_y()?;
    browser.js(
        "delete document.documentElement.dataset.ready; location.reload()",
        &[],
    )?;
    browser.ready()?;
    at(&browser, left_at, "a reload leads back to the position")
}

fn marked(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let page = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&page)?;
    let ids =
        "return [...document.querySelectorAll('#article h2[id]')].slice(1, 3).map((h) => h.id)";
    let ids = crate::stop::texts(&browser.js(ids, &[])?);
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

/// No driver can have the system throw a page away; what the browser does then follows from what
/// the page has left it: who restores the position, and where the others were.
fn out_of_sight(stage: &Stage) -> Step {
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

fn replaced_state(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let first = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&first)?;
    let left_at = scroll_to_next(&browser)?;
    let second = browser.follow("a[rel=next]")?;
    browser.js("history.replaceState({ theirs: 1 }, '')", &[])?;
    let third = browser.follow("a[rel=next]")?;
    browser.leave("h1")?;
    browser.session.back()?;
    browser.arrive(&second)?;
    browser.leave("h1")?;
    browser.session.back()?;
    browser.arrive(&first)?;
    at(&browser, left_at, "the first page at its position")?;
    for page in [&second, &third] {
        browser.leave("h1")?;
        browser.session.forward()?;
        browser.arrive(page)?;
    }
    browser.is_calm("the pages gone back to")
}

fn nothing_ahead(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    // Passed over: the pointer is somewhere else at once.
    let pass = "const link = document.querySelector('nav.destinations a[href*=help]'); \
         for (const target of [link, document.body]) \
         target.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))";
    browser.js(pass, &[])?;
    let save = "Object.defineProperty(navigator, 'connection', { configurable: true, \
         value: { saveData: true } }); document.querySelector('nav.destinations a[href*=guide]').focus()";
    browser.js(save, &[])?;
    browser.follow("a[rel=next]")?;
    browser.settle()?;
    for file in ["help.html", "guide.html"] {
        let asked = server.count(file);
        check(
            asked == 0,
            format!("{file} not to be asked for"),
            format!("{asked}"),
        )?;
    }
    Ok(())
}

fn slow_pages(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    // A place is not fetched ahead.
    server.fail_times("words.html", 1, Fault::Hang);
    let tap = "document.querySelector(arguments[0]).click()";
    let words = json!("a[href*='words.html']");
    browser.js(
        "const link = document.createElement('a'); link.href = arguments[0] + 'words.html'; \
         link.textContent = 'Words'; document.querySelector('#article').append(link)",
        &[json!(server.url())],
    )?;
    browser.js(tap, &[words])?;
    let busy = "return document.documentElement.hasAttribute('data-busy')";
    browser.until("the slow page to be said to be on its way", busy, &[])?;
    let next = text(&browser.js("return document.querySelector('a[rel=next]').href", &[])?);
    browser.leave("a[rel=next]")?;
    browser.js(tap, &[json!("a[rel=next]")])?;
    browser.arrive(&next)?;
    let calm = "return !document.documentElement.hasAttribute('data-busy')";
    browser.until("nothing more to be on its way", calm, &[])?;
    let file = next.rsplit('/').next().unwrap_or_default();
    let asked = server.count(&format!("guide/{file}"));
    check(
        asked == 1,
        "one request for the next page",
        format!("{asked}"),
    )?;
    // The one that hangs: the browser asks for it in its own way, and the host answers then.
    server.fail_times("help.html", 1, Fault::Hang);
    browser.leave("nav.destinations a[href*=help]")?;
    browser.js(tap, &[json!("nav.destinations a[href*=help]")])?;
    let help = "return document.querySelector('[data-view=help]') !== null";
    browser.until_within(Duration::from_secs(40), "Help after all", help, &[])?;
    Ok(())
}

fn back_and_forward(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let first = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&first)?;
    let left_first_at = scroll_to_next(&browser)?;
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
