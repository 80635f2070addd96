//! Writing in many notes and in long ones, beside other tabs: what a key sets in motion, what is
//! said aloud, and what stays in sight.

use std::time::Duration;

use serde_json::{Value, json};

use super::ALL;
use super::backup::hands::{self, Hands};
use super::notes::{FIELD, are, has_status, is_kept, open, type_on, write_note};
use crate::browser::Browser;
use crate::engine::Setup;
use crate::stage::{Journey, PREFIX, Stage};
use crate::stop::{Step, check, number, text, texts};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 40: with five hundred notes a key changes its own note on the page and no other",
        engines: ALL,
        run: many,
    },
    Journey {
        name: "fault 41: a note of 100,000 characters is laid out once for each key, saved whole, and prints whole",
        engines: ALL,
        run: long,
    },
    Journey {
        name: "fault 42: the line somebody writes in stays in sight when \"Not saved\" comes and goes",
        engines: ALL,
        run: in_sight,
    },
    Journey {
        name: "fault 43: a note from right to left stands on its side: in the field, on paper, in the copy to read",
        engines: ALL,
        run: right_to_left,
    },
    Journey {
        name: "fault 44: \"Saved\" is said aloud once, and then only what stops being true",
        engines: ALL,
        run: said_once,
    },
    Journey {
        name: "what one tab has just put into the journal is not taken out by another",
        engines: ALL,
        run: journal_of_two,
    },
    Journey {
        name: "a database that opens too late is closed again, and does not hold up erasing",
        engines: ALL,
        run: late_database,
    },
];

/// How long a page with hundreds of notes may take on a machine that does other things too.
const MANY: Duration = Duration::from_mins(1);

/// Types at once, without a pause in which anything could be saved.
const PUT: &str = "const field = document.activeElement; \
     for (const key of arguments[0]) { field.setRangeText(key, field.selectionStart, \
     field.selectionEnd, 'end'); field.dispatchEvent(new Event('input', { bubbles: true })) }";

/// Puts the cursor at the start of the first note.
fn go_in(browser: &Browser, at: usize) -> Step {
    browser.click(FIELD)?;
    let script = "document.activeElement.setSelectionRange(arguments[0], arguments[0])";
    browser.js(script, &[json!(at)]).map(drop)
}

