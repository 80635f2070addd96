//! What restoring does, record by record.

use super::*;
use crate::items::simulation::texts;
use crate::store::{Kind, StoreError, quarantine_key};
use crate::testing::page;
use crate::{Item, Progress};

#[test]
fn what_cannot_be_read_is_reported_by_name_and_the_rest_is_restored() {
    let mut full = storage(&[("a", "one", 5), ("b", "two", 6), ("c", "three", 7)]);
    let newer = full
        .text("note:b")
        .expect("there")
        .replace("\"v\":1", "\"v\":3");
    full.put("note:b", &newer);
    let damaged = full
        .text("note:c")
        .expect("there")
        .replace("three", "thr33");
    full.put("note:c", &damaged);
    full.put("note:d:damaged:12", "was damaged long ago");
    full.put("plan:e", "of a newer release");
    full.put("settings", r#"{"app":"bearings","v":9}"#);
    let text = full.backup();
    let backup = Backup::read(&text).expect("the file is whole");
    let unread: Vec<_> = backup
        .unread
        .iter()
        .map(|unread| (unread.name.as_str(), unread.why))
        .collect();
    assert_eq!(
        unread,
        [
            ("note:b", Unreadable::Newer { version: 3 }),
            (
                "note:c",
                Unreadable::Damaged {
                    why: Damage::Checksum
                }
            ),
            ("note:d:damaged:12", Unreadable::SetAside),
            ("plan:e", Unreadable::Unknown),
            ("settings", Unreadable::Newer { version: 9 }),
        ]
    );
    let mut empty = Storage::default();
    let plan = empty.plan(&text);
    assert_eq!(plan.adds, [note("a")]);
    empty.restore(&plan);
    // Settings of a newer release would keep this build from saving any.
    full.0.retain(|key, _| !key.ends_with("settings"));
    assert_eq!(empty, full);
}

#[test]
fn a_record_that_only_a_forger_can_have_made_is_not_taken() {
    let mut storage = storage(&[("a", "one", 5)]);
    let late = Millis(8_000_000_000_000_001);
    let progress = |pages: u32| {
        let mut progress = Progress::default();
        for number in 0..pages {
            progress.mark_read(&page(&format!("page-{number:06}")), Millis(5));
        }
        Stored::Progress(progress)
    };
    let mut far = Progress::default();
    far.mark_read(&page("a"), late);
    let far_item = Item::from_parts(item_id("b"), late, Vec::new());
    storage.store(&note("b"), &Stored::Item(ItemKind::Note, far_item));
    storage.store(&Slot::One(Kind::Progress), &progress(13_000));
    let read = |storage: &Storage| Backup::read(&storage.backup()).expect("the file is whole");
    let unread = |storage: &Storage| {
        let unread = read(storage).unread.into_iter();
        unread.map(|unread| unread.name).collect::<Vec<_>>()
    };
    assert_eq!(unread(&storage), ["note:b", "progress"]);
    storage.store(&Slot::One(Kind::Progress), &Stored::Progress(far));
    assert_eq!(unread(&storage), ["note:b", "progress"]);
    storage.store(&Slot::One(Kind::Progress), &progress(3_000));
    assert_eq!(unread(&storage), ["note:b"]);
    let plan = Storage::default().plan(&storage.backup());
    assert_eq!(
        plan.put_back.len(),
        0,
        "it would be read as if we had written it"
    );
}

#[test]
fn the_plan_says_what_will_happen_before_it_does() {
    let old = storage(&[
        ("kept", "kept", 5),
        ("newer-here", "old", 5),
        ("newer-there", "old", 5),
        ("both", "old", 5),
        ("deleted-here", "here", 5),
        ("deleted-there", "there", 5),
        ("deleted-both", "both", 5),
    ]);
    let here = edited(&old, "newer-here", "new", 1, 10);
    let here = edited(&here, "both", "mine", 1, 10);
    let mut here = deleted(&deleted(&here, "deleted-here", 20), "deleted-both", 20);
    let there = edited(&old, "newer-there", "new", 2, 11);
    let there = edited(&there, "both", "yours", 2, 11);
    let there = deleted(&deleted(&there, "deleted-there", 21), "deleted-both", 21);
    let there = change(&there, |items| {
        let text = name("text");
        items.create(&item_id("added"), &[(&text, "new")], WRITER, Millis(12));
        items.create(
            &item_id("never-seen"),
            &[(&text, "new")],
            WRITER,
            Millis(12),
        );
        items.delete(&item_id("never-seen"), WRITER, Millis(13));
    });
    let mut plan = here.plan(&there.backup());
    assert_eq!(plan.adds, [note("added")]);
    assert_eq!(plan.replaces, [note("newer-there")]);
    assert_eq!(plan.removes, [note("deleted-there")]);
    assert_eq!(plan.keeps, [note("kept"), note("newer-here")]);
    assert_eq!(plan.conflicts, [note("both")]);
    assert_eq!(plan.deleted_here, [note("deleted-here")]);
    assert_eq!(RestorePlan::count(&plan.keeps, "note"), 2);
    assert_eq!(RestorePlan::count(&plan.keeps, "card"), 0);
    plan.bring_back(Writer::new(3), NOW);
    assert_eq!(plan.adds, [note("added"), note("deleted-here")]);
    assert_eq!(plan.deleted_here, []);
    here.restore(&plan);
    let shown = texts(&here.items(ItemKind::Note));
    let expected = ["here", "kept", "mine", "new", "yours"];
    assert_eq!(shown.into_iter().collect::<Vec<_>>(), expected);
}

#[test]
fn a_damaged_record_here_is_set_aside_and_a_newer_one_left_alone() {
    let full = storage(&[("a", "one", 5), ("b", "two", 6)]);
    let mut here = full.clone();
    let newer = here
        .text("note:a")
        .expect("there")
        .replace("\"v\":1", "\"v\":3");
    here.put("note:a", &newer);
    here.put("note:b", "damaged");
    here.put(&quarantine_key("note:b", NOW), "damaged before");
    let plan = here.plan(&full.backup());
    assert_eq!(
        (plan.left_alone.as_slice(), plan.adds.as_slice()),
        (&[note("a")][..], &[note("b")][..])
    );
    here.restore(&plan);
    assert_eq!(here.text("note:a"), Some(newer.as_str()));
    assert_eq!(here.text("note:b"), full.text("note:b"));
    assert_eq!(
        here.text(&quarantine_key("note:b", NOW)),
        Some("damaged before")
    );
    let next = Millis(NOW.0 + 1);
    assert_eq!(here.text(&quarantine_key("note:b", next)), Some("damaged"));
    assert_eq!(
        note("a").decode(&newer),
        Err(StoreError::Newer { version: 3 })
    );
}
