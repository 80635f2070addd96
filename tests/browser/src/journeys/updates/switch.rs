//! The newer release is accepted.

use std::rc::Rc;

use bearings_host::{Fault, Server};
use serde_json::json;

use super::{count_loads, were_loaded};
use crate::browser::Browser;
use crate::journeys::newer::{
    is_new_offline, is_one_of, offer, parts, serve_first, switch_to, title,
};
use crate::journeys::notes;
use crate::journeys::offline::visit;
use crate::release::{Changes, FIRST, NEW, SECOND};
use crate::stage::{Stage, wait};
use crate::stop::{Step, check, number};

pub(super) fn accepted(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    server.forget_requests();
    let page = stage.site.page(1);
    let changes = Changes::new_words(std::slice::from_ref(&page));
    offer(stage, &server, &browser, "accepted", &changes)?;
    let all = server.requests();
    let asked: Vec<&str> = all.iter().map(|seen| seen.path.as_str()).collect();
    let few = asked
        .iter()
        .all(|path| path.ends_with("sw.js") || path.contains("files-") || path.ends_with(page));
    check(
        few,
        "only the worker, the list and the changed page to be fetched",
        asked.join(" "),
    )?;
    // At a paragraph: within a drawing, which has no lines, the place is its top.
    browser.js(
        "const all = [...document.querySelectorAll('#article > p[id]')]; \
         all[Math.floor(all.length / 2)].scrollIntoView({ behavior: 'instant' })",
        &[],
    )?;
    browser.settle()?;
    let top = "const blocks = [...document.querySelectorAll('#article :is(p, li, h2)[id]')]; \
         const first = blocks.find((one) => one.getBoundingClientRect().bottom > 40); \
         return [first.id, first.getBoundingClientRect().top]";
    let before = browser.js(top, &[])?;
    browser.js("window.__old = true", &[])?;
    browser.click("[data-switch]")?;
    let fresh = "return !window.__old && document.documentElement.hasAttribute('data-ready')";
    browser.until("the page to be loaded anew", fresh, &[])?;
    let seen = title(&browser)?;
    check(seen.contains(NEW), "the new version", seen)?;
    let same = "const box = document.getElementById(arguments[0]).getBoundingClientRect(); \
         return Math.abs(box.top - arguments[1]) < 40";
    let block = [before[0].clone(), json!(number(&before[1]))];
    browser.until("the same block in view", same, &block)?;
    let line = "return document.querySelector('[data-update-line]').hidden";
    browser.until("the offer to be gone", line, &[])?;
    is_new_offline(&browser, &mut server, page)
}

/// The first release saved in one window, and a page of it open in another.
struct TwoWindows {
    server: Server,
    browser: Rc<Browser>,
    /// The name of the window with a page of the guide.
    first: String,
    /// The name of the other, which commands go to.
    second: String,
}

/// Opens a page beside one that was saved with the guide, and begins to count loads in the window of
/// that one.
fn open_beside(stage: &Stage, route: &str) -> Step<TwoWindows> {
    let server = serve_first(stage)?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    count_loads(&browser)?;
    let (first, second) = browser.second_window()?;
    browser.open_ready(&format!("{}{route}", server.url()))?;
    Ok(TwoWindows {
        server,
        browser,
        first,
        second,
    })
}

