//! Hundreds of notes, and dates that have not come yet.

use super::*;

/// Five hundred notes, all kept.
fn many() -> (Shared, Tab) {
    let (storage, mut tab, _) = tabs();
    for at in 0..500 {
        let key = tab.note(&format!("Note {at}"), 1_000 + at);
        tab.notes.open(key);
    }
    tab.save();
    let tab = Tab::new(&storage, 3);
    assert_eq!(tab.notes.rows().len(), 500);
    (storage, tab)
}

/// How many rows are looked at meanwhile.
fn looks(tab: &mut Tab, work: impl FnOnce(&mut Tab)) -> usize {
    rows::LOOKS.set(0);
    work(tab);
    rows::LOOKS.get()
}

#[test]
fn a_key_in_one_of_five_hundred_notes_looks_at_no_other() {
    let (_, mut tab) = many();
    _ = tab.notes.take_news();
    let key = tab.notes.rows()[250];
    for text in ["Note, and m", "Note, and mo", "Note, and more"] {
        let looks = looks(&mut tab, |tab| tab.notes.write(key, text, Millis(9_000)));
        assert!(looks <= 12, "{looks} rows for one key");
        let news = tab.notes.take_news();
        assert!(news.rows.iter().all(|row| *row == key) && !news.is_list);
    }
    let looks = looks(&mut tab, Tab::save);
    assert!(looks <= 30, "{looks} rows to save one note");
    let news = tab.notes.take_news();
    assert!(news.rows.iter().all(|row| *row == key), "{news:?}");
    assert!(!news.is_list);
    assert!(matches!(tab.notes.standing(key), Standing::Saved(_)));
}

#[test]
fn five_hundred_notes_are_read_without_looking_at_each_beside_each() {
    let (storage, _) = many();
    let mut tab = Tab {
        notes: Notebook::new(9, 9),
        keeper: Keeper::new(Box::new(storage), String::from("/")),
        erased: None,
    };
    // Each row is found, put where it belongs among its neighbours (nine steps), and told of.
    let looks = looks(&mut tab, Tab::load);
    assert!(looks <= 500 * 16, "{looks} rows for 500 notes");
}

#[test]
fn a_note_with_a_date_that_has_not_come_yet_stands_above_nothing_that_was_written_since() {
    const TODAY: u64 = 1_795_363_200_000;
    const YEARS: u64 = 5 * 365 * 24 * 60 * 60 * 1000;
    let (storage, mut tab, _) = tabs();
    tab.notes.today = Millis(TODAY + YEARS);
    tab.note("Under a wrong clock", TODAY + YEARS);
    tab.note("And another", TODAY + YEARS + 9);
    tab.save();
    let mut next = Tab {
        notes: Notebook::new(3, 3),
        keeper: Keeper::new(Box::new(storage.clone()), String::from("/")),
        erased: None,
    };
    next.notes.today = Millis(TODAY);
    next.load();
    assert_eq!(next.texts(), ["And another", "Under a wrong clock"]);
    let key = next.note("Now", TODAY + 5);
    assert_eq!(next.notes.rows()[0], key, "a new note stands first");
    next.save();
    let mut later = Tab::new(&storage, 4);
    later.notes = Notebook::new(4, 4);
    later.notes.today = Millis(TODAY + 10);
    later.load();
    assert_eq!(later.texts(), ["Now", "And another", "Under a wrong clock"]);
}

#[test]
fn a_note_kept_under_a_wrong_clock_can_be_changed_deleted_and_brought_back() {
    let (storage, mut tab, mut other) = tabs();
    tab.note("From the future", 1_000_000);
    tab.save();
    other.load();
    let key = other.notes.rows()[0];
    other.notes.write(key, "Changed today", Millis(10));
    other.save();
    tab.load();
    assert_eq!(tab.texts(), ["Changed today"]);
    let there = tab.notes.rows()[0];
    tab.notes.delete(there, Millis(11));
    tab.save();
    other.load();
    assert!(Tab::new(&storage, 3).texts().is_empty());
    tab.notes.bring_back(there, Millis(12));
    tab.save();
    other.load();
    assert_eq!(other.texts(), ["Changed today"]);
    other.notes.write(key, "And again", Millis(13));
    other.save();
    assert_eq!(Tab::new(&storage, 4).texts(), ["And again"]);
}
