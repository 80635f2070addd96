//! Notes: written, kept, found again; in two tabs, in a full storage, after a crash.

mod kept;
mod refused;
mod tabs;

use std::rc::Rc;

use bearings_host::Server;
use serde_json::json;

use super::{ALL, records};
use crate::browser::Browser;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "a note is saved while it is written, and is there after a reload",
        engines: ALL,
        run: kept::write,
    },
    Journey {
        name: "fault 19: different notes in two tabs, the same note in two tabs: nothing is lost",
        engines: ALL,
        run: tabs::two_tabs,
    },
    Journey {
        name: "fault 16: storage full: \"Not saved\" stays in sight, the words too, a copy has them all, until there is room",
        engines: ALL,
        run: refused::full,
    },
    Journey {
        name: "a note is deleted and comes back",
        engines: ALL,
        run: kept::delete,
    },
    Journey {
        name: "fault 18: damaged and newer notes are told of, and not overwritten",
        engines: ALL,
        run: refused::damaged,
    },
    Journey {
        name: "fault 17: storage blocked: notes work and the page says that they end with it",
        engines: ALL,
        run: refused::blocked,
    },
];

/// The field of the newest note.
pub const FIELD: &str = ".note:not([hidden]) textarea";
/// The texts of all notes, newest first.
pub const TEXTS: &str = "return [...document.querySelectorAll('.note textarea')]\
     .filter((e) => e.getClientRects().length > 0).map((e) => e.value)";

/// Opens the notes.
pub fn open(browser: &Browser, base: &str) -> Step {
    browser.open_ready(&format!("{base}notes.html"))
}

/// The notes open in the usual browser, with a note of these words that is saved.
pub fn open_with_note(stage: &Stage, words: &str) -> Step<(Server, Rc<Browser>)> {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open(&browser, &server.url())?;
    write_note(&browser, words)?;
    has_status(&browser, words, "saved")?;
    Ok((server, browser))
}

/// Makes a note and types into it, as a person does.
pub fn write_note(browser: &Browser, words: &str) -> Step {
    browser.click("[data-write-note]")?;
    let focused = "return document.activeElement.matches('.note textarea') \
         && document.activeElement.value === ''";
    browser.until("the cursor in a new note", focused, &[])?;
    type_on(browser, words)
}

/// Types where the cursor is.
pub fn type_on(browser: &Browser, words: &str) -> Step {
    let keys: Vec<char> = words.chars().collect();
    Ok(browser.session.keys(&keys)?)
}

/// Goes to the end of the newest note and types there.
pub fn type_at_end(browser: &Browser, words: &str) -> Step {
    browser.click(FIELD)?;
    let end = "const at = document.activeElement.value.length; \
         document.activeElement.setSelectionRange(at, at)";
    browser.js(end, &[])?;
    type_on(browser, words)
}

/// Writes into the first note at once, without waiting for anything.
pub fn put(browser: &Browser, words: &str) -> Step {
    let script = "const field = document.querySelector('.note textarea'); field.focus(); \
         field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.js(script, &[json!(words)]).map(drop)
}

/// Waits until a note with these words, and no more, has this status, such as `saved` or
/// `not-saved`.
pub fn has_status(browser: &Browser, words: &str, status: &str) -> Step {
    let script = "return [...document.querySelectorAll('.note')].some((note) => \
         note.querySelector('textarea').value === arguments[0] \
         && note.dataset.saveStatus === arguments[1])";
    let what = format!("the note “{words}” to be {status}");
    let args = [json!(words), json!(status)];
    browser.until(&what, script, &args).map(drop)
}

/// Waits until these are the notes, in any order.
pub fn are(browser: &Browser, notes: &[&str]) -> Step {
    let script = format!(
        "const seen = (function () {{ {TEXTS} }})().sort(); \
         return JSON.stringify(seen) === JSON.stringify(arguments[0].sort())"
    );
    if browser
        .until("the notes", &script, &[json!(notes)])
        .is_err()
    {
        let seen = texts(&browser.js(TEXTS, &[])?);
        return check(false, format!("the notes {notes:?}"), format!("{seen:?}"));
    }
    Ok(())
}

/// Whether a record of ours holds these words.
pub fn is_kept(browser: &Browser, words: &str) -> Step<bool> {
    let script = "return Object.keys(localStorage).some((key) => \
         key.startsWith(arguments[0]) && localStorage.getItem(key).includes(arguments[1]))";
    let args = [json!(records::key("note:")), json!(words)];
    Ok(browser.js(script, &args)? == json!(true))
}

/// The page tells of nothing that became of the notes: none is damaged, none was lost.
pub fn nothing_told(browser: &Browser, expected: &str) -> Step {
    let told = "return document.querySelector('[data-notes-told]').innerText";
    let told = text(&browser.js(told, &[])?);
    check(told.is_empty(), expected, told)
}