pub(super) fn accepted_in_notes(stage: &Stage) -> Step {
    let TwoWindows {
        mut server,
        browser,
        first: reading,
        second: writing,
    } = open_beside(stage, "notes.html")?;
    let pages = [stage.site.page(1), "notes.html"];
    let changes = Changes::second(&pages);
    offer(stage, &server, &browser, "in-notes", &changes)?;
    let words = ["Long before the switch", "Typed when it was pressed"];
    notes::write_note(&browser, words[0])?;
    notes::has_status(&browser, words[0], "saved")?;
    notes::write_note(&browser, words[1])?;
    count_loads(&browser)?;
    switch_to(&browser, SECOND)?;
    let new = [parts(SECOND, true)];
    is_one_of(&browser, &new, "the notes after the switch")?;
    notes::are(&browser, &words)?;
    notes::has_status(&browser, words[1], "saved")?;
    browser.settle()?;
    were_loaded(&browser, &[SECOND], "in the tab that switched")?;
    browser.session.switch_to(&reading)?;
    browser.settle()?;
    were_loaded(&browser, &[], "in the tab that did not switch")?;
    is_one_of(&browser, &[parts(FIRST, false)], "the page read meanwhile")?;
    browser.session.switch_to(&writing)?;
    server.stop();
    browser.open_ready(&format!("{}notes.html", server.url()))?;
    is_one_of(&browser, &new, "the notes offline")?;
    notes::are(&browser, &words)?;
    were_loaded(&browser, &[SECOND; 2], "in the tab that switched")?;
    browser.close_window(&reading)
}

pub(super) fn two_tabs(stage: &Stage) -> Step {
    let TwoWindows {
        mut server,
        browser,
        first,
        second,
    } = open_beside(stage, stage.site.page(1))?;
    // Every page says something new, so that old words with a new program are seen, and new with
    // an old one.
    let routes: Vec<&str> = stage.site.routes.iter().map(String::as_str).collect();
    let changes = Changes::second(&routes);
    offer(stage, &server, &browser, "two-tabs", &changes)?;
    switch_to(&browser, SECOND)?;
    let new = [parts(SECOND, true)];
    is_one_of(&browser, &new, "the page in the tab that switched")?;
    browser.session.switch_to(&first)?;
    browser.settle()?;
    were_loaded(&browser, &[], "in the other tab")?;
    is_one_of(
        &browser,
        &[parts(FIRST, false)],
        "the page in the other tab",
    )?;
    server.stop();
    let either = [parts(FIRST, false), parts(SECOND, true)];
    // By links, as a person goes on in the old tab: to the next page, to both tools, and back.
    for link in [
        "a[rel=next]",
        "nav.destinations a[href*=notes]",
        "#article a[href*=device]",
        "nav.destinations a[href*=guide]",
        "[data-contents] a[href*='guide/']",
    ] {
        browser.follow(link)?;
        let what = format!("what {link} leads to in the old tab, offline,");
        is_one_of(&browser, &either, &what)?;
    }
    browser.session.switch_to(&second)?;
    for link in ["a[rel=next]", "nav.destinations a[href*=notes]"] {
        browser.follow(link)?;
        let what = format!("what {link} leads to in the new tab, offline,");
        is_one_of(&browser, &new, &what)?;
    }
    browser.close_window(&first)
}

pub(super) fn held(stage: &Stage) -> Step {
    let server = serve_first(stage)?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    offer(stage, &server, &browser, "held", &Changes::built(SECOND))?;
    server.fail("never.txt", Fault::Hang);
    let before = server.count("never.txt");
    let never = json!(format!("{}never.txt", server.url()));
    browser.js("fetch(arguments[0]).catch(() => {})", &[never])?;
    wait("the request to reach the host", || {
        server.count("never.txt") > before
    })?;
    switch_to(&browser, SECOND)
}

/// A browser stops a worker that has nothing to do; while it starts again, Chromium does not ask it
/// to make way.
pub(super) fn asleep(stage: &Stage) -> Step {
    let server = serve_first(stage)?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    offer(stage, &server, &browser, "asleep", &Changes::built(SECOND))?;
    browser.cdp("ServiceWorker.enable", &json!({}))?;
    browser.cdp("ServiceWorker.stopAllWorkers", &json!({}))?;
    let wakes = "return navigator.serviceWorker.getRegistration().then((found) => \
         new Promise((resolve) => { \
         navigator.serviceWorker.addEventListener('message', () => resolve(true)); \
         found.waiting.postMessage('ask-update'); }))";
    browser.js(wakes, &[])?;
    switch_to(&browser, SECOND)
}
