//! Two tabs over one storage, without a browser.

use super::*;
use crate::state::keeper::{Keeper, Records, Refused};
use bearings_domain::store::ItemKind;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

mod many;

/// A storage that tabs share.
#[derive(Clone, Default)]
struct Shared {
    kept: Rc<RefCell<BTreeMap<String, String>>>,
    is_full: Rc<Cell<bool>>,
}

impl Records for Shared {
    fn names(&self) -> Result<Vec<String>, Refused> {
        Ok(self.kept.borrow().keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(self.kept.borrow().get(key).cloned())
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), Refused> {
        if self.is_full.get() {
            return Err(Refused);
        }
        let mut kept = self.kept.borrow_mut();
        kept.insert(key.to_owned(), value.to_owned());
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), Refused> {
        self.kept.borrow_mut().remove(key);
        Ok(())
    }
}

struct Tab {
    notes: Notebook,
    keeper: Keeper,
    erased: Option<String>,
}

impl Tab {
    fn new(storage: &Shared, number: u64) -> Self {
        let mut tab = Self {
            notes: Notebook::new(number, number * 1_000),
            keeper: Keeper::new(Box::new(storage.clone()), String::from("/")),
            erased: None,
        };
        tab.load();
        tab
    }

    fn load(&mut self) {
        self.read(Missing::Erased);
    }

    fn come_back(&mut self) {
        self.read(Missing::ErasedUnheard);
    }

    fn read(&mut self, erased: Missing) {
        let found = self.keeper.load_items(ItemKind::Note, Millis(1));
        let found = found.expect("storage is there");
        let mark = self.keeper.erased();
        let is_erased = mark.is_some() && mark != self.erased;
        self.erased = mark;
        let missing = if is_erased { erased } else { Missing::Lost };
        self.notes.hear_all(found.items, found.there, missing);
    }

    /// Erases everything, as *On this device* does.
    fn erase(&mut self) {
        assert_eq!(self.keeper.erase(self.notes.seed), Ok(0));
    }

    fn key_of(&self, text: &str) -> String {
        let shown = self.notes.items.shown();
        let mut shown = shown.into_iter();
        let found = shown.find(|shown| shown.text(&text_name()) == text);
        let id = found.expect("a note of this text").id;
        self.keeper.item_key(ItemKind::Note, &id)
    }

    fn save(&mut self) {
        self.notes.rest();
        let round = self.notes.begin();
        for item in self.notes.changed() {
            match self.keeper.save_item(ItemKind::Note, &item, Millis(1)) {
                Ok(kept) => self.notes.written(kept),
                Err(why) => self.notes.refuse(why),
            }
        }
        self.notes.be_certain(round);
    }

    fn note(&mut self, text: &str, at: u64) -> RowKey {
        let key = self.notes.add_row(Millis(at));
        self.notes.write(key, text, Millis(at));
        key
    }

