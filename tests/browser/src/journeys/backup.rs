//! What a person wrote can be taken along, brought back and erased; no file can do harm.

pub mod hands;

use bearings_domain::Text;
use bearings_domain::backup::Backup;
use serde_json::{Value, json};

use super::{ALL, CHROMIUM};
use crate::engine::Setup;
use crate::stage::{Journey, Stage};
use crate::stop::{Step, check, text};
use hands::{Hands, Storage};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "backup, erase, restore: storage is identical",
        engines: ALL,
        run: plain,
    },
    Journey {
        name: "protected backup, erase, restore: storage is identical, a wrong passphrase does nothing",
        engines: ALL,
        run: protected,
    },
    Journey {
        name: "files saved by every released version restore, plain and protected",
        engines: ALL,
        run: released,
    },
    Journey {
        name: "a file that is no good backup changes nothing and is told why",
        engines: ALL,
        run: bad_files,
    },
    Journey {
        name: "a restore can be undone",
        engines: ALL,
        run: undo,
    },
    Journey {
        name: "a restore that finds no room changes nothing",
        engines: ALL,
        run: no_room,
    },
    Journey {
        name: "storage blocked: the notice saves what is in memory at once",
        engines: ALL,
        run: export_now,
    },
    Journey {
        name: "the words of a region go with all that is erased and come back with a backup, at once",
        engines: ALL,
        run: region,
    },
    Journey {
        name: "on a connection without cryptography the plain backup works and says why there is no other",
        engines: CHROMIUM,
        run: insecure,
    },
];

const PASSPHRASE: &str = "blåbær under the green boat";

fn plain(stage: &Stage) -> Step {
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
    hands.browser.click("[data-click=restore]")?;
    hands.said("#restore-said", Text::RestoreDone)?;
    hands.is_storage(&before, "after erasing and restoring")?;
    hands.browser.is_calm("the page of backups")
}

fn region(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let is_chosen = |region: &str| {
        let script = "return (document.documentElement.dataset.region ?? '') === arguments[0] \
             && document.querySelector('[data-regions] input:checked').value === arguments[0]";
        let what = format!("the words of “{region}” to be chosen");
        hands.browser.until(&what, script, &[json!(region)])
    };
    hands.browser.click("[data-regions] input[value=us]")?;
    is_chosen("us")?;
    let file = hands.save("[data-click=export]")?;
    hands.erase()?;
    is_chosen("")?;
    hands.pick("backup.json", file.as_bytes())?;
    hands.said("#restore-said", Text::RestoreLook)?;
    hands.browser.click("[data-click=restore]")?;
    hands.said("#restore-said", Text::RestoreDone)?;
    is_chosen("us")?;
    hands.browser.click("[data-click=undo]")?;
    hands.said("#restore-said", Text::RestoreUndone)?;
    is_chosen("")?;
    hands.browser.is_calm("the page of backups")
}

fn protected(stage: &Stage) -> Step {
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
    hands.write("#passphrase", "a wrong passphrase")?;
    hands.browser.click("#unlock-go")?;
    hands.said("#restore-said", Text::RestoreWrong)?;
    hands.is_storage(&erased, "after a wrong passphrase")?;
    hands.write("#passphrase", PASSPHRASE)?;
    hands.browser.click("#unlock-go")?;
    hands.said("#restore-said", Text::RestoreLook)?;
    hands.browser.click("[data-click=restore]")?;
    hands.said("#restore-said", Text::RestoreDone)?;
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
    hands.write("#passphrase", PASSPHRASE)?;
    hands.browser.click("#unlock-go")?;
    hands.said("#restore-said", Text::RestoreWrong)?;
    hands.is_storage(&before, "after a file that was changed")?;
    hands.browser.is_calm("the page of backups")
}

/// Saved with the app of that version: in the first two notes, one that was deleted, a place, marks and
/// a choice. For every new version of the file or of a record another pair is added for ever.
const RELEASED: [(&str, &str, &str); 2] = [
    (
        include_str!("../../fixtures/v1/backup.json"),
        include_str!("../../fixtures/v1/protected.txt"),
        "four green boats at dawn",
    ),
    (
        include_str!("../../fixtures/v2/backup.json"),
        include_str!("../../fixtures/v2/protected.txt"),
        "Four green. boats ",
    ),
];

