use proptest::prelude::*;

use super::storage::{NOW, Storage, any_two};
use super::*;
use crate::items::simulation::{Act, any_acts, item_id, live, name, texts};
use crate::store::{ItemKind, Kind, SingleRecord, StoreError, quarantine_key};
use crate::testing::page;
use crate::{Item, Items, Progress, Settings, Writer};

const WRITER: Writer = Writer::new(7);

fn note(id: &str) -> Slot {
    Slot::Item(ItemKind::Note, item_id(id))
}

/// A storage with notes: id, text, time.
fn storage(notes: &[(&str, &str, u64)]) -> Storage {
    let (mut storage, mut items, text) = (Storage::default(), Items::default(), name("text"));
    for (id, note, at) in notes {
        items.create(&item_id(id), &[(&text, note)], WRITER, Millis(*at));
    }
    storage.store_items(ItemKind::Note, &items);
    storage
}

/// Changes the notes of a storage.
fn change(storage: &Storage, change: impl FnOnce(&mut Items)) -> Storage {
    let mut items = storage.items(ItemKind::Note);
    change(&mut items);
    let mut changed = storage.clone();
    changed.store_items(ItemKind::Note, &items);
    changed
}

fn edited(storage: &Storage, id: &str, text: &str, writer: u64, at: u64) -> Storage {
    change(storage, |items| {
        let writer = Writer::new(writer);
        items.edit(&item_id(id), &[(&name("text"), text)], writer, Millis(at));
    })
}

fn deleted(storage: &Storage, id: &str, at: u64) -> Storage {
    change(storage, |items| {
        items.delete(&item_id(id), WRITER, Millis(at));
    })
}

#[track_caller]
fn check(text: &str, why: BackupError) {
    assert_eq!(Backup::read(text), Err(why), "{text}");
}

#[test]
fn a_backup_says_what_is_in_it() {
    let mut storage = storage(&[("a", "one", 5), ("b", "two", 6)]);
    storage.put("place", "anything");
    storage.put("place:damaged:7", "anything");
    let text = storage.backup();
    let counts = r#""counts":{"note":2,"place":1,"other":1},"records":[["#;
    assert!(text.contains(counts), "{text}");
    let backup = Backup::read(&text).expect("it is whole");
    assert_eq!((backup.made, backup.build.as_str()), (NOW, "build-7"));
    assert_eq!((backup.count("note"), backup.count("place")), (2, 0));
}

#[test]
fn a_time_that_no_clock_can_tell_is_no_date() {
    let records = storage(&[("a", "one", 5)]).records();
    for (made, date) in [(NOW, Some(NOW)), (Millis(u64::MAX), None)] {
        let text = Backup::write(&records, "build-7", made);
        let backup = Backup::read(&text).expect("it is whole");
        assert_eq!(backup.date(), date);
    }
}

#[test]
fn what_is_no_backup_is_told_from_what_is_no_longer_one() {
    for text in ["", " \n", "\u{feff}\r\n"] {
        check(text, BackupError::Empty);
    }
    check(&Backup::write(&[], "build-7", NOW), BackupError::Empty);
    for text in [
        "hello",
        "{}",
        "[1]",
        r#"{"app":"another","backup":1,"sum":"00000000"}"#,
        &Settings::default().encode(NOW),
    ] {
        check(text, BackupError::NotOurs);
    }
    for text in [
        "{",
        r#"{"app":"bearings","backup":"#,
        r#"{"app":"bearings","backup":1"#,
        r#"{"app":"bearings","backup":x,"#,
        r#"{"app":"bearings","backup":0,"sum":"00000000"}"#,
        r#"{"app":"bearings","backup":1,"sum":"00000000"}"#,
        r#"{ "backup": 1, "app": "bearings" }"#,
    ] {
        check(text, BackupError::Damaged);
    }
}

