//! A newer release arrives, or does not: the old one stays whole until the person says so.

use std::time::Duration;

use bearings_host::{Fault, Server};
use serde_json::json;

use super::ALL;
use super::offline::{is_ours, saved, visit};
use crate::browser::Browser;
use crate::release::{self, NEW};
use crate::stage::{Journey, PREFIX, Stage};
use crate::stop::{Step, check, failed, number, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 4: a new version while the app is open: the old one stays whole, and it is said",
        engines: ALL,
        run: ready,
    },
    Journey {
        name: "fault 5: the update is accepted: the same block, one reload, few bytes",
        engines: ALL,
        run: accepted,
    },
    Journey {
        name: "fault 6: the update is accepted in one tab: the other is left alone",
        engines: ALL,
        run: two_tabs,
    },
    Journey {
        name: "faults 7 to 11: a file of the new version broken in any way: the old one serves, the next try succeeds",
        engines: ALL,
        run: broken,
    },
    Journey {
        name: "faults 7 and 8: a file broken on the first visit: it is said, and saving again succeeds",
        engines: ALL,
        run: broken_first,
    },
    Journey {
        name: "fault 22: a stale page names deleted files: one reload heals it",
        engines: ALL,
        run: stale,
    },
];

const UPDATE: &str = "return navigator.serviceWorker.getRegistration().then((found) => found.update())\
     .then(() => true, () => true)";

fn title(browser: &Browser) -> Step<String> {
    let script = "return document.querySelector('#article h1')?.textContent ?? ''";
    Ok(text(&browser.js(script, &[])?))
}

/// Publishes a release in which page 1 has changed, and has the browser look for it.
fn publish(stage: &Stage, server: &Server, browser: &Browser, name: &str) -> Step {
    let next = stage.scratch(name)?;
    release::make(&stage.site.dist, &next, stage.site.page(1))?;
    server.set_root(&next);
    browser.js(UPDATE, &[]).map(drop)
}

fn update_ready(browser: &Browser) -> Step {
    let limit = Duration::from_secs(40);
    let script = "return document.documentElement.hasAttribute('data-update')";
    browser.until_within(limit, "the update to be ready", script, &[])?;
    browser.visible("[data-update-line]")
}

fn ready(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    publish(stage, &server, &browser, "ready")?;
    update_ready(&browser)?;
    let page = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&page)?;
    let seen = title(&browser)?;
    check(
        !seen.contains(NEW),
        "the old version until the person says so",
        seen,
    )?;
    server.stop();
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(2)))?;
    is_ours(&browser, "an old page offline")
}

fn accepted(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    server.forget_requests();
    publish(stage, &server, &browser, "accepted")?;
    update_ready(&browser)?;
    let all = server.requests();
    let asked: Vec<&str> = all.iter().map(|seen| seen.path.as_str()).collect();
    let page = stage.site.page(1);
    let few = asked
        .iter()
        .all(|path| path.ends_with("sw.js") || path.contains("files-") || path.ends_with(page));
    check(
        few,
        "only the worker, the list and the changed page to be fetched",
        asked.join(" "),
    )?;
    browser.scroll_to(0.5)?;
    browser.settle()?;
    let top = "const blocks = [...document.querySelectorAll('#article :is(p, li, h2)[id]')]; \
         const first = blocks.find((one) => one.getBoundingClientRect().bottom > 40); \
         return [first.id, first.getBoundingClientRect().top]";
    let before = browser.js(top, &[])?;
    browser.js("window.__old = true", &[])?;
    browser.click("[data-switch]")?;
    let fresh = "return !window.__old && document.documentElement.hasAttribute('data-ready')";
    browser.until_within(
        Duration::from_secs(20),
        "the page to be loaded anew",
        fresh,
        &[],
    )?;
    let seen = title(&browser)?;
    check(seen.contains(NEW), "the new version", seen)?;
    let same = "const box = document.getElementById(arguments[0]).getBoundingClientRect(); \
         return Math.abs(box.top - arguments[1]) < 40";
    let block = [before[0].clone(), json!(number(&before[1]))];
    browser.until("the same block in view", same, &block)?;
    let line = "return document.querySelector('[data-update-line]').hidden";
    browser.until("the offer to be gone", line, &[])?;
    server.stop();
    browser.open_ready(&format!("{}{page}", server.url()))?;
    check(
        title(&browser)?.contains(NEW),
        "the new version offline",
        browser.state(),
    )
}

