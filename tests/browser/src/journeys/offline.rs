//! The guide without a network: saved at the first visit, there for good. `faults.md` is the list.

use std::path::Path;

use bearings_host::{Fault, Server};
use serde_json::json;

use super::ALL;
use super::position::{HALF_A_LINE, expect_at_top, go_on, line_at_top};
use crate::browser::Browser;
use crate::engine::{Engine, Setup, children};
use crate::release::{self, Changes};
use crate::stage::{Journey, PREFIX, Stage};
use crate::stop::{Step, check, failed, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 1: after one visit, with the server gone, every route opens, and the reading goes on at the place",
        engines: ALL,
        run: every_route,
    },
    Journey {
        name: "fault 2: offline a deep link with query and hash leads to its place",
        engines: ALL,
        run: deep_link,
    },
    Journey {
        name: "a link that names words (`#:~:text=`) leads to them, on a first visit and offline",
        engines: ALL,
        run: named_words,
    },
    Journey {
        name: "coming back, the whole page is laid out when the app is ready, and when it cannot start",
        engines: ALL,
        run: unfolds,
    },
    Journey {
        name: "fault 3: offline another address of the host is not our page",
        engines: ALL,
        run: not_ours,
    },
    Journey {
        name: "fault 13: the browser is killed while it saves; offline the old version is there",
        engines: &[Engine::Chromium, Engine::Firefox],
        run: killed,
    },
];

/// Opens the site and waits until the guide is saved.
pub fn visit(browser: &Browser, server: &Server, stage: &Stage) -> Step {
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(1)))?;
    saved(browser)
}

/// Waits until the guide is saved.
pub fn saved(browser: &Browser) -> Step {
    let script = "return document.documentElement.dataset.offline === 'saved'";
    let state = "return document.documentElement.dataset.offline ?? 'nothing'";
    let limit = super::WHOLE_GUIDE;
    if browser
        .until_within(limit, "the guide to be saved", script, &[])
        .is_err()
    {
        return failed("html[data-offline=saved]", text(&browser.js(state, &[])?));
    }
    Ok(())
}

/// The page is ours, with its text.
pub fn is_ours(browser: &Browser, what: &str) -> Step {
    if browser.visible("#article h1").is_err() {
        return failed(format!("{what} to open"), browser.state());
    }
    Ok(())
}

/// Between the visit and coming back Chromium is killed, and Firefox is ended gently and started
/// again: it brings what it was told to the disk some seconds later, and there is no telling when.
/// `MiniBrowser` keeps nothing when it ends, so in `WebKitGTK` the same window goes on.
fn every_route(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let restarts = stage.engine() != Engine::WebKit;
    let profile = restarts.then(|| stage.profile()).transpose()?;
    let setup = Setup {
        profile: profile.clone(),
        ..Setup::default()
    };
    let mut browser = stage.start(&setup)?;
    visit(&browser, &server, stage)?;
    let line = line_at_top(&browser)?;
    let kept = "return document.documentElement.dataset.positionSaved?.endsWith(arguments[0])";
    let block = format!("#{}", line.block);
    browser.until("the place to be saved", kept, &[json!(block)])?;
    let url = server.url();
    server.stop();
    if let Some(profile) = &profile {
        if stage.engine() == Engine::Chromium {
            // It brings what it was told to the disk some seconds later.
            let record = format!("\"block\":\"{}\"", line.block);
            crate::stage::wait("the place to be on the disk", || {
                is_on_disk(profile, &record)
            })?;
            crate::stage::kill(profile);
        }
        drop(browser);
        browser = stage.start(&setup)?;
    }
    go_on(&browser, &format!("{url}index.html"), stage.site.page(1))?;
    expect_at_top(
        &browser,
        &line,
        HALF_A_LINE,
        "after coming back without a network",
    )?;
    for route in &stage.site.routes {
        browser.open_route(&format!("{url}{route}"))?;
        is_ours(&browser, route)?;
    }
    // The root of the folder, and going on inside the app.
    browser.open_ready(&url)?;
    browser.follow("nav.destinations a[href*=help]")?;
    is_ours(&browser, "Help from the places")?;
    let unknown = format!("{url}guide/never-was.html");
    browser.open(&unknown)?;
    is_ours(&browser, "the page for what is not there")
}

/// Whether Chromium's local storage in this profile has these words on the disk.
fn is_on_disk(profile: &Path, words: &str) -> bool {
    let folder = profile.join("Default/Local Storage/leveldb");
    children(&folder).iter().any(|file| {
        let bytes = std::fs::read(file).unwrap_or_default();
        let mut places = bytes.windows(words.len());
        places.any(|place| place == words.as_bytes())
    })
}

