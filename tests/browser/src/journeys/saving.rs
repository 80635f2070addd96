//! Files that come, files that do not, and files that lack something.

use std::path::Path;
use std::time::{Duration, Instant};

use bearings_domain::Text;
use bearings_domain::backup::Backup;
use serde_json::json;

use super::ALL;
use super::backup::hands::Hands;
use super::notes::{self, write_note};
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, failed, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 46: a protected backup is made first, and saved at once with the next tap",
        engines: ALL,
        run: tap_saves,
    },
    Journey {
        name: "fault 47: no file comes: it can be shared or copied, and the page says so",
        engines: ALL,
        run: no_file,
    },
    Journey {
        name: "fault 47: storage blocked: it is said where words are, and they can be taken along",
        engines: ALL,
        run: blocked,
    },
    Journey {
        name: "fault 48: a backup that lacks what could not be read says so, in its name too",
        engines: ALL,
        run: not_whole,
    },
    Journey {
        name: "fault 49: a real file is saved, read and restored, plain, protected and to read",
        engines: ALL,
        run: real_files,
    },
    Journey {
        name: "a backup without a date, or with nothing that can be read, is told as that",
        engines: ALL,
        run: odd_backups,
    },
];

/// Remembers of each file whether it came within the tap.
const WITHIN: &str = "window.__within = []; let tap = false; \
     addEventListener('click', (event) => { if (event.isTrusted) { tap = true; \
     setTimeout(() => { tap = false }, 0) } \
     if (event.target.closest('a[download]')) window.__within.push(tap) }, true)";

fn tap_saves(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    hands.browser.js(WITHIN, &[])?;
    hands.seal("four green boats")?;
    check(
        hands.browser.js("return __files.length", &[])? == json!(0),
        "no file before the second tap",
        "a file",
    )?;
    let focused = "return document.activeElement.id === 'sealed-go'";
    hands.browser.until("the focus on saving", focused, &[])?;
    let file = hands.save("#sealed-go")?;
    check(
        file.starts_with("bearings-sealed 2\n"),
        "a sealed file",
        &file,
    )?;
    // No file may have come: it can be asked for once more.
    let again = hands.save("#sealed-go")?;
    check(again == file, "the same file again", &again)?;
    let within = hands.browser.js("return __within", &[])?;
    check(
        within == json!([true, true]),
        "both within their tap",
        within.to_string(),
    )?;
    hands.browser.is_calm("the page of backups")
}

/// A browser that shares texts, as phones do, and one clipboard to look into.
const SHARES: &str = "window.__shared = []; window.__copied = []; \
     Object.defineProperty(navigator, 'canShare', { configurable: true, \
     value: ({ files }) => files.every((file) => file.type === 'text/plain') }); \
     Object.defineProperty(navigator, 'share', { configurable: true, value: async ({ files }) => { \
     if (window.__refuses) throw new DOMException('no', 'AbortError'); \
     window.__shared.push({ name: files[0].name, text: await files[0].text() }) } }); \
     Object.defineProperty(navigator, 'clipboard', { configurable: true, \
     value: { writeText: async (text) => { window.__copied.push(text) } } })";

fn no_file(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let browser = &hands.browser;
    hidden(&hands, "#offer")?;
    // Without a way to share there is only copying.
    browser.js(
        "Object.defineProperty(navigator, 'canShare', { configurable: true, value: undefined })",
        &[],
    )?;
    let file = hands.save("[data-click=export]")?;
    browser.visible("#offer [data-click=copy]")?;
    hidden(&hands, "#offer [data-click=share]")?;
    browser.js(SHARES, &[])?;
    let file_again = hands.save("[data-click=export]")?;
    browser.visible("#offer [data-click=share]")?;
    browser.js("window.__refuses = true", &[])?;
    browser.click("#offer [data-click=share]")?;
    hands.said("#saved", Text::BackupNotShared)?;
    browser.js("window.__refuses = false", &[])?;
    browser.click("#offer [data-click=share]")?;
    hands.said("#saved", Text::BackupShared)?;
    let shared = browser.js("return __shared[0]", &[])?;
    let name = text(&shared["name"]);
    check(
        text(&shared["text"]) == file_again && name.ends_with(".json.txt"),
        "the backup as a text",
        &name,
    )?;
    browser.click("#offer [data-click=copy]")?;
    hands.said("#saved", Text::BackupCopied)?;
    let copied = text(&browser.js("return __copied[0]", &[])?);
    check(copied == file_again, "the text of the file", &copied)?;
    // What was copied restores, from whatever file it was put into.
    hands.erase()?;
    hidden(&hands, "#offer")?;
    hands.pick("note to myself.txt", format!("{copied}\r\n").as_bytes())?;
    hands.said("#restore-said", Text::RestoreLook)?;
    check(Backup::read(&file).is_ok(), "a backup", &file)?;
    browser.is_calm("the page of backups")
}

