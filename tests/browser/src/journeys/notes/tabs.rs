//! Notes in two tabs.

use super::{are, has_status, open, put, write_note};
use crate::stage::Stage;
use crate::stop::{Step, check, text};

pub(super) fn two_tabs(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open(&browser, &server.url())?;
    let (here, there) = browser.second_window()?;
    open(&browser, &server.url())?;

    // Different notes: each tab has both.
    write_note(&browser, "There")?;
    has_status(&browser, "There", "saved")?;
    browser.session.switch_to(&here)?;
    are(&browser, &["There"])?;
    write_note(&browser, "Here")?;
    has_status(&browser, "Here", "saved")?;
    browser.session.switch_to(&there)?;
    are(&browser, &["Here", "There"])?;

    // The same note, one after the other: the newer words come into the field, and the cursor
    // stays in it.
    browser.session.switch_to(&here)?;
    put(&browser, "Ask")?;
    has_status(&browser, "Ask", "saved")?;
    browser.session.switch_to(&there)?;
    are(&browser, &["Ask", "There"])?;
    put(&browser, "Ask Ana")?;
    has_status(&browser, "Ask Ana", "saved")?;
    browser.session.switch_to(&here)?;
    are(&browser, &["Ask Ana", "There"])?;
    let focused = "return document.activeElement.value";
    let focused = text(&browser.js(focused, &[])?);
    check(focused == "Ask Ana", "the cursor in the same note", focused)?;

    // The same note, at the same time: neither tab has heard of the other.
    put(&browser, "Ask Ana in the morning")?;
    browser.session.switch_to(&there)?;
    put(&browser, "Ask Ana at night")?;
    let both = ["Ask Ana at night", "Ask Ana in the morning", "There"];
    are(&browser, &both)?;
    has_status(&browser, "Ask Ana at night", "saved")?;
    let own = "return document.activeElement.value";
    let own = text(&browser.js(own, &[])?);
    check(
        own == "Ask Ana at night",
        "the words typed here to stay under the cursor",
        own,
    )?;
    browser.session.switch_to(&here)?;
    are(&browser, &both)?;
    browser.is_calm("the notes in one tab")?;
    open(&browser, &server.url())?;
    are(&browser, &both)?;
    browser.session.switch_to(&there)?;
    browser.is_calm("the notes in the other tab")?;
    browser.close_window(&here)
}
