//! Files that come: within a tap, and onto the disk.

use std::path::Path;
use std::time::{Duration, Instant};

use bearings_domain::Text;
use bearings_domain::backup::Backup;
use bearings_domain::backup::sealed::Sealed;
use serde_json::json;

use crate::browser::PAUSE;
use crate::engine::Setup;
use crate::journeys::backup::hands::Hands;
use crate::stage::Stage;
use crate::stop::{Step, check, failed};

/// Remembers of each file whether it came within the tap.
const WITHIN: &str = "window.__within = []; let tap = false; \
     addEventListener('click', (event) => { if (event.isTrusted) { tap = true; \
     setTimeout(() => { tap = false }, 0) } \
     if (event.target.closest('a[download]')) window.__within.push(tap) }, true)";

pub(super) fn tap_saves(stage: &Stage) -> Step {
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
        std::thread::sleep(PAUSE);
    }
}

pub(super) fn real_files(stage: &Stage) -> Step {
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
        Sealed::parse(text).is_ok()
    })?;
    for (name, file) in [("backup.json", &plain), ("backup.txt", &sealed)] {
        hands.erase()?;
        hands.pick(name, file.as_bytes())?;
        if name == "backup.txt" {
            hands.unlock("four green boats", Text::RestoreLook)?;
        }
        hands.restore()?;
        hands.is_storage(&before, "after restoring a real file")?;
    }
    hands.browser.is_calm("the page of backups")
}