fn hidden(hands: &Hands, css: &str) -> Step {
    let script = "return document.querySelector(arguments[0]).getClientRects().length === 0";
    let what = format!("{css} not to be there");
    hands.browser.until(&what, script, &[json!(css)])?;
    Ok(())
}

fn blocked(stage: &Stage) -> Step {
    let (server, browser) = stage.blocked()?;
    let hands = Hands::new(stage, server, browser);
    notes::open(&hands.browser, &hands.url(""))?;
    hands.browser.visible("[data-notice=blocked]")?;
    hands.said("[data-notice=blocked] > p", Text::BackupBlocked)?;
    write_note(&hands.browser, "Only here")?;
    hands.catch_files()?;
    hands.browser.js(SHARES, &[])?;
    let file = hands.save("[data-export-now]")?;
    check(file.contains("Only here"), "a backup with the words", &file)?;
    hands.browser.click("[data-share-saved]")?;
    let shared = "return __shared[0]?.text ?? ''";
    let shared = hands.browser.until("the file to be shared", shared, &[])?;
    check(text(&shared) == file, "the same file", shared.to_string())?;
    hands.browser.click("[data-copy-saved]")?;
    let copied = "return __copied[0] ?? ''";
    let copied = hands.browser.until("the text to be copied", copied, &[])?;
    check(text(&copied) == file, "the same text", copied.to_string())?;
    // The browser asks before words that end with the page are left.
    let asks = "const event = new Event('beforeunload', { cancelable: true }); \
         dispatchEvent(event); return event.defaultPrevented";
    hands
        .browser
        .until("a question before leaving", asks, &[])?;
    hands.browser.js("window.onbeforeunload = null", &[])?;
    hands.browser.open_ready(&hands.url("device.html"))?;
    hands.catch_files()?;
    hands.browser.click("[data-click=export]")?;
    hands.said("#saved", Text::BackupNotHere)?;
    hands
        .browser
        .is_calm("the page of backups with blocked storage")
}

/// Storage that refuses to read a note, or to say what is there.
const REFUSES: [&str; 2] = [
    "const read = Storage.prototype.getItem; \
     Storage.prototype.getItem = function (key) { \
     if (key.endsWith(':note:2')) throw new DOMException('refused'); \
     return read.call(this, key) }",
    "Storage.prototype.key = () => { throw new DOMException('refused') }",
];

fn not_whole(stage: &Stage) -> Step {
    for refuses in REFUSES {
        let hands = Hands::with_records(stage)?;
        hands.browser.js(refuses, &[])?;
        // The notes are in memory too; the visit and what was set aside are not.
        for (button, kind) in [
            ("[data-click=export]", "bearings-backup-not-whole-"),
            ("[data-click=readable]", "bearings-to-read-not-whole-"),
        ] {
            // Clear of the sentence at the foot, which is a long one here.
            let script = "document.querySelector(arguments[0]).scrollIntoView({ block: 'center' })";
            hands.browser.js(script, &[json!(button)])?;
            let file = hands.save(button)?;
            let name = text(&hands.browser.js("return __files[0].name", &[])?);
            check(name.starts_with(kind), "a name that says it", &name)?;
            check(
                file.contains("The second note"),
                "what this page knows",
                &file,
            )?;
            let said = "return document.querySelector('#saved').innerText";
            let said = text(&hands.browser.js(said, &[])?);
            let expected = stage.site.texts.fill(Text::SavedPart, &[("name", &name)]);
            check(said.trim() == expected, expected, said)?;
        }
        hands.seal("four green boats")?;
        hands.save("#sealed-go")?;
        let name = text(&hands.browser.js("return __files[0].name", &[])?);
        check(
            name.starts_with("bearings-protected-backup-not-whole-"),
            "a name that says it",
            &name,
        )?;
    }
    Ok(())
}

