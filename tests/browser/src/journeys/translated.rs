//! Somebody else changes the page: a translator wraps or replaces every text, an extension puts
//! nodes in, a proxy takes comments and spaces out. The app starts, answers, and says nothing false.

use std::time::Duration;

use super::notes::{are, has_status, open, open_with_note, type_on, write_note};
use super::steps::is_early;
use super::{ALL, records};
use crate::browser::Browser;
use crate::site::page_id;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};
use bearings_host::{Fault, Habit};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 51: translated before the app starts: every kind of page answers, and a note is kept",
        engines: ALL,
        run: before,
    },
    Journey {
        name: "fault 52: translated while the app runs: \"Saved\" goes when it is no longer true, and comes again",
        engines: ALL,
        run: while_it_runs,
    },
    Journey {
        name: "fault 53: nodes and attributes put in by extensions, at the head, in the text and beside a field, are no hindrance",
        engines: ALL,
        run: extended,
    },
    Journey {
        name: "fault 53: comments and spaces taken out on the way are not missed",
        engines: ALL,
        run: minified,
    },
];

/// What translators in browsers do: texts are wrapped twice, or replaced by others.
const TRANSLATE: &str = "const walk = document.createTreeWalker(document.body, 4), texts = []; \
     while (walk.nextNode()) if (walk.currentNode.data.trim() \
         && !walk.currentNode.parentElement.closest('script, style, textarea, [translate=no]')) \
         texts.push(walk.currentNode); \
     texts.forEach((node, at) => { const font = document.createElement('font'); \
         font.append(document.createElement('font')); font.firstChild.append('\u{2042}' + node.data); \
         if (at % 2) node.replaceWith(font); else { node.data = ''; node.after(font); } }); \
     document.documentElement.lang = 'es'; return texts.length";

fn translate(browser: &Browser) -> Step {
    let texts = browser.js(TRANSLATE, &[])?;
    let is_some = texts.as_u64().is_some_and(|texts| texts > 5);
    check(is_some, "texts to translate", texts.to_string())
}

/// Reads this page to its end, takes the mark away, and sees that the button has heard.
fn toggles(browser: &Browser, route: &str, what: &str) -> Step {
    browser.scroll_to(1.0)?;
    let read = format!("{route} to be marked as read");
    records::has_mark(browser, page_id(route), &read)?;
    let label = "return document.querySelector('[data-mark-unread]').textContent";
    let was = browser.js(label, &[])?;
    browser.click("[data-mark-unread]")?;
    let changed =
        "return document.querySelector('[data-mark-unread]').textContent !== arguments[0]";
    browser.until(what, changed, &[was])?;
    Ok(())
}

const BEFORE: &str = "the page to be translated before the app starts";

fn before(stage: &Stage) -> Step {
    let server = stage.serve_plain()?;
    let browser = stage.browser()?;
    let url = server.url();
    let late = || Fault::Delay(Duration::from_secs(2));
    server.fail("app-*.wasm", late());
    server.fail("tools-*.wasm", late());
    let page = stage.site.page(1);
    for route in [page, "index.html", "guide.html", "help.html"] {
        browser.open(&format!("{url}{route}"))?;
        translate(&browser)?;
        // From the second page on the browser has the program, and the app may be there first.
        if route == page {
            is_early(&browser, BEFORE)?;
        }
        browser.ready()?;
        browser.is_calm(route)?;
        if route == page {
            toggles(&browser, page, "the button to answer on a translated page")?;
            browser.follow("a[rel=next]")?;
            browser.ready()?;
            toggles(
                &browser,
                stage.site.page(2),
                "the button to answer on the page after it",
            )?;
        }
    }
    browser.open(&format!("{url}notes.html"))?;
    translate(&browser)?;
    is_early(&browser, BEFORE)?;
    browser.ready()?;
    write_note(&browser, "In my own words")?;
    has_status(&browser, "In my own words", "saved")?;
    browser.is_calm("the translated notes")?;
    browser.open(&format!("{url}device.html"))?;
    translate(&browser)?;
    browser.ready()?;
    browser.is_calm("the translated page of the device")?;
    open(&browser, &url)?;
    are(&browser, &["In my own words"])
}

