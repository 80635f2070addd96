//! The journal of the newest notes, in a database that several tabs share.

use std::time::Duration;

use serde_json::json;

use crate::journeys::notes::{are, has_status, open, open_with_note, put, write_note};
use crate::journeys::records;
use crate::stage::Stage;
use crate::stop::Step;

pub(super) fn journal_of_two(stage: &Stage) -> Step {
    let (server, browser) = open_with_note(stage, "Ask")?;
    let (here, there) = browser.second_window()?;
    open(&browser, &server.url())?;
    are(&browser, &["Ask"])?;
    // This tab takes its words out of the journal when it is told to, not 20 seconds later. Only that
    // timer is held: the driver of WebKitGTK has one of 30 seconds in the page.
    let hold = "const plain = window.setTimeout.bind(window); window.__held = []; \
         window.setTimeout = (work, time, ...more) => { if (time !== 20000) \
         return plain(work, time, ...more); window.__held.push(work); return 0 }";
    browser.js(hold, &[])?;
    put(&browser, "Ask Ben")?;
    has_status(&browser, "Ask Ben", "saved")?;
    browser.session.switch_to(&here)?;
    are(&browser, &["Ask Ben"])?;
    put(&browser, "Ask Ben and Eva")?;
    has_status(&browser, "Ask Ben and Eva", "saved")?;
    browser.session.switch_to(&there)?;
    are(&browser, &["Ask Ben and Eva"])?;
    browser.js("for (const work of window.__held.splice(0)) work()", &[])?;
    // Its own words are out, those of the other tab are not.
    records::journal_is(
        &browser,
        "the words of the other tab, and no others, in the journal",
        "texts.some((text) => text.includes('Ask Ben and Eva')) \
         && !texts.some((text) => text.includes('\"Ask Ben\"'))",
    )?;
    browser.close_window(&here)?;
    browser.is_calm("the journal of two tabs")
}

pub(super) fn late_database(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    let journal = [json!(records::key("journal"))];
    let (here, there) = browser.second_window()?;
    records::open_bare(&browser, &url)?;
    // Somebody is making the database, and takes their time: from the moment it is being made nobody
    // else can open it.
    let hold = "const open = indexedDB.open(arguments[0], 1); \
         open.onsuccess = () => open.result.close(); \
         return new Promise((done) => { open.onupgradeneeded = () => { \
         const store = open.result.createObjectStore('records'); \
         const on = () => { if (!window.__enough) store.get('x').onsuccess = on }; on(); \
         done(true) } })";
    browser.js(hold, &journal)?;
    browser.session.switch_to(&here)?;
    open(&browser, &url)?;
    write_note(&browser, "Written meanwhile")?;
    // Saved all the same, when storage had the time to reach the disk.
    let saved = "return document.activeElement.closest('.note').dataset.saveStatus === 'saved'";
    browser.until_within(Duration::from_secs(40), "the note to be saved", saved, &[])?;
    browser.session.switch_to(&there)?;
    browser.js("window.__enough = true", &[])?;
    let remove = "const gone = indexedDB.deleteDatabase(arguments[0]); \
         window.__gone = false; gone.onsuccess = () => { window.__gone = true }";
    browser.js(remove, &journal)?;
    browser.until("the database to be removed", "return window.__gone", &[])?;
    browser.close_window(&here)?;
    browser.is_calm("a database that opens late")
}
