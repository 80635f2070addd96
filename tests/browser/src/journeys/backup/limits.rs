//! Browsers without room, without storage, or without cryptography.

use bearings_domain::Text;
use bearings_domain::backup::Backup;
use serde_json::json;

use super::hands::Hands;
use crate::engine::Setup;
use crate::journeys::notes;
use crate::stage::Stage;
use crate::stop::{Step, check};

pub(super) fn no_room(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let file = hands.save("[data-click=export]")?;
    hands.prepare(&[])?;
    let filler = "let piece = 'x'.repeat(1 << 20), n = 0; while (piece) { \
         try { localStorage.setItem('filler' + n++, piece) } \
         catch { piece = piece.slice(0, piece.length >> 1) } } \
         const last = 'filler' + (n - 1); localStorage.removeItem('filler0'); \
         localStorage.setItem('filler0', 'x'.repeat((1 << 20) - 900)); return n";
    hands.browser.js(filler, &[])?;
    let before = hands.storage()?;
    hands.pick("backup.json", file.as_bytes())?;
    hands.said("#restore-said", Text::RestoreLook)?;
    hands.browser.click("[data-click=restore]")?;
    hands.said("#restore-said", Text::RestoreFull)?;
    hands.is_storage(&before, "after a restore without room")?;
    hands.browser.js("localStorage.clear()", &[])?;
    hands.browser.is_calm("the page of backups")
}

pub(super) fn export_now(stage: &Stage) -> Step {
    let (server, browser) = stage.blocked()?;
    let hands = Hands::new(stage, server, browser);
    let url = hands.url("notes.html");
    hands.browser.open_ready(&url)?;
    notes::write_note(&hands.browser, "Only here")?;
    hands.browser.visible("[data-export-now]")?;
    hands.catch_files()?;
    let file = hands.save("[data-export-now]")?;
    check(
        Backup::read(&file).is_ok_and(|backup| backup.count("note") == 1),
        "a backup with the note",
        &file,
    )?;
    hands.browser.is_calm("the page with blocked storage")?;
    // While reading, too.
    hands.browser.open_ready(&hands.url(stage.site.page(1)))?;
    hands.browser.click("[data-mark-unread]")?;
    hands.browser.visible("[data-notice=blocked]")?;
    hands.catch_files()?;
    let file = hands.save("[data-export-now]")?;
    check(
        Backup::read(&file).is_ok_and(|backup| backup.count("progress") == 1),
        "a backup with the mark",
        &file,
    )?;
    hands
        .browser
        .is_calm("a page of the guide with blocked storage")
}

pub(super) fn insecure(stage: &Stage) -> Step {
    let server = stage.serve()?;
    let browser = stage.start(&Setup::default())?;
    let source = "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })";
    browser.cdp(
        "Page.addScriptToEvaluateOnNewDocument",
        &json!({ "source": source }),
    )?;
    let hands = Hands::new(stage, server, browser);
    hands.prepare(&Hands::records())?;
    hands.browser.click(".seal summary")?;
    hands.browser.visible("#insecure")?;
    let hidden = "return document.querySelector('#seal-go').getClientRects().length === 0";
    hands
        .browser
        .until("no field for a passphrase", hidden, &[])?;
    hands.save("[data-click=export]")?;
    hands.browser.is_calm("the page of backups")
}
