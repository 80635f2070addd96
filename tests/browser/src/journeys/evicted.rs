//! What the browser throws away by itself, and what another tab takes away.

use serde_json::json;

use super::ALL;
use super::newer::{publish, serve_first, switch_to, update_ready};
use super::notes::{are, has_status, is_kept, open, type_on, write_note};
use super::offline::{is_ours, saved, visit};
use crate::browser::Browser;
use crate::release::{Changes, NEW, SECOND};
use crate::site::page_id;
use crate::stage::{Journey, PREFIX, Stage};
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 20: saved pages thrown away and notes not: an honest page offline, healed online",
        engines: ALL,
        run: pages_gone,
    },
    Journey {
        name: "fault 31: a page of this release is lost: the same page of an older one does not stand in for it",
        engines: ALL,
        run: page_lost,
    },
    Journey {
        name: "fault 37: a file that another page of the host has put into our cache is thrown out, and brought back",
        engines: ALL,
        run: foreign_file,
    },
    Journey {
        name: "fault 20: notes thrown away and saved pages not: every page opens, and a new note is kept",
        engines: ALL,
        run: notes_gone,
    },
    Journey {
        name: "fault 20: notes on the screen outlive the storage that was emptied in another tab",
        engines: ALL,
        run: emptied_elsewhere,
    },
    Journey {
        name: "fault 20: storage emptied by the browser while the page slept: the words stay and are written again; erased by hand: they do not",
        engines: ALL,
        run: emptied_asleep,
    },
    Journey {
        name: "fault 20: marks outlive storage that the browser emptied while the page slept",
        engines: ALL,
        run: marks_emptied,
    },
];

const WORDS: &str = "Written before it was gone";

/// The guide saved, a place kept, and a note.
fn settle_in(browser: &Browser, server: &bearings_host::Server, stage: &Stage) -> Step {
    visit(browser, server, stage)?;
    browser.scroll_to(0.5)?;
    let place = "return 'positionSaved' in document.documentElement.dataset";
    browser.until("a place", place, &[])?;
    open(browser, &server.url())?;
    write_note(browser, WORDS)?;
    has_status(browser, WORDS, "saved")
}

