//! Browsers without room, without storage, or without cryptography.

use bearings_domain::Text;
use bearings_domain::backup::Backup;

use super::hands::Hands;
use crate::engine::Setup;
use crate::journeys::{notes, records};
use crate::stage::Stage;
use crate::stop::{Step, check};

pub(super) fn no_room(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let file = hands.save("[data-click=export]")?;
    hands.prepare(&[])?;
    records::fill(&hands.browser)?;
    // Some room, but less than the backup needs.
    let some = "localStorage.removeItem('filler0'); \
         localStorage.setItem('filler0', 'x'.repeat((1 << 20) - 900))";
    hands.browser.js(some, &[])?;
    let before = hands.storage()?;
    hands.pick("backup.json", file.as_bytes())?;
    hands.said("#restore-said", Text::RestoreLook)?;
    hands.browser.click("[data-click=restore]")?;
    hands.said("#restore-said", Text::RestoreFull)?;
    hands.is_storage(&before, "after a restore without room")?;
    records::clear(&hands.browser)?;
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
    browser
        .before_pages("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")?;
    let hands = Hands::new(stage, server, browser);
    hands.prepare(&Hands::records())?;
    hands.browser.click(".seal summary")?;
    hands.browser.visible("#insecure")?;
    hands.browser.hidden("#seal-go")?;
    hands.save("[data-click=export]")?;
    hands.browser.is_calm("the page of backups")
}
