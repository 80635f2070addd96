//! Notes are saved, found again, deleted and brought back.

use super::{FIELD, TEXTS, are, has_status, is_kept, open, type_on, write_note};
use crate::stage::Stage;
use crate::stop::{Step, check, text, texts};

pub(super) fn write(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open(&browser, &server.url())?;
    let help = "return document.querySelector('.notes-help').innerText";
    let before = text(&browser.js(help, &[])?);
    write_note(&browser, "")?;
    has_status(&browser, "", "blank")?;
    type_on(&browser, "Pain in my hip")?;
    has_status(&browser, "Pain in my hip", "saved")?;
    check(
        is_kept(&browser, "Pain in my hip")?,
        "the words in a record when the page says Saved",
        "none",
    )?;
    let status = "return document.querySelector('[data-note-status]').innerText";
    let status = text(&browser.js(status, &[])?);
    check(
        status.starts_with("Saved") && status.contains(':'),
        "Saved, with a time",
        status,
    )?;
    let after = text(&browser.js(help, &[])?);
    check(
        before == after,
        "the same way to Help whatever is typed",
        after,
    )?;
    write_note(&browser, "Ask about the scan")?;
    has_status(&browser, "Ask about the scan", "saved")?;
    // An empty note is not kept.
    write_note(&browser, "")?;
    browser.is_calm("the notes")?;
    open(&browser, &server.url())?;
    let seen = texts(&browser.js(TEXTS, &[])?);
    check(
        seen == ["Ask about the scan", "Pain in my hip"],
        "both notes, the newest first",
        format!("{seen:?}"),
    )?;
    // What was typed last is written when the page goes.
    browser.click(FIELD)?;
    browser.js(
        "const field = document.activeElement; field.value += '!'; \
         field.dispatchEvent(new Event('input', { bubbles: true })); \
         location.href = 'help.html'",
        &[],
    )?;
    open(&browser, &server.url())?;
    are(&browser, &["Ask about the scan!", "Pain in my hip"])?;
    browser.is_calm("the notes after a reload")
}

pub(super) fn delete(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open(&browser, &server.url())?;
    write_note(&browser, "Keep")?;
    write_note(&browser, "Take away")?;
    has_status(&browser, "Take away", "saved")?;
    browser.click("[data-delete-note]")?;
    are(&browser, &["Keep"])?;
    let focused = "return document.activeElement.matches('[data-undo-note]')";
    browser.until("the focus on Undo", focused, &[])?;
    check(
        !is_kept(&browser, "Take away")?,
        "a deleted note to leave no words",
        "its words in a record",
    )?;
    browser.click("[data-undo-note]")?;
    are(&browser, &["Take away", "Keep"])?;
    has_status(&browser, "Take away", "saved")?;
    let focused = "return document.activeElement.value === 'Take away'";
    browser.until("the cursor in the note that is back", focused, &[])?;
    open(&browser, &server.url())?;
    are(&browser, &["Take away", "Keep"])?;
    browser.click("[data-delete-note]")?;
    open(&browser, &server.url())?;
    are(&browser, &["Keep"])?;
    browser.is_calm("the notes after a deletion")
}
