//! Files from elsewhere: of released versions, and files that are no good backup.

use bearings_domain::Text;
use serde_json::Value;

use super::hands::{Hands, Storage};
use crate::journeys::records::key;
use crate::stage::Stage;
use crate::stop::{Step, check, text};

/// Saved with the app of that version: in the first two notes, one that was deleted, a place, marks and
/// a choice. For every new version of the file or of a record another pair is added for ever.
const RELEASED: [(&str, &str, &str); 2] = [
    (
        include_str!("../../../fixtures/v1/backup.json"),
        include_str!("../../../fixtures/v1/protected.txt"),
        "four green boats at dawn",
    ),
    (
        include_str!("../../../fixtures/v2/backup.json"),
        include_str!("../../../fixtures/v2/protected.txt"),
        "Four green. boats ",
    ),
];

pub(super) fn released(stage: &Stage) -> Step {
    for (plain, protected, passphrase) in RELEASED {
        let file: Value = serde_json::from_str(plain).unwrap_or_default();
        let records = file["records"].as_array().into_iter().flatten();
        let mut expected: Storage = records
            .map(|record| (key(&text(&record[0])), text(&record[1])))
            .collect();
        expected.insert("neighbour".to_owned(), "untouched".to_owned());
        let hands = Hands::new(stage, stage.serve()?, stage.browser()?);
        hands.prepare(&[])?;
        hands.pick("backup.json", plain.as_bytes())?;
        hands.restore()?;
        is_restored(&hands, &expected, "a plain file of a released version")?;

        hands.prepare(&[])?;
        hands.pick("backup.txt", protected.as_bytes())?;
        hands.said("#restore-said", Text::RestoreLocked)?;
        hands.type_passphrase(passphrase, Text::RestoreLook)?;
        hands.restore()?;
        is_restored(&hands, &expected, "a protected file of a released version")?;
        hands.browser.is_calm("the page of backups")?;
    }
    Ok(())
}

/// Storage holds what the file does. Settings in an earlier form are written anew when they are read:
/// of them the choice counts.
fn is_restored(hands: &Hands, file: &Storage, what: &str) -> Step {
    let (mut now, mut file) = (hands.storage()?, file.clone());
    let settings = key("settings");
    let [is, was] = [&mut now, &mut file].map(|storage| {
        let record = storage.remove(&settings).unwrap_or_default();
        let record: Value = serde_json::from_str(&record).unwrap_or_default();
        record["data"]["region"].clone()
    });
    check(
        now == file && is == was,
        format!("what is in {what}: {was}, {file:?}"),
        format!("{is}, {now:?}"),
    )
}

pub(super) fn bad_files(stage: &Stage) -> Step {
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
