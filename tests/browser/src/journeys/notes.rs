//! Notes: written, kept, found again; in two tabs, in a full storage, after a crash.

use bearings_domain::backup::Backup;
use serde_json::{Value, json};

use super::ALL;
use super::backup::hands::Hands;
use crate::browser::Browser;
use crate::engine::Setup;
use crate::stage::{Journey, PREFIX, Stage};
use crate::stop::{Step, check, text, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "a note is saved while it is written, and is there after a reload",
        engines: ALL,
        run: write,
    },
    Journey {
        name: "fault 19: different notes in two tabs, the same note in two tabs: nothing is lost",
        engines: ALL,
        run: two_tabs,
    },
    Journey {
        name: "fault 16: storage full: \"Not saved\" stays in sight, the words too, a copy has them all, until there is room",
        engines: ALL,
        run: full,
    },
    Journey {
        name: "a note is deleted and comes back",
        engines: ALL,
        run: delete,
    },
    Journey {
        name: "fault 18: damaged and newer notes are told of, and not overwritten",
        engines: ALL,
        run: damaged,
    },
    Journey {
        name: "fault 17: storage blocked: notes work and the page says that they end with it",
        engines: ALL,
        run: blocked,
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

/// Waits until a note with these words, and no more, has this status: `blank`, `saved`, `not-saved`
/// or `page-only`.
pub fn has_status(browser: &Browser, words: &str, status: &str) -> Step {
    let script = "return [...document.querySelectorAll('.note')].some((note) => \
         note.querySelector('textarea').value === arguments[0] \
         && note.dataset.standing === arguments[1])";
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
pub fn is_kept(browser: &Browser, words: &str) -> Step<Value> {
    let script = "return Object.keys(localStorage).some((key) => \
         key.startsWith(arguments[0]) && localStorage.getItem(key).includes(arguments[1]))";
    let start = format!("bearings:{PREFIX}:note:");
    browser.js(script, &[json!(start), json!(words)])
}

fn write(stage: &Stage) -> Step {
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
        is_kept(&browser, "Pain in my hip")? == json!(true),
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

/// Writes into the first note at once, without waiting for anything.
fn put(browser: &Browser, words: &str) -> Step {
    let script = "const field = document.querySelector('.note textarea'); field.focus(); \
         field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.js(script, &[json!(words)]).map(drop)
}

fn two_tabs(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open(&browser, &server.url())?;
    let here = browser.session.window()?;
    let there = browser.session.new_window()?;
    browser.session.switch_to(&there)?;
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
    browser.session.close_window()?;
    Ok(browser.session.switch_to(&here)?)
}

fn full(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let url = server.url();
    let hands = Hands::new(stage, server, stage.start(&Setup::default())?);
    let browser = &hands.browser;
    open(browser, &url)?;
    write_note(browser, "Before")?;
    has_status(browser, "Before", "saved")?;
    let fill = "let piece = 'x'.repeat(1 << 20), n = 0; while (piece) { \
         try { localStorage.setItem('filler' + n++, piece) } \
         catch { piece = piece.slice(0, piece.length >> 1) } } return n";
    browser.js(fill, &[])?;
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
    let room = "for (const key of Object.keys(localStorage)) \
         if (key.startsWith('filler')) localStorage.removeItem(key)";
    browser.js(room, &[])?;
    has_status(browser, "No room for this either", "saved")?;
    let gone = "return document.querySelector('[data-notice=not-saved]:not([hidden])') === null";
    browser.until("the notice to go once it is saved", gone, &[])?;
    open(browser, &url)?;
    are(browser, &["No room for this either", "Before"])
}

fn delete(stage: &Stage) -> Step {
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
        is_kept(&browser, "Take away")? == json!(false),
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

fn damaged(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    open(&browser, &server.url())?;
    write_note(&browser, "Whole")?;
    has_status(&browser, "Whole", "saved")?;
    let start = format!("bearings:{PREFIX}:note:");
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

fn blocked(stage: &Stage) -> Step {
    let (server, browser) = stage.blocked()?;
    open(&browser, &server.url())?;
    browser.visible("[data-notes-told] p")?;
    write_note(&browser, "Only here")?;
    has_status(&browser, "Only here", "page-only")?;
    browser.is_calm("the notes with blocked storage")
}
