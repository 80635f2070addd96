//! Saved pages are thrown away, or others put in their place.

use serde_json::json;

use super::WORDS;
use crate::journeys::WHOLE_GUIDE;
use crate::journeys::newer::{offer, serve_first, switch_to};
use crate::journeys::notes::{are, is_kept, open};
use crate::journeys::offline::{is_ours, saved, visit};
use crate::journeys::steps::settle_in;
use crate::release::{Changes, NEW, SECOND};
use crate::stage::Stage;
use crate::stop::{Step, check};

pub(super) fn pages_gone(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    settle_in(&browser, &server, stage, WORDS)?;
    let url = server.url();
    let empty = "return caches.keys().then((all) => \
         Promise.all(all.map((name) => caches.delete(name)))).then(() => true)";
    browser.js(empty, &[])?;
    server.stop();
    browser.open(&format!("{url}{}", stage.site.page(2)))?;
    let honest = "return document.querySelector('h1') !== null \
         && document.querySelector('#article') === null";
    browser.until("an honest page", honest, &[])?;
    let place = "return Object.keys(localStorage).some((key) => key.endsWith(':place'))";
    check(
        browser.js(place, &[])? == json!(true) && is_kept(&browser, WORDS)?,
        "the place and the note still kept",
        browser.state(),
    )?;
    server.resume()?;
    browser.open_ready(&format!("{url}device.html"))?;
    // The worker sees that the page had to come from the host, and saves the guide again.
    saved(&browser)?;
    server.stop();
    browser.open_ready(&format!("{url}{}", stage.site.page(2)))?;
    is_ours(&browser, "a page that was brought back")?;
    open(&browser, &url)?;
    are(&browser, &[WORDS])
}

pub(super) fn page_lost(stage: &Stage) -> Step {
    let mut server = serve_first(stage)?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    let (page, other) = (stage.site.page(1), stage.site.page(2));
    let changes = Changes::second(std::slice::from_ref(&page));
    offer(stage, &server, &browser, "lost", &changes)?;
    switch_to(&browser, SECOND)?;
    let remove = "return caches.keys().then((all) => Promise.all(all.map(async (name) => { \
         const cache = await caches.open(name); const kept = await cache.match(arguments[0]); \
         const text = kept ? await kept.text() : ''; \
         return text.includes(arguments[1]) && cache.delete(arguments[0]); })))\
         .then((lost) => lost.filter(Boolean).length)";
    let address = json!(format!("{}{page}", server.url()));
    let lost = browser.js(remove, &[address.clone(), json!(NEW)])?;
    check(lost == json!(1), "one page to lose", lost.to_string())?;
    server.stop();
    browser.open_ready(&format!("{}{other}", server.url()))?;
    // The app asks for the page, gets none, and leaves it to the browser.
    browser.js(
        "const link = document.createElement('a'); link.href = arguments[0]; \
         document.querySelector('#article').append(link); link.click()",
        &[address],
    )?;
    let honest = "return document.readyState === 'complete' \
         && document.documentElement.dataset.app === undefined \
         && document.querySelector('h1') !== null";
    browser.until("an honest page for what is lost", honest, &[])?;
    Ok(())
}

pub(super) fn foreign_file(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    let poison = "return caches.keys().then((all) => Promise.all(all.map(async (name) => { \
         const cache = await caches.open(name); \
         if (await cache.match(arguments[0])) await cache.put(arguments[0], \
         new Response('POISON', { headers: { 'content-type': 'text/html' } })); })))\
         .then(() => true)";
    let help = format!("{}help.html", server.url());
    browser.js(poison, &[json!(help)])?;
    // What a look for a newer version tells the worker, at the end of which it looks at its files.
    let look = "return navigator.serviceWorker.getRegistration()\
         .then((found) => found.active.postMessage('newest')).then(() => true)";
    browser.js(look, &[])?;
    let gone = "return caches.match(arguments[0]).then((kept) => kept === undefined)";
    browser.until("the foreign file to be thrown out", gone, &[json!(help)])?;
    browser.open_ready(&help)?;
    is_ours(&browser, "Help from the host")?;
    browser.until_within(
        WHOLE_GUIDE,
        "Help to be saved again",
        "return caches.match(arguments[0]).then((kept) => kept?.text()).then((text) => Boolean(text) && text !== 'POISON')",
        &[json!(help)],
    )?;
    server.stop();
    browser.open_ready(&help)?;
    is_ours(&browser, "Help from the saved copy")
}
