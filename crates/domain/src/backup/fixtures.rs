//! Backups that released versions made. They must restore for ever.

use std::fs;
use std::path::Path;

use super::storage::{NOW, Storage};
use super::*;
use crate::store::Slot;

/// The records that the backup holds: those of `fixtures/store/v1`, each under its name.
fn records() -> Vec<Record> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/store/v1");
    let id = "000001a203fc5c00-0000000000005eed";
    let files = [
        ("card.json", format!("card:{id}")),
        ("note-in-two-versions.json", format!("note:{id}")),
        ("note-brought-back.json", "note:x".to_owned()),
        ("place.json", "place".to_owned()),
        ("progress.json", "progress".to_owned()),
        ("question.json", format!("question:{id}")),
        ("settings.json", "settings".to_owned()),
        ("visit.json", format!("visit:{id}")),
    ];
    let record = |(file, name)| {
        let text = fs::read_to_string(folder.join(file)).expect("the fixture is there for ever");
        let text = text.trim_end().to_owned();
        Record { name, text }
    };
    files.map(record).into()
}

fn path() -> std::path::PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/backup");
    folder.join(format!("v{VERSION}.json"))
}

#[test]
fn every_released_backup_restores_for_ever() {
    assert_eq!(
        VERSION, 1,
        "keep the test of v1, add one for the new version"
    );
    let text = fs::read_to_string(path()).expect("the fixture is there for ever");
    let backup = Backup::read(&text).expect("it must be readable for ever");
    assert_eq!((backup.made, backup.build.as_str()), (NOW, "build-7"));
    assert_eq!(backup.unread, []);
    let mut storage = Storage::default();
    let plan = storage.plan(&text);
    storage.restore(&plan);
    for record in records() {
        let slot = Slot::parse(&record.name).expect("it is ours");
        let expected = slot.decode(&record.text).expect("it is whole").into_value();
        assert_eq!(storage.get(&slot), Some(expected), "{}", record.name);
    }
}

#[test]
fn what_is_written_today_is_of_todays_version() {
    let text = fs::read_to_string(path()).expect("the fixture is there for ever");
    assert_eq!(
        Backup::write(&records(), "build-7", NOW),
        text.trim_end(),
        "what is written is no longer what the fixture has: that is a new version, see \
         backup::VERSION"
    );
}

/// Writes the fixture of a new version: `cargo test -p bearings-domain -- --ignored
/// write_missing`. Look at what it wrote before it is kept.
#[test]
#[ignore = "it writes a file"]
fn write_missing_fixture() {
    if !path().exists() {
        let text = Backup::write(&records(), "build-7", NOW) + "\n";
        fs::write(path(), text).expect("the fixture can be written");
    }
}
