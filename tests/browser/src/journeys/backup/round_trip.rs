//! A backup of what is here, erased and brought back.

use bearings_domain::Text;
use bearings_domain::backup::Backup;
use serde_json::json;

use super::hands::Hands;
use crate::journeys::records::key;
use crate::stage::Stage;
use crate::stop::{Step, check, text};

const PASSPHRASE: &str = "blåbær under the green boat";

pub(super) fn plain(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let before = hands.storage()?;
    let file = hands.save("[data-click=export]")?;
    check(
        Backup::read(&file).is_ok_and(|backup| backup.count("note") == 2),
        "a backup of two notes",
        &file,
    )?;
    let page = hands.save("[data-click=readable]")?;
    check(
        page.contains("<dd dir=\"auto\">Rest &lt;b&gt;well&lt;/b&gt;")
            && page.contains("default-src 'none'")
            && !page.contains("<script"),
        "a page with the first note as text",
        &page,
    )?;
    hands.erase()?;
    hands.pick("backup.json", file.as_bytes())?;
    hands.said("#restore-said", Text::RestoreLook)?;
    check(
        hands.storage()?.len() == 1,
        "nothing to be written before it was looked at",
        "records",
    )?;
    hands.restore()?;
    hands.is_storage(&before, "after erasing and restoring")?;
    hands.browser.is_calm("the page of backups")
}

pub(super) fn region(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let is_chosen = |region: &str| {
        let script = "return (document.documentElement.dataset.look ?? '') === arguments[0]";
        let what = format!("a page with “{region}” chosen");
        hands.browser.until(&what, script, &[json!(region)])
    };
    hands.browser.open_ready(&hands.url("settings.html"))?;
    hands.browser.click("input[name=region][value=us]")?;
    is_chosen("region-us")?;
    hands.browser.open_ready(&hands.url("device.html"))?;
    hands.catch_files()?;
    let file = hands.save("[data-click=export]")?;
    hands.erase()?;
    is_chosen("")?;
    hands.pick("backup.json", file.as_bytes())?;
    hands.restore()?;
    is_chosen("region-us")?;
    hands.browser.click("[data-click=undo]")?;
    hands.said("#restore-said", Text::RestoreUndone)?;
    is_chosen("")?;
    hands.browser.is_calm("the page of backups")
}

pub(super) fn protected(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let before = hands.storage()?;
    hands.browser.click(".seal summary")?;
    hands.write("#new-passphrase", "short")?;
    hands.browser.click("#seal-go")?;
    hands.said("#saved", Text::SealShort)?;
    hands.write("#new-passphrase", PASSPHRASE)?;
    hands.write("#new-passphrase-again", PASSPHRASE)?;
    hands.browser.click("#seal-go")?;
    hands.said("#saved", Text::SealReady)?;
    let file = hands.save("#sealed-go")?;
    check(
        file.starts_with("bearings-sealed 2\n") && !file.contains("bearings:"),
        "a file that tells nothing",
        &file,
    )?;
    hands.erase()?;
    let erased = hands.storage()?;
    hands.pick("backup.txt", file.as_bytes())?;
    hands.said("#restore-said", Text::RestoreLocked)?;
    hands.type_passphrase("a wrong passphrase", Text::RestoreWrong)?;
    hands.is_storage(&erased, "after a wrong passphrase")?;
    hands.type_passphrase(PASSPHRASE, Text::RestoreLook)?;
    hands.restore()?;
    hands.is_storage(&before, "after erasing and restoring")?;

    // One letter of the file is another: the right passphrase opens it no more.
    let at = file.trim_end().len() - 8;
    let other = if file.as_bytes()[at] == b'A' {
        "B"
    } else {
        "A"
    };
    let changed = [&file[..at], other, &file[at + 1..]].concat();
    hands.pick("changed.txt", changed.as_bytes())?;
    hands.said("#restore-said", Text::RestoreLocked)?;
    hands.type_passphrase(PASSPHRASE, Text::RestoreWrong)?;
    hands.is_storage(&before, "after a file that was changed")?;
    hands.browser.is_calm("the page of backups")
}

pub(super) fn undo(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let file = hands.save("[data-click=export]")?;
    // The same person later: a note is gone, another was written, the place is another.
    hands.prepare(&Hands::later())?;
    let before = hands.storage()?;
    hands.pick("backup.json", file.as_bytes())?;
    hands.said("#restore-said", Text::RestoreLook)?;
    let plan = "return document.querySelector('#plan').innerText";
    let plan = text(&hands.browser.js(plan, &[])?);
    check(
        plan.lines().count() >= 3,
        "a plan of what is added and what stays",
        plan,
    )?;
    hands.browser.click("[data-click=leave]")?;
    hands.said("#restore-said", Text::RestoreLeft)?;
    hands.is_storage(&before, "after putting the file away")?;

    hands.pick("backup.json", file.as_bytes())?;
    hands.restore()?;
    check(
        hands.storage()? != before,
        "the restore to change something",
        "nothing",
    )?;
    hands.browser.click("[data-click=undo]")?;
    hands.said("#restore-said", Text::RestoreUndone)?;
    hands.is_storage(&before, "after undoing")?;
    // What the app had in memory must not come back with the next mark.
    let marks = "return JSON.parse(localStorage.getItem(arguments[0])).data";
    let progress = [json!(key("progress"))];
    let (marked, url) = (hands.browser.js(marks, &progress)?, hands.url("index.html"));
    hands.browser.open_ready(&url)?;
    check(
        hands.browser.js(marks, &progress)? == marked,
        "the marks as they were",
        "others",
    )?;
    hands.browser.is_calm("the page of backups")
}