    fn texts(&self) -> Vec<String> {
        let rows = self.notes.rows();
        rows.iter()
            .filter_map(|key| self.notes.text(*key))
            .collect()
    }
}

/// How many records there are.
fn records(storage: &Shared) -> usize {
    let kept = storage.kept.borrow();
    kept.keys()
        .filter(|key| key.starts_with("bearings:"))
        .count()
}

fn tabs() -> (Shared, Tab, Tab) {
    let storage = Shared::default();
    let (one, other) = (Tab::new(&storage, 1), Tab::new(&storage, 2));
    (storage, one, other)
}

#[test]
fn notes_come_back_newest_first() {
    let (storage, mut tab, _) = tabs();
    tab.note("First", 10);
    tab.note("Second", 20);
    tab.save();
    let next = Tab::new(&storage, 3);
    assert_eq!(next.texts(), ["Second", "First"]);
    let key = next.notes.rows()[0];
    assert_eq!(next.notes.standing(key), Standing::Saved(Millis(20)));
}

#[test]
fn nothing_is_called_saved_before_it_is() {
    let (storage, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    assert_eq!(tab.notes.standing(key), Standing::Writing);
    let round = tab.notes.begin();
    let item = tab.notes.changed().remove(0);
    let kept = tab.keeper.save_item(ItemKind::Note, &item, Millis(10));
    tab.notes.written(kept.expect("there is room"));
    tab.notes.rest();
    assert_eq!(
        tab.notes.standing(key),
        Standing::Writing,
        "it may not be on disk yet"
    );
    tab.notes.be_certain(round);
    assert_eq!(tab.notes.standing(key), Standing::Saved(Millis(10)));
    tab.notes.write(key, "Ask A", Millis(20));
    assert_eq!(tab.notes.standing(key), Standing::Writing);
    storage.is_full.set(true);
    tab.save();
    assert_eq!(tab.notes.standing(key), Standing::NotSaved);
    assert_eq!(tab.notes.unsaved(), Some(Notice::Full));
    assert_eq!(tab.notes.text(key).as_deref(), Some("Ask A"));
    storage.is_full.set(false);
    tab.save();
    assert_eq!(tab.notes.unsaved(), None);
    assert_eq!(tab.notes.standing(key), Standing::Saved(Millis(20)));
}

#[test]
fn an_empty_note_is_not_kept_and_stays_on_the_page_until_it_is_left() {
    let (storage, mut tab, _) = tabs();
    let key = tab.note("  \n", 10);
    assert_eq!(
        tab.notes.add_row(Millis(11)),
        key,
        "one empty row is enough"
    );
    tab.save();
    assert!(storage.kept.borrow().is_empty());
    assert_eq!(tab.notes.rows(), [key]);
}

#[test]
fn a_note_that_is_emptied_and_written_anew_is_the_same_note() {
    let (storage, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.save();
    tab.notes.write(key, "", Millis(20));
    tab.save();
    assert!(Tab::new(&storage, 3).texts().is_empty());
    tab.notes.write(key, "W", Millis(30));
    tab.notes.write(key, "Why", Millis(40));
    tab.save();
    assert_eq!(Tab::new(&storage, 4).texts(), ["Why"]);
    assert_eq!(storage.kept.borrow().len(), 1);
    assert_eq!(tab.notes.origin(key), (Millis(10), false));
}

#[test]
fn a_deletion_can_be_taken_back_until_the_page_is_left() {
    let (storage, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.save();
    tab.notes.delete(key, Millis(20));
    tab.save();
    assert!(Tab::new(&storage, 3).texts().is_empty());
    assert!(tab.notes.is_deleted(key));
    tab.notes.bring_back(key, Millis(30));
    tab.save();
    assert_eq!(Tab::new(&storage, 4).texts(), ["Ask"]);
}

#[test]
fn different_notes_in_two_tabs_never_clash() {
    let (storage, mut one, mut other) = tabs();
    one.note("One", 10);
    other.note("Other", 10);
    one.save();
    other.save();
    one.load();
    assert_eq!(one.texts().len(), 2);
    assert_eq!(Tab::new(&storage, 3).texts().len(), 2);
}

#[test]
fn the_same_note_changed_in_two_tabs_keeps_both_texts_and_the_row_keeps_its_own() {
    let (storage, mut one, mut other) = tabs();
    let key = one.note("Ask", 10);
    one.save();
    other.load();
    let there = other.notes.rows()[0];
    one.notes.write(key, "Ask Ana", Millis(20));
    other.notes.write(there, "Ask Ben", Millis(30));
    other.save();
    // The other tab's words are newer; the ones being typed here stay under the hand.
    one.save();
    assert_eq!(one.notes.text(key).as_deref(), Some("Ask Ana"));
    assert_eq!(one.texts().len(), 2);
    one.notes.write(key, "Ask Ana first", Millis(40));
    one.save();
    other.load();
    for tab in [one, other, Tab::new(&storage, 3)] {
        let mut texts = tab.texts();
        texts.sort();
        assert_eq!(texts, ["Ask Ana first", "Ask Ben"]);
    }
}

#[test]
fn words_that_another_tab_wrote_last_come_into_a_row_that_is_at_rest() {
    let (_, mut one, mut other) = tabs();
    let key = one.note("Ask", 10);
    one.save();
    other.load();
    let there = other.notes.rows()[0];
    other.notes.write(there, "Ask Ben", Millis(30));
    other.save();
    one.load();
    assert_eq!(one.texts(), ["Ask Ben"]);
    assert_eq!(one.notes.rows(), [key]);
}

#[test]
fn a_record_that_lost_words_to_a_race_is_written_again() {
    let (storage, mut one, mut other) = tabs();
    let key = one.note("Ask", 10);
    one.save();
    other.load();
    let there = other.notes.rows()[0];
    one.notes.write(key, "Ask Ana", Millis(20));
    let before = storage.kept.borrow().clone();
    one.save();
    // The other tab read before this tab wrote, and wrote after it.
    *storage.kept.borrow_mut() = before;
    other.notes.write(there, "Ask Ben", Millis(30));
    other.save();
    one.load();
    assert!(one.notes.has_changes(), "its words are not in the record");
    one.save();
    other.load();
    assert_eq!(other.texts().len(), 2);
    assert!(!other.notes.has_changes());
}

#[test]
fn a_note_deleted_elsewhere_while_somebody_is_in_it_comes_back_with_the_next_word() {
    let (storage, mut one, mut other) = tabs();
    let key = one.note("Ask", 10);
    one.save();
    other.load();
    let there = other.notes.rows()[0];
    other.notes.delete(there, Millis(20));
    other.save();
    one.load();
    assert_eq!(one.notes.rows(), [key]);
    assert_eq!(one.notes.standing(key), Standing::Gone);
    one.notes.write(key, "Ask again", Millis(30));
    one.save();
    assert_eq!(Tab::new(&storage, 3).texts(), ["Ask again"]);
}

#[test]
fn what_was_cleared_elsewhere_is_not_written_again_until_somebody_goes_on_with_it() {
    let (storage, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.save();
    storage.kept.borrow_mut().clear();
    let id = tab
        .notes
        .items
        .iter()
        .next()
        .expect("one note")
        .id()
        .clone();
    tab.notes.forget(&id);
    tab.save();
    assert!(tab.texts().is_empty());
    assert!(storage.kept.borrow().is_empty());
    tab.notes.write(key, "Ask again", Millis(20));
    tab.save();
    assert_eq!(Tab::new(&storage, 3).texts(), ["Ask again"]);
}

#[test]
fn a_page_that_slept_while_all_was_erased_shows_nothing_of_it() {
    let (storage, mut tab, mut other) = tabs();
    let open = tab.note("Ask", 10);
    tab.save();
    other.erase();
    tab.come_back();
    tab.save();
    assert!(tab.notes.rows().is_empty(), "row {open} is still in sight");
    assert_eq!(records(&storage), 0);
}

#[test]
fn a_page_that_saw_all_records_go_keeps_the_words_somebody_was_in() {
    let (_, mut tab, mut other) = tabs();
    let open = tab.note("Ask", 10);
    tab.save();
    other.erase();
    tab.load();
    tab.come_back();
    assert_eq!(tab.notes.rows(), [open]);
    assert_eq!(tab.notes.standing(open), Standing::Gone);
}

#[test]
fn a_page_that_slept_keeps_what_was_not_removed_and_what_was_not_written_yet() {
    let (storage, mut tab, mut other) = tabs();
    tab.note("Stays", 10);
    tab.note("Goes", 20);
    tab.save();
    let goes = tab.key_of("Goes");
    // As the undo of a restore does.
    assert!(other.keeper.mark_erased(7));
    storage.kept.borrow_mut().remove(&goes);
    tab.note("Not written yet", 30);
    tab.come_back();
    assert_eq!(tab.texts(), ["Not written yet", "Stays"]);
    tab.save();
    assert_eq!(Tab::new(&storage, 3).texts(), ["Not written yet", "Stays"]);
}

#[test]
fn a_note_deleted_before_it_was_written_can_still_be_brought_back_after_a_sleep() {
    let (storage, mut tab, _) = tabs();
    let key = tab.note("Ask", 10);
    tab.notes.delete(key, Millis(11));
    tab.save();
    tab.come_back();
    tab.notes.bring_back(key, Millis(12));
    tab.save();
    assert_eq!(Tab::new(&storage, 3).texts(), ["Ask"]);
}

#[test]
fn in_memory_nothing_is_called_saved() {
    let (_, mut tab, _) = tabs();
    tab.notes.lasting = false;
    let key = tab.note("Ask", 10);
    tab.save();
    assert_eq!(tab.notes.standing(key), Standing::PageOnly);
    assert!(tab.notes.ends_with_page());
}

#[test]
fn storage_that_the_browser_emptied_while_a_page_slept_gets_its_words_back() {
    let (storage, mut tab, mut other) = tabs();
    // Something was erased long ago: that is no reason to lose what was written since.
    other.erase();
    tab.load();
    tab.note("In it", 10);
    tab.save();
    let mut next = Tab::new(&storage, 3);
    next.note("Not written yet", 20);
    storage.kept.borrow_mut().clear();
    next.come_back();
    assert!(next.notes.emptied, "it has to be told");
    assert_eq!(next.texts(), ["Not written yet", "In it"]);
    assert!(next.notes.has_changes());
    next.save();
    assert_eq!(Tab::new(&storage, 4).texts(), ["Not written yet", "In it"]);
    // And once it is written again it is as any other.
    tab.come_back();
    assert_eq!(tab.texts(), ["Not written yet", "In it"]);
    assert!(!tab.notes.has_changes());
}

#[test]
fn a_page_that_wakes_after_another_has_written_again_keeps_what_only_it_has() {
    let (storage, mut tab, mut other) = tabs();
    tab.note("Here", 10);
    tab.save();
    storage.kept.borrow_mut().clear();
    other.note("There", 20);
    other.save();
    tab.come_back();
    tab.save();
    assert_eq!(Tab::new(&storage, 3).texts(), ["There", "Here"]);
}

#[test]
fn a_page_that_sleeps_through_two_erasings_shows_nothing_of_what_was_before() {
    let (storage, mut tab, mut other) = tabs();
    tab.note("Ask", 10);
    tab.save();
    other.erase();
    other.notes = Notebook::new(5, 500);
    other.note("Begun anew", 20);
    other.save();
    other.erase();
    tab.come_back();
    tab.save();
    assert!(tab.notes.rows().is_empty());
    assert_eq!(records(&storage), 0);
    assert!(!tab.notes.emptied);
}

#[test]
fn a_failed_round_of_writing_is_not_vouched_for_by_a_later_one() {
    let (_, mut tab, _) = tabs();
    let mut rounds = Vec::new();
    let mut keys = Vec::new();
    for (text, at) in [("First", 10), ("Second", 20)] {
        keys.push(tab.note(text, at));
        tab.notes.rest();
        rounds.push(tab.notes.begin());
        for item in tab.notes.changed() {
            let kept = tab.keeper.save_item(ItemKind::Note, &item, Millis(at));
            tab.notes.written(kept.expect("there is room"));
        }
    }
    // The database took the second and refused the first.
    tab.notes.be_certain(rounds[1]);
    let standings: Vec<_> = keys.iter().map(|key| tab.notes.standing(*key)).collect();
    assert_eq!(standings, [Standing::Writing, Standing::Saved(Millis(20))]);
    tab.notes.be_certain(rounds[0]);
    assert_eq!(tab.notes.standing(keys[0]), Standing::Saved(Millis(10)));
}