fn two_tabs(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    let page = format!("{}{}", server.url(), stage.site.page(1));
    visit(&browser, &server, stage)?;
    let first = browser.session.window()?;
    browser.js("window.__old = true", &[])?;
    let second = browser.session.new_window()?;
    browser.session.switch_to(&second)?;
    browser.open_ready(&page)?;
    publish(stage, &server, &browser, "two-tabs")?;
    update_ready(&browser)?;
    browser.js("window.__old = true", &[])?;
    browser.click("[data-switch]")?;
    let fresh = "return !window.__old && document.documentElement.hasAttribute('data-ready')";
    browser.until_within(
        Duration::from_secs(20),
        "this tab to be loaded anew",
        fresh,
        &[],
    )?;
    browser.session.switch_to(&first)?;
    let old = "return window.__old === true";
    check(
        browser.js(old, &[])? == json!(true),
        "the other tab left alone",
        "a reload",
    )?;
    server.stop();
    browser.follow("a[rel=next]")?;
    is_ours(&browser, "the next page in the old tab, offline")?;
    browser.session.switch_to(&second)?;
    browser.follow("a[rel=next]")?;
    is_ours(&browser, "the next page in the new tab, offline")?;
    browser.session.close_window()?;
    Ok(browser.session.switch_to(&first)?)
}

fn broken(stage: &Stage) -> Step {
    let faults = [
        Fault::NotFound,
        Fault::Html,
        Fault::HtmlAsOwnType,
        Fault::Redirect(format!("{PREFIX}index.html")),
        Fault::CutWithLength { after: 100 },
        Fault::CutWithoutLength { after: 100 },
        Fault::Stall { after: 100 },
    ];
    let page = stage.site.page(1);
    for (index, fault) in faults.into_iter().enumerate() {
        let mut server = stage.serve_plain()?;
        let browser = stage.browser()?;
        visit(&browser, &server, stage)?;
        // Some of it cannot be had: the list in one case, the page in the others.
        let file = if index == 1 { "files-*.json" } else { page };
        server.fail(file, fault.clone());
        publish(stage, &server, &browser, &format!("broken-{index}"))?;
        let failed_state = "return document.documentElement.dataset.offline === 'failed'";
        let limit = Duration::from_mins(1);
        let what = format!("it to be said that {file} with {fault:?} could not be saved");
        browser.until_within(limit, &what, failed_state, &[])?;
        server.stop();
        browser.open_ready(&format!("{}{page}", server.url()))?;
        let seen = title(&browser)?;
        check(
            !seen.contains(NEW) && !seen.is_empty(),
            "the old version",
            seen,
        )?;
        server.resume()?;
        server.mend();
        browser.js(UPDATE, &[])?;
        if let Err(stop) = update_ready(&browser) {
            return failed(format!("a later update after {fault:?}"), stop.to_string());
        }
    }
    Ok(())
}

fn broken_first(stage: &Stage) -> Step {
    for (file, fault) in [
        ("pages-*.json", Fault::NotFound),
        ("pages-*.json", Fault::HtmlAsOwnType),
        ("icons/icon-512.png", Fault::CutWithLength { after: 50 }),
        ("files-*.json", Fault::Html),
    ] {
        let server = stage.serve_plain()?;
        let browser = stage.browser()?;
        server.fail(file, fault);
        browser.open_ready(&format!("{}device.html", server.url()))?;
        let failed_state = "return document.documentElement.dataset.offline === 'failed'";
        browser.until_within(Duration::from_secs(20), "it to be said", failed_state, &[])?;
        server.mend();
        browser.click("[data-save-offline]:not([disabled])")?;
        saved(&browser)?;
    }
    Ok(())
}

fn stale(stage: &Stage) -> Step {
    let server = stage.serve_plain()?;
    let browser = stage.start(&crate::engine::Setup {
        impatient: true,
        ..Default::default()
    })?;
    server.fail("sw.js", Fault::NotFound);
    let page = stage.site.page(1);
    // The host has deleted the files that the page names; what it publishes now names others.
    let app = release::named(&stage.site.dist, "app-")?;
    let old = app
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let start = old.split('.').next().unwrap_or_default().to_owned();
    let next = stage.scratch("stale")?;
    release::rename_app(&stage.site.dist, &next, &start)?;
    server.fail(&format!("{start}.*"), Fault::NotFound);
    browser.open(&format!("{}{page}", server.url()))?;
    crate::stage::wait("the stale page to be fetched", || server.count(page) >= 1)?;
    server.set_root(&next);
    browser.ready()?;
    let asked = server.count(page);
    check(
        asked <= 4,
        "one reload, never a loop",
        format!("{asked} requests for the page"),
    )
}
