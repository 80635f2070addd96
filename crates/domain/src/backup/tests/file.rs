//! Which files are backups, and what is in them.

use super::*;
use crate::Settings;
use crate::store::SingleRecord;

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
    /// The text with another checksum, as somebody would write it who knows how.
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