fn deep_link(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    let block = "return [...document.querySelectorAll('#article p[id]')].at(-1).id";
    let block = text(&browser.js(block, &[])?);
    let url = server.url();
    server.stop();
    browser.open(&format!("{url}index.html"))?;
    browser.open_ready(&format!("{url}{}?from=mail#{block}", stage.site.page(1)))?;
    let there = "const box = document.getElementById(arguments[0]).getBoundingClientRect(); \
         return box.top >= -2 && box.top < innerHeight";
    browser
        .until("the block in view", there, &[json!(block)])
        .map(drop)
}

/// What a search engine or "Copy link to highlight" makes. The words are far down, where a phone
/// lays out last: on a first visit as well as on a saved page.
fn named_words(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    if stage.engine() == Engine::Chromium {
        browser.small_phone()?;
    }
    let (url, page) = (server.url(), stage.site.page(1));
    server.fail("sw.js", Fault::NotFound);
    browser.open_ready(&format!("{url}{page}"))?;
    let find = "const it = [...document.querySelectorAll('#article > p[id]')].at(-1); \
         return [it.id, it.textContent.trim().split(/\\s+/).slice(0, 4).join(' ')]";
    let found = browser.js(find, &[])?;
    let (block, words) = (text(&found[0]), text(&found[1]));
    let words = words
        .replace(' ', "%20")
        .replace(',', "%2C")
        .replace('-', "%2D");
    let there = "const box = document.getElementById(arguments[0]).getBoundingClientRect(); \
         return box.bottom > 0 && box.top < innerHeight";
    let look = || {
        browser.open_ready(&format!("{url}help.html"))?;
        browser.open_ready(&format!("{url}{page}#:~:text={words}"))?;
        browser
            .until("the words in view", there, &[json!(block)])
            .map(drop)
    };
    look()?;
    server.mend();
    visit(&browser, &server, stage)?;
    server.stop();
    look()
}

/// A saved page on a phone is painted before what lies further down is laid out.
fn unfolds(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    if stage.engine() == Engine::Chromium {
        browser.small_phone()?;
    }
    visit(&browser, &server, stage)?;
    let laid_out = "return !('fold' in document.documentElement.dataset) \
         && Math.round(document.querySelector('#article').clientHeight)";
    let height = || browser.until("the page laid out whole", laid_out, &[]);
    let tall = height()?;
    let page = format!("{}{}", server.url(), stage.site.page(1));
    browser.open_ready(&format!("{}{}", server.url(), stage.site.page(2)))?;
    browser.open_ready(&page)?;
    let found = height()?;
    check(
        found == tall,
        format!("an article {tall} px tall"),
        found.to_string(),
    )?;
    // A piece of the app is broken, and the host is gone.
    let spoil = "return caches.keys().then((all) => Promise.all(all.map((name) => \
         caches.open(name).then((cache) => cache.keys().then((kept) => Promise.all(kept \
         .filter((it) => it.url.endsWith('.wasm')) \
         .map((it) => cache.put(it, new Response('spoiled'))))))))) \
         .then(() => true)";
    browser.js(spoil, &[])?;
    server.stop();
    browser.open(&page)?;
    browser.visible("[data-boot-error]")?;
    let found = height()?;
    check(
        found == tall,
        format!("an article {tall} px tall"),
        found.to_string(),
    )
}

fn not_ours(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    let outside = server.url().replace(PREFIX, "/never/visited/");
    server.stop();
    // Some drivers call this an error, some show the browser's own page.
    let _ = browser.open(&outside);
    let ours = "return document.querySelector('#article') !== null \
         && location.pathname.startsWith('/never')";
    let seen = browser.js(ours, &[])?;
    check(seen == json!(false), "no page of ours", browser.state())
}

fn killed(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let profile = stage.profile()?;
    let setup = Setup::with_profile(&profile);
    let page = stage.site.page(1);
    let url = server.url();
    {
        let browser = stage.start(&setup)?;
        visit(&browser, &server, stage)?;
        let next = stage.scratch("killed")?;
        release::make(&stage.site.dist, &next, &Changes::new_words(&[page]))?;
        server.set_root(&next);
        // The new release begins to arrive, and never does.
        server.fail(page, Fault::Stall { after: 100 });
        browser.js(
            "navigator.serviceWorker.getRegistration().then((found) => { found.update(); })",
            &[],
        )?;
        crate::stage::wait("the new page to be asked for", || {
            server.count("files-*.json") >= 2
        })?;
        crate::stage::kill(&profile);
    }
    server.stop();
    let browser = stage.start(&setup)?;
    browser.open_ready(&format!("{url}{page}"))?;
    let title = "return document.querySelector('#article h1').textContent";
    let title = text(&browser.js(title, &[])?);
    check(!title.contains(release::NEW), "the old version", title)
}
