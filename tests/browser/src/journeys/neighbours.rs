//! Neighbours on the same host, and the switch that takes the worker away.

use bearings_host::Server;
use serde_json::json;

use super::newer::UPDATE;
use super::offline::{is_ours, visit};
use super::steps::settle_in;
use super::{ALL, notes, records};
use crate::browser::Browser;
use crate::release;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 23: a neighbour on the same host keeps what is its own",
        engines: ALL,
        run: neighbour,
    },
    Journey {
        name: "fault 25: the kill switch takes the worker and our caches away, and neither words nor what a neighbour has",
        engines: ALL,
        run: kill_switch,
    },
];

/// A neighbour one folder up has a record, a cache and, at the root of the host, a worker.
fn move_in(browser: &Browser, server: &Server) -> Step {
    browser.open(&format!("{}robots.txt", server.url()))?;
    let move_in = "localStorage.setItem('bearings:/a/b/:place', 'theirs'); \
         return caches.open('bearings:/a/b/:1').then((cache) => \
         cache.put('/a/b/theirs', new Response('theirs'))).then(() => \
         navigator.serviceWorker.register('/neighbour.js')).then(() => \
         navigator.serviceWorker.ready).then(() => true)";
    // `ready` waits for a worker whose scope holds this page: the neighbour's, at the root.
    browser.js(move_in, &[]).map(drop)
}

/// The neighbour has what it had.
fn still_lives(browser: &Browser) -> Step {
    let whole = "return caches.open('bearings:/a/b/:1').then((cache) => cache.match('/a/b/theirs'))\
         .then((kept) => kept.text()).then((text) => text === 'theirs' \
         && localStorage.getItem('bearings:/a/b/:place') === 'theirs')\
         .then((is) => is && navigator.serviceWorker.getRegistrations().then((all) => \
         all.some((one) => new URL(one.scope).pathname === '/')))";
    browser
        .until("the neighbour's things", whole, &[])
        .map(drop)
}

fn neighbour(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    move_in(&browser, &server)?;
    visit(&browser, &server, stage)?;
    let url = server.url();
    server.stop();
    browser.open_ready(&format!("{url}{}", stage.site.page(2)))?;
    is_ours(&browser, "our page in our folder")?;
    still_lives(&browser)
}

fn kill_switch(stage: &Stage) -> Step {
    let server = stage.serve_plain()?;
    let browser = stage.browser()?;
    move_in(&browser, &server)?;
    settle_in(&browser, &server, stage, "Keep this")?;
    let next = stage.scratch("kill-switch")?;
    release::copy(&stage.site.dist, &next)?;
    std::fs::copy(next.join("kill-switch.js"), next.join("sw.js"))?;
    server.set_root(&next);
    browser.js(UPDATE, &[])?;
    let gone = "return navigator.serviceWorker.getRegistrations().then((all) => \
         all.some((one) => one.scope === arguments[0]) ? ['a worker'] : caches.keys()).then((left) => \
         left.join() === 'bearings:/a/b/:1')";
    let url = server.url();
    browser.until("our worker and our caches to be gone", gone, &[json!(url)])?;
    still_lives(&browser)?;
    browser.open_ready(&format!("{url}{}", stage.site.page(2)))?;
    let place = records::key("place");
    let kept = "return localStorage.getItem(arguments[0]) !== null";
    check(
        browser.js(kept, &[json!(place)])? == json!(true),
        "the place still kept",
        "nothing",
    )?;
    notes::open(&browser, &url)?;
    notes::are(&browser, &["Keep this"])?;
    notes::has_status(&browser, "Keep this", "saved")
}