/// The one file in a folder whose name begins so, once it is there and whole.
fn file_in(folder: &Path, start: &str, is_whole: fn(&str) -> bool) -> Step<String> {
    let started = Instant::now();
    loop {
        let entries = std::fs::read_dir(folder)?.flatten();
        let texts = entries
            .filter(|entry| entry.file_name().to_string_lossy().starts_with(start))
            .filter_map(|entry| std::fs::read_to_string(entry.path()).ok());
        if let Some(text) = texts.into_iter().find(|text| is_whole(text)) {
            return Ok(text);
        }
        if started.elapsed() > Duration::from_secs(20) {
            let there = std::fs::read_dir(folder)?.flatten();
            let there: Vec<_> = there.map(|entry| entry.file_name()).collect();
            return failed(format!("a whole file {start}*"), format!("{there:?}"));
        }
        std::thread::sleep(Duration::from_millis(15));
    }
}

fn real_files(stage: &Stage) -> Step {
    let hands = Hands::new(stage, stage.serve()?, stage.start(&Setup::default())?);
    let folder = stage.downloads()?;
    hands.prepare(&Hands::records())?;
    // The page as it is, without the script that catches files.
    hands.browser.open_ready(&hands.url("device.html"))?;
    let before = hands.storage()?;
    hands.browser.click("[data-click=export]")?;
    let plain = file_in(folder, "bearings-backup-", |text| {
        Backup::read(text).is_ok()
    })?;
    hands.browser.click("[data-click=readable]")?;
    file_in(folder, "bearings-to-read-", |text| {
        text.contains("The second note") && text.trim_end().ends_with('>')
    })?;
    hands.seal("four green boats")?;
    hands.browser.click("#sealed-go")?;
    let sealed = file_in(folder, "bearings-protected-backup-", |text| {
        bearings_domain::backup::sealed::Sealed::parse(text).is_ok()
    })?;
    for (name, file) in [("backup.json", &plain), ("backup.txt", &sealed)] {
        hands.erase()?;
        hands.pick(name, file.as_bytes())?;
        if name == "backup.txt" {
            hands.unlock("four green boats", Text::RestoreLook)?;
        }
        hands.said("#restore-said", Text::RestoreLook)?;
        hands.browser.click("[data-click=restore]")?;
        hands.said("#restore-said", Text::RestoreDone)?;
        hands.is_storage(&before, "after restoring a real file")?;
    }
    hands.browser.is_calm("the page of backups")
}

fn odd_backups(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let before = hands.storage()?;
    let records = [bearings_domain::backup::Record {
        name: "card:newer".to_owned(),
        text: r#"{"app":"bearings","kind":"card","v":99}"#.to_owned(),
    }];
    let odd = Backup::write(&records, "build-9", bearings_domain::Millis(u64::MAX));
    hands.pick("odd.json", odd.as_bytes())?;
    hands.said("#restore-said", Text::RestoreNoneRead)?;
    let lines = "return [...document.querySelectorAll('#plan li')].map((line) => line.innerText)";
    let lines = crate::stop::texts(&hands.browser.js(lines, &[])?);
    let count = &[("count", "1")][..];
    let texts = &stage.site.texts;
    check(
        lines
            == [
                texts.get(Text::RestoreUndated).to_owned(),
                texts.fill(Text::RestoreUnread, count),
                texts.fill(Text::RestorePutBack, count),
            ],
        "three lines: no date, nothing read, one put back",
        format!("{lines:?}"),
    )?;
    hands.is_storage(&before, "while the file is looked at")
}
