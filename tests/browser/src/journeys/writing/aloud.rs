//! What a screen reader says of a note while it is written.

use crate::browser::Browser;
use crate::journeys::notes::{has_status, open, type_on, write_note};
use crate::stage::Stage;
use crate::stop::{Step, check, text, texts};

/// Since the list was emptied the page has said "Saved" aloud, and nothing else.
fn is_said_once(browser: &Browser, expected: &str) -> Step {
    browser.until(
        "something to be said",
        "return window.__said.length > 0",
        &[],
    )?;
    // Nothing more follows: for that there is no condition to wait for.
    browser.settle()?;
    let all = texts(&browser.js("return window.__said", &[])?);
    check(
        all.len() == 1 && all[0].starts_with("Saved"),
        expected,
        format!("{all:?}"),
    )
}

pub(super) fn said_once(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open(&browser, &server.url())?;
    write_note(&browser, "")?;
    has_status(&browser, "", "blank")?;
    let watch = "window.__said = []; new MutationObserver((changes) => { \
         for (const { target } of changes) { \
         const live = (target.closest ? target : target.parentElement)\
         ?.closest('[role=status], [role=alert], [aria-live]'); \
         if (live?.textContent.trim()) window.__said.push(live.textContent.trim()) } \
         }).observe(document.body, { subtree: true, childList: true, characterData: true })";
    browser.js(watch, &[])?;
    let mut words = String::new();
    for word in ["My ", "hip ", "hurts ", "since ", "Monday ", "morning"] {
        type_on(&browser, word)?;
        words.push_str(word);
        has_status(&browser, &words, "saved")?;
        // What can be seen says so each time.
        let seen = "return document.querySelector('[data-note-status]').innerText";
        let seen = text(&browser.js(seen, &[])?);
        check(seen.starts_with("Saved"), "Saved to be seen", seen)?;
    }
    is_said_once(&browser, "Saved to be said once for six words")?;
    // Another note, in the same minute: its first words are safe, and that is said.
    browser.js("window.__said.length = 0", &[])?;
    write_note(&browser, "Another")?;
    has_status(&browser, "Another", "saved")?;
    is_said_once(&browser, "Saved to be said for another note")?;
    browser.is_calm("what is said")
}