fn many(stage: &Stage) -> Step {
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
    let saved = "return document.activeElement.closest('.note').dataset.standing === 'saved' \
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
        is_kept(browser, "Here: Note")? == json!(true),
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

fn long(stage: &Stage) -> Step {
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

/// Where the line of the cursor is, and what stands in the way below it. The lines are short: none
/// is broken.
const LINE: &str = "const field = document.activeElement, style = getComputedStyle(field); \
     const nth = field.value.slice(0, field.selectionStart).split('\\n').length - 1; \
     const height = parseFloat(style.lineHeight); \
     const top = field.getBoundingClientRect().top + parseFloat(style.paddingTop) + nth * height; \
     const notice = document.querySelector('[data-notice=not-saved]:not([hidden])'); \
     const end = notice ? notice.getBoundingClientRect().top : innerHeight; \
     return [top, top + height, end]";

/// The line of the cursor can be seen, whole.
fn is_in_sight(browser: &Browser, when: &str) -> Step {
    let script = format!(
        "const [top, foot, end] = (function () {{ {LINE} }})(); return top >= 0 && foot <= end"
    );
    if browser.until("the line", &script, &[]).is_err() {
        let seen = browser.js(LINE, &[])?;
        return check(
            false,
            format!("the line of the cursor in sight {when}"),
            format!("top, foot, end of what is free: {seen}"),
        );
    }
    Ok(())
}

fn in_sight(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.start(&Setup::default())?;
    open(&browser, &server.url())?;
    browser.resize(700, 640)?;
    write_note(&browser, "")?;
    let lines: Vec<String> = (1..=80).map(|nth| format!("Line {nth}")).collect();
    browser.js(PUT, &[json!([lines.join("\n")])])?;
    has_status(&browser, &lines.join("\n"), "saved")?;
    let cursor_has_status = |status: &str| {
        let script = "return document.activeElement.closest('.note')?.dataset.standing \
             === arguments[0]";
        browser
            .until(
                &format!("the note to be {status}"),
                script,
                &[json!(status)],
            )
            .map(drop)
    };
    for line in [0, 40] {
        let at = lines[..line].join("\n").len() + usize::from(line > 0);
        let go = "const field = document.activeElement; \
             field.setSelectionRange(arguments[0], arguments[0]); \
             const top = field.getBoundingClientRect().top + scrollY; \
             const height = parseFloat(getComputedStyle(field).lineHeight); \
             scrollTo({ top: top + arguments[1] * height - 300, behavior: 'instant' })";
        browser.js(go, &[json!(at), json!(line)])?;
        let fill = "let piece = 'x'.repeat(1 << 20), n = 0; while (piece) { \
             try { localStorage.setItem('filler' + n++, piece) } \
             catch { piece = piece.slice(0, piece.length >> 1) } } return n";
        browser.js(fill, &[])?;
        // More than what is left of the last bytes.
        browser.js(
            PUT,
            &[json!([
                "A longer beginning, so that there is no room for it "
            ])],
        )?;
        cursor_has_status("not-saved")?;
        browser.visible("[data-notice=not-saved]")?;
        browser.settle()?;
        is_in_sight(
            &browser,
            &format!("in line {line} when the notice has come"),
        )?;
        let room = "for (const key of Object.keys(localStorage)) \
             if (key.startsWith('filler')) localStorage.removeItem(key)";
        browser.js(room, &[])?;
        cursor_has_status("saved")?;
        browser.settle()?;
        is_in_sight(
            &browser,
            &format!("in line {line} when the notice has gone"),
        )?;
    }
    browser.is_calm("a notice that comes and goes")
}

fn right_to_left(stage: &Stage) -> Step {
    let hands = Hands::new(stage, stage.serve()?, stage.browser()?);
    let browser = &hands.browser;
    let arabic = "\u{627}\u{644}\u{648}\u{631}\u{643} \u{64a}\u{624}\u{644}\u{645}\u{646}\u{64a} (Tramadol).";
    let mixed = format!("{arabic}\nAsk about the hip.");
    hands.prepare(&[hands::note("1", "Ask."), hands::note("2", &mixed)])?;
    open(browser, &hands.url(""))?;
    are(browser, &["Ask.", &mixed])?;
    let sides = "return [...document.querySelectorAll('.note textarea')].map((field) => \
         field.value[0] + ' ' + getComputedStyle(field).direction).sort().join()";
    let sides = text(&browser.js(sides, &[])?);
    check(
        sides == "A ltr,\u{627} rtl",
        "each note on its own side",
        sides,
    )?;
    // Each paragraph by its own first letter, on paper too.
    let paper = "const field = document.querySelector('.note textarea'); \
         return [getComputedStyle(field).unicodeBidi, \
         getComputedStyle(field.parentElement, '::after').unicodeBidi]";
    let paper = texts(&browser.js(paper, &[])?);
    check(
        paper == ["plaintext", "plaintext"],
        "each paragraph on its own side, in the field and on paper",
        format!("{paper:?}"),
    )?;
    browser.open_ready(&hands.url("device.html"))?;
    hands.catch_files()?;
    let copy = hands.save("[data-click=readable]")?;
    let style = "const frame = document.createElement('iframe'); frame.srcdoc = arguments[0]; \
         return new Promise((done) => { frame.onload = () => { \
         const all = [...frame.contentDocument.querySelectorAll('dd')]; \
         const page = frame.contentWindow; \
         const told = all.map((dd) => dd.dir + ' ' + page.getComputedStyle(dd).direction).sort(); \
         frame.remove(); done(told); }; document.body.append(frame); })";
    let sides = texts(&browser.js(style, &[json!(copy)])?);
    check(
        sides == ["auto ltr", "auto rtl"],
        "each note on its own side in the copy to read",
        format!("{sides:?}"),
    )
}

fn said_once(stage: &Stage) -> Step {
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
    let said = "return window.__said";
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
    browser.settle()?;
    let all = texts(&browser.js(said, &[])?);
    check(
        all.len() == 1 && all[0].starts_with("Saved"),
        "Saved to be said once for six words",
        format!("{all:?}"),
    )?;
    // Another note, in the same minute: its first words are safe, and that is said.
    browser.js("window.__said.length = 0", &[])?;
    write_note(&browser, "Another")?;
    has_status(&browser, "Another", "saved")?;
    browser.settle()?;
    let all = texts(&browser.js(said, &[])?);
    check(
        all.len() == 1 && all[0].starts_with("Saved"),
        "Saved to be said for another note",
        format!("{all:?}"),
    )?;
    browser.is_calm("what is said")
}

/// The texts in the journal.
const JOURNAL: &str = "return new Promise((done) => { const open = indexedDB.open(arguments[0]); \
     open.onerror = () => done(['it cannot be opened']); \
     open.onsuccess = () => { const db = open.result; \
     if (!db.objectStoreNames.contains('records')) { db.close(); return done([]); } \
     const all = db.transaction('records').objectStore('records').getAll(); \
     all.onsuccess = () => { db.close(); done(all.result); }; }; })";

fn journal_name() -> Value {
    json!(format!("bearings:{PREFIX}:journal"))
}

fn journal_of_two(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    open(&browser, &url)?;
    write_note(&browser, "Ask")?;
    has_status(&browser, "Ask", "saved")?;
    let here = browser.session.window()?;
    let there = browser.session.new_window()?;
    browser.session.switch_to(&there)?;
    open(&browser, &url)?;
    are(&browser, &["Ask"])?;
    // This tab takes its words out of the journal when it is told to, not 20 seconds later. Only that
    // timer is held: the driver of WebKitGTK has one of 30 seconds in the page.
    let hold = "const plain = window.setTimeout.bind(window); window.__held = []; \
         window.setTimeout = (work, time, ...more) => { if (time !== 20000) \
         return plain(work, time, ...more); window.__held.push(work); return 0 }";
    browser.js(hold, &[])?;
    let put = "const field = document.querySelector('.note textarea'); field.focus(); \
         field.value = arguments[0]; field.dispatchEvent(new Event('input', { bubbles: true }))";
    browser.js(put, &[json!("Ask Ben")])?;
    has_status(&browser, "Ask Ben", "saved")?;
    browser.session.switch_to(&here)?;
    are(&browser, &["Ask Ben"])?;
    browser.js(put, &[json!("Ask Ben and Eva")])?;
    has_status(&browser, "Ask Ben and Eva", "saved")?;
    browser.session.switch_to(&there)?;
    are(&browser, &["Ask Ben and Eva"])?;
    browser.js("for (const work of window.__held.splice(0)) work()", &[])?;
    // Its own words are out, those of the other tab are not.
    let is_left = format!(
        "return (function () {{ {JOURNAL} }}).apply(null, arguments).then((texts) => \
         texts.some((text) => text.includes('Ask Ben and Eva')) \
         && !texts.some((text) => text.includes('\"Ask Ben\"')))"
    );
    browser.until(
        "the words of the other tab, and no others, in the journal",
        &is_left,
        &[journal_name()],
    )?;
    browser.session.close_window()?;
    browser.session.switch_to(&here)?;
    browser.is_calm("the journal of two tabs")
}

fn late_database(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.browser()?;
    let url = server.url();
    let here = browser.session.window()?;
    let there = browser.session.new_window()?;
    browser.session.switch_to(&there)?;
    browser.open(&format!("{url}__test/capture.js"))?;
    // Somebody is making the database, and takes their time: nobody else can open it.
    let hold = "const open = indexedDB.open(arguments[0], 1); \
         open.onupgradeneeded = () => { const store = open.result.createObjectStore('records'); \
         const on = () => { if (!window.__enough) store.get('x').onsuccess = on }; on(); }; \
         return new Promise((done) => { open.onsuccess = () => open.result.close(); \
         setTimeout(() => done(true), 200) })";
    browser.js(hold, &[journal_name()])?;
    browser.session.switch_to(&here)?;
    open(&browser, &url)?;
    write_note(&browser, "Written meanwhile")?;
    // Saved all the same, when storage had the time to reach the disk.
    let saved = "return document.activeElement.closest('.note').dataset.standing === 'saved'";
    browser.until_within(Duration::from_secs(40), "the note to be saved", saved, &[])?;
    browser.session.switch_to(&there)?;
    browser.js("window.__enough = true", &[])?;
    let remove = "const gone = indexedDB.deleteDatabase(arguments[0]); \
         window.__gone = false; gone.onsuccess = () => { window.__gone = true }";
    browser.js(remove, &[journal_name()])?;
    browser.until("the database to be removed", "return window.__gone", &[])?;
    browser.session.close_window()?;
    browser.session.switch_to(&here)?;
    browser.is_calm("a database that opens late")
}
