//! Many notes, and long ones: what a key costs.

use std::time::Duration;

use serde_json::json;

use super::PUT;
use crate::browser::Browser;
use crate::journeys::backup::hands::{self, Hands};
use crate::journeys::notes::{FIELD, are, has_status, is_kept, open, type_on, write_note};
use crate::stage::Stage;
use crate::stop::{Step, check, number};

/// How long a page with hundreds of notes may take on a machine that does other things too.
const MANY: Duration = Duration::from_mins(1);

/// Puts the cursor at the start of the first note.
fn go_in(browser: &Browser, at: usize) -> Step {
    browser.click(FIELD)?;
    let script = "document.activeElement.setSelectionRange(arguments[0], arguments[0])";
    browser.js(script, &[json!(at)]).map(drop)
}

pub(super) fn many(stage: &Stage) -> Step {
    let hands = Hands::new(stage, stage.serve()?, stage.browser()?);
    let browser = &hands.browser;
    let name = |nth: usize| format!("{nth:03}");
    let notes = (0..500).map(|nth| hands::note(&name(nth), &format!("Note {nth}")));
    hands.prepare(&notes.collect::<Vec<_>>())?;
    open(browser, &hands.url(""))?;
    let there = "return document.querySelectorAll('.note').length === 500";
    browser.until_within(MANY, "five hundred notes", there, &[])?;
    let watch = "window.__changed = new Set(); new MutationObserver((changes) => { \
         for (const { target } of changes) { \
         const note = (target.closest ? target : target.parentElement)?.closest('.note'); \
         if (note) window.__changed.add(note.querySelector('textarea').id) } \
         }).observe(document.querySelector('.notes-list'), \
         { subtree: true, childList: true, attributes: true, characterData: true })";
    go_in(browser, 0)?;
    browser.settle()?;
    browser.js(watch, &[])?;
    type_on(browser, "Here: ")?;
    let saved = "return document.activeElement.closest('.note').dataset.saveStatus === 'saved' \
         && window.__changed.size > 0";
    browser.until_within(MANY, "the note to be saved", saved, &[])?;
    let changed = "return window.__changed.size === 1 \
         && window.__changed.has(document.activeElement.id) || [...window.__changed].join()";
    let changed = browser.js(changed, &[])?;
    check(
        changed == json!(true),
        "no other note changed by a key",
        format!("these were: {changed}"),
    )?;
    check(
        is_kept(browser, "Here: Note")?,
        "the words in a record",
        "none",
    )?;
    // A new one comes above all others, and is deleted again.
    write_note(browser, "The newest")?;
    has_status(browser, "The newest", "saved")?;
    let first = "return document.querySelector('.note textarea').value === 'The newest'";
    browser.until("the newest note at the top", first, &[])?;
    browser.click("[data-delete-note]")?;
    browser.until(
        "the note to be deleted",
        "return document.activeElement.matches('[data-undo-note]')",
        &[],
    )?;
    browser.is_calm("five hundred notes")
}

pub(super) fn long(stage: &Stage) -> Step {
    let hands = Hands::new(stage, stage.serve()?, stage.browser()?);
    let browser = &hands.browser;
    let words = "The hip hurts less since Monday, and walking is easier early than late.\n";
    let text: String = words.chars().cycle().take(100_000).collect();
    hands.prepare(&[hands::note("1", &text)])?;
    open(browser, &hands.url(""))?;
    go_in(browser, 0)?;
    browser.settle()?;
    let watch = "window.__laid = 0; new MutationObserver((changes) => { \
         window.__laid += changes.filter((change) => change.attributeName === 'data-text').length \
         }).observe(document.querySelector('.grow'), { attributes: true })";
    browser.js(watch, &[])?;
    browser.js(PUT, &[json!(["\n", "\n", "a", "\n", "b", "\n", "c"])])?;
    let laid = "return Promise.resolve().then(() => window.__laid)";
    let laid = number(&browser.js(laid, &[])?);
    check(
        laid <= 1.0,
        "the unseen copy of a long text not laid out for each key",
        format!("{laid} times for seven keys"),
    )?;
    is_whole(browser, "while somebody types")?;
    let whole = format!("\n\na\nb\nc{text}");
    has_status(browser, &whole, "saved")?;
    is_whole(browser, "when it is saved")?;
    let paper = "return document.querySelector('.grow').dataset.text === arguments[0]";
    browser.until("all of it for paper", paper, &[json!(whole)])?;
    // Emptied it is small again, and a short text makes it no higher.
    let high = "return document.activeElement.offsetHeight";
    let before = number(&browser.js(high, &[])?);
    browser.js("document.activeElement.select()", &[])?;
    browser.js(PUT, &[json!(["Short"])])?;
    has_status(browser, "Short", "saved")?;
    let after = number(&browser.js(high, &[])?);
    check(
        after < 300.0 && before > 10_000.0,
        "the field as high as its text",
        format!("{before}, then {after} px"),
    )?;
    browser.is_calm("a long note")?;
    open(browser, &hands.url(""))?;
    are(browser, &["Short"])
}

/// Nothing of the text is hidden in its field.
fn is_whole(browser: &Browser, when: &str) -> Step {
    let whole = "const field = document.activeElement; \
         return field.scrollHeight - field.clientHeight <= 2";
    let what = format!("the field to be as high as its text {when}");
    browser.until(&what, whole, &[]).map(drop)
}