fn pages_gone(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    settle_in(&browser, &server, stage)?;
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
        browser.js(place, &[])? == json!(true) && is_kept(&browser, WORDS)? == json!(true),
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

fn page_lost(stage: &Stage) -> Step {
    let mut server = serve_first(stage)?;
    let browser = stage.browser()?;
    visit(&browser, &server, stage)?;
    let (page, other) = (stage.site.page(1), stage.site.page(2));
    let changes = Changes {
        pages: &[page],
        ..Changes::built(SECOND)
    };
    publish(stage, &server, &browser, "lost", &changes)?;
    update_ready(&browser)?;
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

fn foreign_file(stage: &Stage) -> Step {
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
        super::WHOLE_GUIDE,
        "Help to be saved again",
        "return caches.match(arguments[0]).then((kept) => kept?.text()).then((text) => Boolean(text) && text !== 'POISON')",
        &[json!(help)],
    )?;
    server.stop();
    browser.open_ready(&help)?;
    is_ours(&browser, "Help from the saved copy")
}

fn notes_gone(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    settle_in(&browser, &server, stage)?;
    let url = server.url();
    // Where no app runs that could write anything: all that the person has goes.
    browser.open(&format!("{url}robots.txt"))?;
    let empty = "localStorage.clear(); return new Promise((done) => { \
         const gone = indexedDB.deleteDatabase(arguments[0]); \
         gone.onsuccess = gone.onerror = () => done(true); })";
    let journal = format!("bearings:{PREFIX}:journal");
    browser.js(empty, &[json!(journal)])?;
    server.stop();
    browser.open_ready(&format!("{url}{}", stage.site.page(2)))?;
    is_ours(&browser, "a page without anything kept")?;
    open(&browser, &url)?;
    are(&browser, &[])?;
    let told = "return document.querySelector('[data-notes-told]').innerText";
    let told = text(&browser.js(told, &[])?);
    check(told.is_empty(), "nothing to be called damaged", told)?;
    write_note(&browser, "Begun anew")?;
    has_status(&browser, "Begun anew", "saved")?;
    open(&browser, &url)?;
    are(&browser, &["Begun anew"])
}

/// The words are on the page and in a record, and it is told why that is worth a word.
fn is_written_again(browser: &Browser) -> Step {
    let told = "return document.querySelectorAll('[data-notes-told] p').length === 1";
    browser.until("a sentence that says so", told, &[])?;
    are(browser, &[WORDS])?;
    has_status(browser, WORDS, "saved")?;
    check(
        is_kept(browser, WORDS)? == json!(true),
        "the words in a record again",
        "none",
    )
}

/// The page hears nothing of storage until it is told that it is in sight again.
const SLEEP: &str =
    "addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true })";
const WAKE: &str = "dispatchEvent(new Event('pageshow'))";

fn emptied_asleep(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open(&browser, &url)?;
    write_note(&browser, WORDS)?;
    has_status(&browser, WORDS, "saved")?;
    // Loaded anew, so that nobody has been in any of the notes.
    open(&browser, &url)?;
    are(&browser, &[WORDS])?;
    browser.js(SLEEP, &[])?;
    let here = browser.session.window()?;
    let there = browser.session.new_window()?;
    browser.session.switch_to(&there)?;
    browser.open(&format!("{url}__test/capture.js"))?;
    let empty = "localStorage.clear(); return new Promise((done) => { \
         const gone = indexedDB.deleteDatabase(arguments[0]); \
         gone.onsuccess = gone.onerror = () => done(true); })";
    let journal = format!("bearings:{PREFIX}:journal");
    browser.js(empty, &[json!(journal)])?;
    browser.session.switch_to(&here)?;
    are(&browser, &[WORDS])?;
    browser.js(WAKE, &[])?;
    is_written_again(&browser)?;
    browser.is_calm("the notes that were written again")?;
    open(&browser, &url)?;
    are(&browser, &[WORDS])?;
    // Erased on purpose meanwhile, nothing stays and nothing comes back.
    browser.js(SLEEP, &[])?;
    browser.session.switch_to(&there)?;
    browser.open_ready(&format!("{url}device.html"))?;
    browser.click("[data-click=ask]")?;
    browser.click("[data-click=erase]")?;
    let told = "return document.querySelector('#erase-said').innerText.trim() !== ''";
    browser.until("erasing to be told of", told, &[])?;
    browser.session.close_window()?;
    browser.session.switch_to(&here)?;
    browser.js(WAKE, &[])?;
    are(&browser, &[])?;
    let told = "return document.querySelector('[data-notes-told]').innerText";
    let told = text(&browser.js(told, &[])?);
    check(told.is_empty(), "nothing to be told of", told)?;
    browser.settle()?;
    check(
        is_kept(&browser, WORDS)? == json!(false),
        "none of the words in a record",
        "one",
    )
}

fn emptied_elsewhere(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open(&browser, &url)?;
    write_note(&browser, WORDS)?;
    has_status(&browser, WORDS, "saved")?;
    let here = browser.session.window()?;
    let there = browser.session.new_window()?;
    browser.session.switch_to(&there)?;
    browser.open(&format!("{url}__test/capture.js"))?;
    browser.js("localStorage.clear()", &[])?;
    browser.session.switch_to(&here)?;
    is_written_again(&browser)?;
    // Writing on brings the whole note back, not only what is new of it.
    browser.click(super::notes::FIELD)?;
    let end = "const at = document.activeElement.value.length; \
         document.activeElement.setSelectionRange(at, at)";
    browser.js(end, &[])?;
    type_on(&browser, ", and after")?;
    let whole = format!("{WORDS}, and after");
    has_status(&browser, &whole, "saved")?;
    check(
        is_kept(&browser, &whole)? == json!(true),
        "the whole note in a record",
        "none",
    )?;
    browser.is_calm("the notes whose storage was emptied")?;
    browser.session.switch_to(&there)?;
    open(&browser, &url)?;
    are(&browser, &[&whole])?;
    browser.session.close_window()?;
    Ok(browser.session.switch_to(&here)?)
}

fn marks_emptied(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    let (read, now) = (stage.site.page(1), stage.site.page(2));
    let has = |page: &str, what: &str| {
        let script = "return (localStorage.getItem(arguments[0]) ?? '').includes(arguments[1])";
        let key = format!("bearings:{PREFIX}:progress");
        browser.until(what, script, &[json!(key), json!(page)])
    };
    browser.open_ready(&format!("{url}{read}"))?;
    browser.scroll_to(1.0)?;
    has(page_id(read), "the first page to be marked as read")?;
    browser.open_ready(&format!("{url}{now}"))?;
    browser.js(SLEEP, &[])?;
    browser.js("localStorage.clear()", &[])?;
    browser.js(WAKE, &[])?;
    browser.scroll_to(1.0)?;
    has(page_id(now), "the page read on to be marked")?;
    has(page_id(read), "the mark that the browser had lost")?;
    browser.is_calm("the page whose storage was emptied")
}
