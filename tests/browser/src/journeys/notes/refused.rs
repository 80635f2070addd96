//! Storage that is full, blocked, or holds what cannot be read.

use bearings_domain::backup::Backup;
use serde_json::json;

use super::{are, has_status, open, open_with_note, type_on, write_note};
use crate::engine::Setup;
use crate::journeys::backup::hands::Hands;
use crate::journeys::records;
use crate::stage::Stage;
use crate::stop::{Step, check};

pub(super) fn full(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let url = server.url();
    let hands = Hands::new(stage, server, stage.start(&Setup::default())?);
    let browser = &hands.browser;
    open(browser, &url)?;
    write_note(browser, "Before")?;
    has_status(browser, "Before", "saved")?;
    records::fill(browser)?;
    write_note(browser, "No room for this")?;
    browser.visible("[data-notice=not-saved]")?;
    has_status(browser, "No room for this", "not-saved")?;
    type_on(browser, " either")?;
    has_status(browser, "No room for this either", "not-saved")?;
    // It cannot be put away, and tries again do not take it away.
    browser.click("[data-notice=not-saved] [data-notice-act]")?;
    browser.settle()?;
    browser.visible("[data-notice=not-saved]")?;
    are(browser, &["No room for this either", "Before"])?;
    hands.catch_files()?;
    let copy = hands.save("[data-export-now]")?;
    check(
        Backup::read(&copy).is_ok_and(|backup| backup.count("note") == 2)
            && ["No room for this either", "Before"]
                .iter()
                .all(|words| copy.contains(words)),
        "a backup with all words, also those that are not saved",
        &copy,
    )?;
    browser.is_calm("the notes with full storage")?;
    records::make_room(browser)?;
    has_status(browser, "No room for this either", "saved")?;
    let gone = "return document.querySelector('[data-notice=not-saved]:not([hidden])') === null";
    browser.until("the notice to go once it is saved", gone, &[])?;
    open(browser, &url)?;
    are(browser, &["No room for this either", "Before"])
}

pub(super) fn damaged(stage: &Stage) -> Step {
    let (server, browser) = open_with_note(stage, "Whole")?;
    let start = records::key("note:");
    let newer = json!({ "app": "bearings", "kind": "note", "v": 99 }).to_string();
    for (name, record) in [("torn", "{\"cut"), ("newer", newer.as_str())] {
        let script = "localStorage.setItem(arguments[0] + arguments[1], arguments[2])";
        let args = [json!(start), json!(name), json!(record)];
        browser.js(script, &args)?;
    }
    for _visit in 0..2 {
        open(&browser, &server.url())?;
        are(&browser, &["Whole"])?;
        let lines = "return document.querySelectorAll('[data-notes-told] p').length === 2";
        browser.until("a line for each", lines, &[])?;
        let aside = "return Object.keys(localStorage).some((key) => \
             key.startsWith(arguments[0] + 'torn:damaged:') \
             && localStorage.getItem(key) === arguments[1]) \
             && localStorage.getItem(arguments[0] + 'newer') === arguments[2]";
        let args = [json!(start), json!("{\"cut"), json!(newer)];
        browser.until("the damaged set aside, the newer as it was", aside, &args)?;
    }
    browser.is_calm("the notes beside damaged ones")
}

pub(super) fn blocked(stage: &Stage) -> Step {
    let (server, browser) = stage.blocked()?;
    open(&browser, &server.url())?;
    browser.visible("[data-notes-told] p")?;
    write_note(&browser, "Only here")?;
    has_status(&browser, "Only here", "page-only")?;
    browser.is_calm("the notes with blocked storage")
}
