//! Notes and marks are thrown away, while nobody looks or while they are on the screen.

use super::WORDS;
use crate::browser::Browser;
use crate::journeys::notes::{
    are, has_status, is_kept, nothing_told, open, open_with_note, type_at_end, write_note,
};
use crate::journeys::offline::is_ours;
use crate::journeys::records;
use crate::journeys::steps::{erase_all, settle_in};
use crate::site::page_id;
use crate::stage::Stage;
use crate::stop::{Step, check};

pub(super) fn notes_gone(stage: &Stage) -> Step {
    let mut server = stage.serve_plain()?;
    let browser = stage.browser()?;
    settle_in(&browser, &server, stage, WORDS)?;
    let url = server.url();
    // Where no app runs that could write anything: all that the person has goes.
    browser.open(&format!("{url}robots.txt"))?;
    records::clear_all(&browser)?;
    server.stop();
    browser.open_ready(&format!("{url}{}", stage.site.page(2)))?;
    is_ours(&browser, "a page without anything kept")?;
    open(&browser, &url)?;
    are(&browser, &[])?;
    nothing_told(&browser, "nothing to be called damaged")?;
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
        is_kept(browser, WORDS)?,
        "the words in a record again",
        "none",
    )
}

/// Opens a second window on which no app runs, and empties storage there. Commands go to the first
/// one again afterwards. Returns the names of both.
fn emptied_in_another_window(
    browser: &Browser,
    url: &str,
    empty: fn(&Browser) -> Step,
) -> Step<(String, String)> {
    let (here, there) = browser.second_window()?;
    records::open_bare(browser, url)?;
    empty(browser)?;
    browser.session.switch_to(&here)?;
    Ok((here, there))
}

/// The page hears nothing of storage until it is told that it is in sight again.
const SLEEP: &str =
    "addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true })";
const WAKE: &str = "dispatchEvent(new Event('pageshow'))";

pub(super) fn emptied_asleep(stage: &Stage) -> Step {
    let (server, browser) = open_with_note(stage, WORDS)?;
    let url = server.url();
    // Loaded anew, so that nobody has been in any of the notes.
    open(&browser, &url)?;
    are(&browser, &[WORDS])?;
    browser.js(SLEEP, &[])?;
    let (here, there) = emptied_in_another_window(&browser, &url, records::clear_all)?;
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
    erase_all(&browser)?;
    browser.close_window(&here)?;
    browser.js(WAKE, &[])?;
    are(&browser, &[])?;
    nothing_told(&browser, "nothing to be told of")?;
    browser.settle()?;
    check(
        !is_kept(&browser, WORDS)?,
        "none of the words in a record",
        "one",
    )
}

pub(super) fn emptied_elsewhere(stage: &Stage) -> Step {
    let (server, browser) = open_with_note(stage, WORDS)?;
    let url = server.url();
    let (here, there) = emptied_in_another_window(&browser, &url, records::clear)?;
    is_written_again(&browser)?;
    // Writing on brings the whole note back, not only what is new of it.
    type_at_end(&browser, ", and after")?;
    let whole = format!("{WORDS}, and after");
    has_status(&browser, &whole, "saved")?;
    check(
        is_kept(&browser, &whole)?,
        "the whole note in a record",
        "none",
    )?;
    browser.is_calm("the notes whose storage was emptied")?;
    browser.session.switch_to(&there)?;
    open(&browser, &url)?;
    are(&browser, &[&whole])?;
    browser.close_window(&here)
}

pub(super) fn marks_emptied(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    let (read, now) = (stage.site.page(1), stage.site.page(2));
    let has_mark = |file: &str, what: &str| records::has_mark(&browser, page_id(file), what);
    browser.open_ready(&format!("{url}{read}"))?;
    browser.scroll_to(1.0)?;
    has_mark(read, "the first page to be marked as read")?;
    browser.open_ready(&format!("{url}{now}"))?;
    browser.js(SLEEP, &[])?;
    records::clear(&browser)?;
    browser.js(WAKE, &[])?;
    browser.scroll_to(1.0)?;
    has_mark(now, "the page read on to be marked")?;
    has_mark(read, "the mark that the browser had lost")?;
    browser.is_calm("the page whose storage was emptied")
}
