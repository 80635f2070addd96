//! The files that take the longest to read: as long as they may be, and made for that.

use std::time::{Duration, Instant};

use super::storage::{NOW, Storage};
use super::*;
use crate::store::{ItemKind, Slot, encode_progress};
use crate::testing::page;
use crate::{Progress, Writer};

#[track_caller]
fn check(what: &str, text: &str) {
    assert!(text.len() <= LIMIT, "{what}: {} bytes", text.len());
    let started = Instant::now();
    if let Ok(backup) = Backup::read(text) {
        let mut plan = RestorePlan::new(&[], &backup, NOW);
        plan.bring_back(Writer::new(1), NOW);
        let mut full = Storage::default();
        full.perform(&plan.apply(storage::BASE).writes);
        // Everything once more, onto what is there.
        let records = full.records();
        let again = RestorePlan::new(&records, &backup, NOW);
        assert!(again.is_empty());
    }
    let passed = started.elapsed();
    println!("{what}: {} bytes in {passed:.1?}", text.len());
    assert!(passed < Duration::from_secs(20), "{what} takes {passed:?}");
}

fn filled(start: &str, part: &str) -> String {
    let room = LIMIT - start.len();
    [start, &part.repeat(room / part.len())].concat()
}

/// As many records as a file holds.
fn full_of(record: impl Fn(usize) -> Record) -> String {
    let two = [record(0), record(1)];
    let size = |records: &[Record]| Backup::write(records, "", NOW).len();
    let one = size(&two) - size(&two[..1]);
    // Later records have longer numbers in their names.
    let count = (LIMIT - 1_000) / (one + 15);
    let records: Vec<_> = (0..count).map(record).collect();
    Backup::write(&records, "", NOW)
}

fn note(id: &str, versions: &str) -> String {
    let data = format!(r#"{{"id":"{id}","deleted":0,"versions":[{versions}]}}"#);
    let sum = crate::store::checksum(&data);
    format!(r#"{{"app":"bearings","kind":"note","v":1,"at":1,"sum":"{sum}","data":{data}}}"#)
}

fn named(number: usize, text: String) -> Record {
    let id = crate::items::simulation::item_id(&format!("n{number}"));
    let name = Slot::Item(ItemKind::Note, id).name();
    Record { name, text }
}

/// A note as large as is believed, in which every text is in conflict with every other.
fn conflicts(number: usize) -> Record {
    let version = |at: usize| {
        let field = |name: usize| format!(r#"["f{name:03}",[{at},{at},1],"{at}"]"#);
        let fields: Vec<_> = (0..100).map(field).collect();
        let fields = fields.join(",");
        format!(r#"{{"stamp":[{at},{at},1],"created":1,"base":[],"fields":[{fields}]}}"#)
    };
    let versions: Vec<_> = (100..200).map(version).collect();
    named(number, note(&format!("n{number}"), &versions.join(",")))
}

#[test]
#[ignore = "it is about speed: run it with --release"]
fn the_worst_files_take_no_longer_than_a_person_would_wait() {
    check("brackets", &filled(START, "["));
    check("fields", &filled("{\"a\":1", ",\"b\":[1]"));
    check(
        "records",
        &filled(&format!("{START}1,\"records\":["), "[\"a\",\"b\"],"),
    );
    check(
        "foreign names",
        &full_of(|number| named(number, String::new())),
    );
    check(
        "small notes",
        &full_of(|number| named(number, note(&format!("n{number}"), ""))),
    );
    check("notes in conflict", &full_of(conflicts));
    let mut progress = Progress::default();
    for number in 0..6_000 {
        progress.mark_read(&page(&format!("{number:04}")), Millis(5));
    }
    let text = encode_progress(&progress, NOW);
    check(
        "progress",
        &full_of(|number| Record {
            name: "progress".to_owned() + &"x".repeat(number.min(1)),
            text: text.clone(),
        }),
    );
    check("one text", &{
        let text = "x".repeat(LIMIT - 1_000);
        let fields = format!(r#"["a",[1,1,1],"{text}"]"#);
        let version = format!(r#"{{"stamp":[1,1,1],"created":1,"base":[],"fields":[{fields}]}}"#);
        Backup::write(&[named(0, note("n0", &version))], "", NOW)
    });
}
