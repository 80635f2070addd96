//! The journal: words that a killed browser had not brought to the disk.

use crate::testing::{Answers, Device, Tab, tabs};
use crate::{ItemForm, NOTE, SaveStatus, Wake};
use bearings_domain::store::ItemKind;
use bearings_domain::time::Millis;

const QUESTION: ItemForm = ItemForm {
    kind: ItemKind::Question,
    fields: &["text", "answer"],
};

#[test]
fn what_is_called_saved_outlives_a_browser_that_is_killed() {
    let (device, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.save();
    assert_eq!(tab.items.status(key), SaveStatus::Saved(Millis(10)));
    device.crash();
    assert_eq!(device.records(), 0, "it had not reached the disk");
    assert_eq!(Tab::new(&device, 3).texts(), ["Ask"]);
}

#[test]
fn without_an_answer_of_the_journal_nothing_is_called_saved() {
    let (device, mut tab, _) = tabs();
    device.journal_answers(Answers::Silent);
    let key = tab.note("Ask", 10);
    tab.save();
    tab.pass(60_000);
    assert_eq!(tab.items.status(key), SaveStatus::Writing);
}

#[test]
fn without_a_journal_it_is_called_saved_once_storage_is_on_the_disk() {
    let (device, mut tab, _) = tabs();
    device.journal_answers(Answers::Refused);
    let key = tab.note("Ask", 10);
    tab.save();
    tab.pass(5_000);
    assert_eq!(tab.items.status(key), SaveStatus::Writing);
    tab.pass(1_000);
    assert_eq!(tab.items.status(key), SaveStatus::Saved(Millis(10)));
    device.crash();
    assert_eq!(Tab::new(&device, 3).texts(), ["Ask"]);
}

#[test]
fn a_late_answer_vouches_for_nothing_that_was_typed_since() {
    let (device, mut tab, _) = tabs();
    device.journal_answers(Answers::Silent);
    let key = tab.note("Ask", 10);
    tab.save();
    tab.type_in(key, "Ask Ana", 20);
    tab.save();
    tab.items.journal_answered(1, true);
    assert_eq!(tab.items.status(key), SaveStatus::Writing);
}

#[test]
fn entries_come_out_twenty_seconds_after_the_last_of_them() {
    let (device, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.save();
    tab.pass(15_000);
    tab.type_in(key, "Ask Ana", 20);
    tab.save();
    tab.pass(15_000);
    assert_eq!(device.journal().len(), 1);
    tab.pass(6_000);
    assert_eq!(device.journal(), []);
}

#[test]
fn nothing_comes_out_while_something_is_unsaved_and_all_of_it_afterwards() {
    let (device, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.save();
    device.deny_writes(true);
    tab.type_in(key, "Ask Ana", 20);
    tab.save();
    tab.pass(30_000);
    assert_eq!(device.journal().len(), 1, "the journal alone has it");
    device.deny_writes(false);
    tab.pass(5_000);
    tab.pass(30_000);
    assert_eq!(device.journal(), []);
}

#[test]
fn what_another_tab_has_put_in_since_stays() {
    let (device, mut tab, _) = tabs();
    tab.note("Ask", 10);
    tab.save();
    let name = device.journal()[0].name.clone();
    device.put_in_journal(&name, "written since");
    tab.pass(30_000);
    assert_eq!(device.journal().len(), 1);
}

#[test]
fn an_entry_of_another_kind_is_stored_and_then_let_go_of() {
    let device = Device::default();
    let mut questions = Tab::of(QUESTION, &device, 1);
    questions.note("When?", 10);
    questions.save();
    device.crash();
    let mut notes = Tab::of(NOTE, &device, 2);
    assert!(notes.texts().is_empty());
    assert_eq!(device.records(), 1, "the question has its record again");
    notes.pass(30_000);
    assert_eq!(device.journal(), []);
    assert_eq!(Tab::of(QUESTION, &device, 3).texts(), ["When?"]);
}

#[test]
fn an_entry_of_a_newer_release_is_never_removed() {
    let device = Device::default();
    let newer = r#"{"app":"bearings","kind":"note","v":99,"at":1,"sum":"0","data":{}}"#;
    device.put_in_journal("note:a1@7", newer);
    device.put_in_journal("something-else:1@7", "?");
    let mut tab = Tab::new(&device, 1);
    tab.note("Ask", 10);
    tab.save();
    tab.pass(60_000);
    assert_eq!(device.journal().len(), 2);
}

#[test]
fn storage_that_refuses_what_the_journal_held_does_not_lose_it() {
    let (device, mut tab, _) = tabs();
    tab.note("Ask", 10);
    tab.save();
    device.crash();
    device.deny_writes(true);
    let mut next = Tab::new(&device, 3);
    assert_eq!(next.texts(), ["Ask"]);
    assert_eq!(next.statuses(), [SaveStatus::NotSaved]);
    next.pass(60_000);
    assert_eq!(
        device.journal().len(),
        2,
        "its own entry, and the one that was found"
    );
    device.deny_writes(false);
    next.pass(5_000);
    assert_eq!(device.records(), 1);
}

#[test]
fn a_journal_that_was_cleared_with_a_release_under_way_takes_nothing_else_along() {
    let (device, mut tab, _) = tabs();
    tab.note("Ask", 10);
    tab.save();
    tab.erase();
    device.put_in_journal("note:a1@9", "of another tab");
    tab.pass(30_000);
    assert_eq!(device.journal().len(), 1);
    assert!(
        tab.items
            .woke(Wake::Release(1), &mut tab.records)
            .is_empty()
    );
}

#[test]
fn somebody_who_never_pauses_is_saved_all_the_same() {
    let (device, mut tab, _) = tabs();
    let key = tab.items.add_row(Millis(0));
    let mut text = String::new();
    for at in 0..20 {
        text.push('a');
        tab.type_in(key, &text, at * 100);
        tab.pass(100);
    }
    assert!(
        device.records() > 0,
        "two seconds of typing, and nothing is kept"
    );
    let kept = Tab::new(&device, 3).texts().remove(0);
    assert!(kept.len() >= 16, "at most 400 ms may be missing: {kept}");
}

#[test]
fn a_note_that_only_the_journal_has_does_not_come_back_once_it_is_deleted() {
    let (device, mut tab, _) = tabs();
    device.deny_writes(true);
    let key = tab.note("Ask", 10);
    tab.save();
    assert_eq!(device.journal().len(), 1);
    device.journal_answers(Answers::Refused);
    tab.items.delete(key, Millis(20));
    tab.save();
    device.deny_writes(false);
    tab.pass(5_000);
    assert!(Tab::new(&device, 3).texts().is_empty());
}
