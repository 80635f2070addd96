//! Backups that lack something: what could not be read, a date, or anything to read.

use bearings_domain::Text;
use bearings_domain::backup::Backup;
use serde_json::json;

use crate::journeys::backup::hands::Hands;
use crate::stage::Stage;
use crate::stop::{Step, check, text, texts};

/// Storage that refuses to read a note, or to say what is there.
const REFUSES: [&str; 2] = [
    "const read = Storage.prototype.getItem; \
     Storage.prototype.getItem = function (key) { \
     if (key.endsWith(':note:2')) throw new DOMException('refused'); \
     return read.call(this, key) }",
    "Storage.prototype.key = () => { throw new DOMException('refused') }",
];

pub(super) fn not_whole(stage: &Stage) -> Step {
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

pub(super) fn odd_backups(stage: &Stage) -> Step {
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
    let lines = texts(&hands.browser.js(lines, &[])?);
    let count = &[("count", "1")][..];
    let strings = &stage.site.texts;
    check(
        lines
            == [
                strings.get(Text::RestoreUndated).to_owned(),
                strings.fill(Text::RestoreUnread, count),
                strings.fill(Text::RestorePutBack, count),
            ],
        "three lines: no date, nothing read, one put back",
        format!("{lines:?}"),
    )?;
    hands.is_storage(&before, "while the file is looked at")
}