fn released(stage: &Stage) -> Step {
    for (plain, protected, passphrase) in RELEASED {
        let file: Value = serde_json::from_str(plain).unwrap_or_default();
        let records = file["records"].as_array().into_iter().flatten();
        let mut expected: Storage = records
            .map(|record| (hands::key(&text(&record[0])), text(&record[1])))
            .collect();
        expected.insert("neighbour".to_owned(), "untouched".to_owned());
        let hands = Hands::new(stage, stage.serve()?, stage.browser()?);
        hands.prepare(&[])?;
        hands.pick("backup.json", plain.as_bytes())?;
        hands.said("#restore-said", Text::RestoreLook)?;
        hands.browser.click("[data-click=restore]")?;
        hands.said("#restore-said", Text::RestoreDone)?;
        hands.is_storage(
            &expected,
            "after restoring a plain file of a released version",
        )?;

        hands.prepare(&[])?;
        hands.pick("backup.txt", protected.as_bytes())?;
        hands.said("#restore-said", Text::RestoreLocked)?;
        hands.write("#passphrase", passphrase)?;
        hands.browser.click("#unlock-go")?;
        hands.said("#restore-said", Text::RestoreLook)?;
        hands.browser.click("[data-click=restore]")?;
        hands.said("#restore-said", Text::RestoreDone)?;
        hands.is_storage(
            &expected,
            "after restoring a protected file of a released version",
        )?;
        hands.browser.is_calm("the page of backups")?;
    }
    Ok(())
}

fn bad_files(stage: &Stage) -> Step {
    let hands = Hands::with_records(stage)?;
    let before = hands.storage()?;
    let good = hands.save("[data-click=export]")?;
    let cut = &good[..good.len() / 2];
    let changed = good.replace("Rest", "Pest");
    let huge = vec![b'x'; 50 << 20];
    let newer = r#"{"app":"bearings","backup":99,"later":[1]}"#;
    let sealed = "bearings-sealed 3\nkdf argon2 3\n";
    let picture: Vec<u8> = (0..=255).cycle().take(4_000).collect();
    let files: [(&[u8], Text); 9] = [
        (cut.as_bytes(), Text::RestoreDamaged),
        (changed.as_bytes(), Text::RestoreDamaged),
        (b"", Text::RestoreEmpty),
        (newer.as_bytes(), Text::RestoreNewer),
        (b"{\"some\":\"other program\"}", Text::RestoreNotOurs),
        (&picture, Text::RestoreNotOurs),
        (sealed.as_bytes(), Text::RestoreNewer),
        (&huge, Text::RestoreTooLarge),
        (b"bearings-sealed 1\nkdf", Text::RestoreDamaged),
    ];
    for (position, (file, expected)) in files.into_iter().enumerate() {
        hands.pick(&format!("bad-{position}.json"), file)?;
        hands.said("#restore-said", expected)?;
        hands.is_storage(&before, &format!("after bad file {position}"))?;
    }
    hands.pick("good.json", good.as_bytes())?;
    hands.said("#restore-said", Text::RestoreNothing)?;
    hands.is_storage(&before, "after a backup of what is here")?;
    hands.browser.is_calm("the page of backups")
}

fn undo(stage: &Stage) -> Step {
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
    hands.said("#restore-said", Text::RestoreLook)?;
    hands.browser.click("[data-click=restore]")?;
    hands.said("#restore-said", Text::RestoreDone)?;
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
    let key = [json!(hands::key("progress"))];
    let (marked, url) = (hands.browser.js(marks, &key)?, hands.url("index.html"));
    hands.browser.open_ready(&url)?;
    check(
        hands.browser.js(marks, &key)? == marked,
        "the marks as they were",
        "others",
    )?;
    hands.browser.is_calm("the page of backups")
}

fn no_room(stage: &Stage) -> Step {
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

fn export_now(stage: &Stage) -> Step {
    let (server, browser) = stage.blocked()?;
    let hands = Hands::new(stage, server, browser);
    let url = hands.url("notes.html");
    hands.browser.open_ready(&url)?;
    super::notes::write_note(&hands.browser, "Only here")?;
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

fn insecure(stage: &Stage) -> Step {
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