#[test]
fn a_newer_backup_is_known_as_such_whatever_else_is_in_it() {
    let text = storage(&[("a", "one", 5)]).backup();
    let newer = text.replacen(r#""backup":1"#, r#""backup":2"#, 1);
    check(&newer, BackupError::Newer { version: 2 });
    let text = r#"{"app":"bearings","backup":99999999999,"anything"#;
    check(text, BackupError::Newer { version: u32::MAX });
}

#[test]
fn a_file_that_no_backup_can_be_is_not_looked_into() {
    let bytes = LIMIT + 1;
    let text = "x".repeat(bytes);
    assert_eq!(Backup::read(&text), Err(BackupError::TooLarge { bytes }));
}

#[test]
fn programs_that_pass_a_file_on_may_put_space_around_it() {
    let text = storage(&[("a", "one", 5)]).backup();
    let spaced = ["\u{feff}", &text, "\r\n"].concat();
    assert_eq!(Backup::read(&spaced), Backup::read(&text));
}

#[test]
fn counts_and_names_must_be_what_we_would_write() {
    /// The text with another, correct checksum.
    fn summed(text: &str) -> String {
        let covered = &text[..text.rfind(write::SUM).expect("it has a checksum")];
        [
            covered,
            write::SUM,
            &crate::store::checksum(covered),
            write::END,
        ]
        .concat()
    }
    let text = storage(&[("a", "one", 5)]).backup();
    assert_eq!(summed(&text), text);
    for (from, to) in [
        (r#"{"note":1}"#, r#"{"note":2}"#),
        (r#"{"note":1}"#, r#"{"note":1,"card":1}"#),
        (r#"{"note":1}"#, "{}"),
        (r#""records":"#, r#""more":1,"records":"#),
    ] {
        check(&summed(&text.replacen(from, to, 1)), BackupError::Damaged);
    }
    let mut records = storage(&[("a", "one", 5)]).records();
    records.extend(records.clone());
    check(&Backup::write(&records, "", NOW), BackupError::Damaged);
}

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

/// Some texts with something else at one place.
fn changed_at(text: &str, at: usize, bit: u32) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    bytes[at] ^= 1 << bit;
    String::from_utf8(bytes).ok()
}

proptest! {
    #[test]
    fn backup_erase_restore_gives_back_the_same_to_the_byte([full, _] in any_two()) {
        let mut empty = Storage::default();
        empty.restore(&empty.plan(&full.backup()));
        prop_assert_eq!(empty, full);
    }

    #[test]
    fn restoring_twice_changes_nothing([mut here, there] in any_two()) {
        let backup = there.backup();
        here.restore(&here.plan(&backup));
        let again = here.plan(&backup);
        prop_assert!(again.is_empty());
        prop_assert_eq!(again.transaction(storage::BASE), Transaction::default());
        let lists = [&again.adds, &again.replaces, &again.removes, &again.conflicts];
        prop_assert!(lists.into_iter().all(Vec::is_empty));
    }

    #[test]
    fn restoring_gives_what_both_say_together([here, there] in any_two()) {
        let mut restored = here.clone();
        restored.restore(&here.plan(&there.backup()));
        for record in here.records().into_iter().chain(there.records()) {
            let slot = Slot::parse(&record.name).expect("it is ours");
            let both = match (here.get(&slot), there.get(&slot)) {
                (Some(here), Some(there)) => Some(here.merge(&there)),
                (here, there) => here.or(there),
            };
            prop_assert_eq!(restored.get(&slot), both);
        }
    }

    #[test]
    fn an_old_backup_changes_nothing_that_is_newer(
        mut acts in any_acts(40), early in 1..40_usize
    ) {
        acts.insert(0, (0, Act::Create(0), 5));
        let [old, ..] = live(acts.get(..early).unwrap_or(&acts));
        let [new, ..] = live(&acts);
        let (mut backup, mut here) = (Storage::default(), Storage::default());
        backup.store_items(ItemKind::Note, &old.items);
        here.store_items(ItemKind::Note, &new.items);
        prop_assert!(here.plan(&backup.backup()).is_empty());
    }

    #[test]
    fn what_was_deleted_here_comes_back_only_when_asked_for([here, there] in any_two()) {
        let mut plan = here.plan(&there.backup());
        let deleted = plan.deleted_here.clone();
        let mut restored = here.clone();
        restored.restore(&plan);
        let is_there = |storage: &Storage, slot| match storage.get(slot) {
            Some(Stored::Item(_, item)) => !item.is_deleted(),
            _ => false,
        };
        prop_assert!(deleted.iter().all(|slot| !is_there(&restored, slot)));
        plan.bring_back(Writer::new(99), NOW);
        let mut restored = here.clone();
        restored.restore(&plan);
        prop_assert!(deleted.iter().all(|slot| is_there(&restored, slot)));
        let again = restored.plan(&there.backup());
        prop_assert!(again.is_empty());
    }

    #[test]
    fn the_lists_of_a_plan_name_each_record_once([here, there] in any_two()) {
        let plan = here.plan(&there.backup());
        let lists = [&plan.adds, &plan.replaces, &plan.removes, &plan.keeps, &plan.conflicts];
        let mut slots: Vec<_> = lists.into_iter().flatten().collect();
        let all = slots.len();
        slots.sort();
        slots.dedup();
        prop_assert_eq!(slots.len(), all);
        prop_assert!(all <= there.0.len());
    }

    #[test]
    fn a_file_that_was_cut_is_refused(
        [full, _] in any_two(), at in any::<proptest::sample::Index>()
    ) {
        let text = full.backup();
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let why = if at == 0 { BackupError::Empty } else { BackupError::Damaged };
        prop_assert_eq!(Backup::read(&text[..at]), Err(why));
    }

    #[test]
    fn a_file_with_one_other_bit_is_refused(
        [full, _] in any_two(), at in any::<proptest::sample::Index>(), bit in 0..8_u32
    ) {
        let text = full.backup();
        // A file that is no longer UTF-8 does not come as far as this.
        if let Some(other) = changed_at(&text, at.index(text.len()), bit) {
            prop_assert!(Backup::read(&other).is_err());
        }
    }
}

#[test]
fn every_single_bit_of_a_small_file_counts() {
    let text = storage(&[("a", "one", 5)]).backup();
    for at in 0..text.len() {
        for bit in 0..8 {
            if let Some(other) = changed_at(&text, at, bit) {
                assert!(Backup::read(&other).is_err(), "{other}");
            }
        }
    }
}
