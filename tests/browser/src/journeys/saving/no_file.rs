//! No file comes: the words can be shared or copied.

use bearings_domain::Text;
use bearings_domain::backup::Backup;

use crate::journeys::backup::hands::Hands;
use crate::journeys::notes::{self, write_note};
use crate::stage::Stage;
use crate::stop::{Step, check, text};

/// A browser that shares texts, as phones do, and one clipboard to look into.
const SHARES: &str = "window.__shared = []; window.__copied = []; \
     Object.defineProperty(navigator, 'canShare', { configurable: true, \
     value: ({ files }) => files.every((file) => file.type === 'text/plain') }); \
     Object.defineProperty(navigator, 'share', { configurable: true, value: async ({ files }) => { \
     if (window.__refuses) throw new DOMException('no', 'AbortError'); \
     window.__shared.push({ name: files[0].name, text: await files[0].text() }) } }); \
     Object.defineProperty(navigator, 'clipboard', { configurable: true, \
     value: { writeText: async (text) => { window.__copied.push(text) } } })";

pub(super) fn no_file(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let browser = &hands.browser;
    browser.hidden("#offer")?;
    // Without a way to share there is only copying.
    browser.js(
        "Object.defineProperty(navigator, 'canShare', { configurable: true, value: undefined })",
        &[],
    )?;
    let file = hands.save("[data-click=export]")?;
    browser.visible("#offer [data-click=copy]")?;
    browser.hidden("#offer [data-click=share]")?;
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
    browser.hidden("#offer")?;
    hands.pick("note to myself.txt", format!("{copied}\r\n").as_bytes())?;
    hands.said("#restore-said", Text::RestoreLook)?;
    check(Backup::read(&file).is_ok(), "a backup", &file)?;
    browser.is_calm("the page of backups")
}

pub(super) fn blocked(stage: &Stage) -> Step {
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
