//! The journal of the newest notes, in a database that several tabs share.

use std::time::Duration;

use serde_json::{Value, json};

use crate::journeys::notes::{are, has_status, open, write_note};
use crate::stage::{PREFIX, Stage};
use crate::stop::Step;

/// The texts in the journal.
const JOURNAL: &str = "return new Promise((done) => { const open = indexedDB.open(arguments[0]); \
     open.onerror = () => done(['it cannot be opened']); \
     open.onsuccess = () => { const db = open.result; \
     if (!db.objectStoreNames.contains('records')) { db.close(); return done([]); } \
     const all = db.transaction('records').objectStore('records').getAll(); \
     all.onsuccess = () => { db.close(); done(all.result); }; }; })";

fn journal_name() -> Value {
    json!(format!("bearings:{PREFIX}:journal"))
}

pub(super) fn journal_of_two(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open(&browser, &url)?;
    write_note(&browser, "Ask")?;
    has_status(&browser, "Ask", "saved")?;
    let here = browser.session.window()?;
    let there = browser.session.new_window()?;
    browser.session.switch_to(&there)?;
    open(&browser, &url)?;
    are(&browser, &["Ask"])?;
    // This tab takes its words out of the journal when it is told to, not 20 seconds later. Only that
    // timer is held: the driver of WebKitGTK has one of 30 seconds in the page.
    let hold = "const plain = window.setTimeout.bind(window); window.__held = []; \
         window.setTimeout = (work, time, ...more) => { if (time !== 20000) \
         return plain(work, time, ...more); window.__held.push(work); return 0 }";
    browser.js(hold, &[])?;
    let put = "const field = document.querySelector('.note textarea'); field.focus(); \
         field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.js(put, &[json!("Ask Ben")])?;
    has_status(&browser, "Ask Ben", "saved")?;
    browser.session.switch_to(&here)?;
    are(&browser, &["Ask Ben"])?;
    browser.js(put, &[json!("Ask Ben and Eva")])?;
    has_status(&browser, "Ask Ben and Eva", "saved")?;
    browser.session.switch_to(&there)?;
    are(&browser, &["Ask Ben and Eva"])?;
    browser.js("for (const work of window.__held.splice(0)) work()", &[])?;
    // Its own words are out, those of the other tab are not.
    let is_left = format!(
        "return (function () {{ {JOURNAL} }}).apply(null, arguments).then((texts) => \
         texts.some((text) => text.includes('Ask Ben and Eva')) \
         && !texts.some((text) => text.includes('\"Ask Ben\"')))"
    );
    browser.until(
        "the words of the other tab, and no others, in the journal",
        &is_left,
        &[journal_name()],
    )?;
    browser.session.close_window()?;
    browser.session.switch_to(&here)?;
    browser.is_calm("the journal of two tabs")
}

pub(super) fn late_database(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    let here = browser.session.window()?;
    let there = browser.session.new_window()?;
    browser.session.switch_to(&there)?;
    browser.open(&format!("{url}__test/capture.js"))?;
    // Somebody is making the database, and takes their time: nobody else can open it.
    let hold = "const open = indexedDB.open(arguments[0], 1); \
         open.onupgradeneeded = () => { const store = open.result.createObjectStore('records'); \
         const on = () => { if (!window.__enough) store.get('x').onsuccess = on }; on(); }; \
         return new Promise((done) => { open.onsuccess = () => open.result.close(); \
         setTimeout(() => done(true), 200) })";
    browser.js(hold, &[journal_name()])?;
    browser.session.switch_to(&here)?;
    open(&browser, &url)?;
    write_note(&browser, "Written meanwhile")?;
    // Saved all the same, when storage had the time to reach the disk.
    let saved = "return document.activeElement.closest('.note').dataset.standing === 'saved'";
    browser.until_within(Duration::from_secs(40), "the note to be saved", saved, &[])?;
    browser.session.switch_to(&there)?;
    browser.js("window.__enough = true", &[])?;
    let remove = "const gone = indexedDB.deleteDatabase(arguments[0]); \
         window.__gone = false; gone.onsuccess = () => { window.__gone = true }";
    browser.js(remove, &[journal_name()])?;
    browser.until("the database to be removed", "return window.__gone", &[])?;
    browser.session.close_window()?;
    browser.session.switch_to(&here)?;
    browser.is_calm("a database that opens late")
}