/// What is said under the only note.
const STATUS: &str = "return document.querySelector('[data-note-status]').textContent";

fn while_it_runs(stage: &Stage) -> Step {
    let (server, browser) = open_with_note(stage, "One")?;
    let url = server.url();
    let said = text(&browser.js(STATUS, &[])?);
    check(!said.is_empty(), "\"Saved\" under the note", &said)?;
    translate(&browser)?;
    // From here on nothing can be kept.
    let refuse = "const kept = Storage.prototype.setItem; window.__allow = () => { \
             Storage.prototype.setItem = kept }; \
         Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') }";
    browser.js(refuse, &[])?;
    browser.click("[data-note] textarea")?;
    type_on(&browser, " and two")?;
    has_status(&browser, "One and two", "not-saved")?;
    let now = text(&browser.js(STATUS, &[])?);
    check(
        !now.contains(&said),
        format!("something else than “{said}” while nothing is kept"),
        &now,
    )?;
    browser.visible("[data-notice=not-saved]")?;
    translate(&browser)?;
    // It is tried again without a tap.
    browser.js("window.__allow()", &[])?;
    has_status(&browser, "One and two", "saved")?;
    browser.is_calm("the notes that were translated")?;
    open(&browser, &url)?;
    are(&browser, &["One and two"])
}

/// What extensions are seen to do before a page has come to rest.
const EXTEND: &str = "const put = (where, node) => { if (where) where.prepend(node) }; \
     const make = (name) => { const node = document.createElement(name); \
         node.setAttribute('data-foreign', ''); return node }; \
     put(document.body, make('div')); put(document.querySelector('main'), make('p')); \
     put(document.querySelector('.destinations ul'), make('li')); \
     put(document.querySelector('.notes-list'), make('li')); \
     document.querySelectorAll('button, input, a, textarea').forEach((one) => { \
         one.setAttribute('data-foreign-id', '7'); one.after(make('span')) }); \
     document.body.className = 'foreign'; document.documentElement.style.colorScheme = 'dark'; \
     return document.querySelectorAll('[data-foreign]').length";

fn extended(stage: &Stage) -> Step {
    let server = stage.serve_plain()?;
    let browser = stage.browser()?;
    let url = server.url();
    server.fail("app-*.wasm", Fault::Delay(Duration::from_secs(2)));
    server.fail("tools-*.wasm", Fault::Delay(Duration::from_secs(2)));
    for route in [stage.site.page(1), "guide.html", "device.html"] {
        browser.open(&format!("{url}{route}"))?;
        browser.js(EXTEND, &[])?;
        browser.ready()?;
        browser.is_calm(route)?;
    }
    browser.open(&format!("{url}notes.html"))?;
    browser.js(EXTEND, &[])?;
    browser.ready()?;
    for words in ["First", "Second"] {
        write_note(&browser, words)?;
        has_status(&browser, words, "saved")?;
        browser.js(EXTEND, &[])?;
    }
    browser.click("[data-delete-note]")?;
    browser.visible("[data-undo-note]")?;
    browser.click("[data-undo-note]")?;
    has_status(&browser, "Second", "saved")?;
    browser.is_calm("the notes with foreign nodes")?;
    open(&browser, &url)?;
    are(&browser, &["Second", "First"])
}

fn minified(stage: &Stage) -> Step {
    let server = stage.serve_plain()?;
    server.take_up(Habit::TakesCommentsOut);
    let browser = stage.browser()?;
    let url = server.url();
    for route in [
        stage.site.page(1),
        "guide.html",
        "index.html",
        "device.html",
    ] {
        browser.open_ready(&format!("{url}{route}"))?;
        browser.is_calm(route)?;
    }
    let page = stage.site.page(1);
    browser.open_ready(&format!("{url}{page}"))?;
    toggles(
        &browser,
        page,
        "the button to answer on a page without comments",
    )?;
    open(&browser, &url)?;
    write_note(&browser, "Kept")?;
    has_status(&browser, "Kept", "saved")
}
