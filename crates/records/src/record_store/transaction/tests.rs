//! All or nothing, on storage that fails in the middle.

use super::{Transaction, TransactionError, Write};
use crate::{RecordStore, StoppedClock, Storage, StorageDenied};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Records with room for so many characters, as a browser has, which counts the names too.
#[derive(Clone, Default)]
pub(in crate::record_store) struct Tight {
    kept: Rc<RefCell<BTreeMap<String, String>>>,
    room: usize,
    pub(in crate::record_store) keeps_for_ever: Option<&'static str>,
    /// A record that cannot be read.
    hides: Option<&'static str>,
}

impl Tight {
    pub(in crate::record_store) fn holding(storage: &[(&str, &str)], room: usize) -> Self {
        let owned = |(key, text): &(&str, &str)| ((*key).to_owned(), (*text).to_owned());
        Self {
            kept: Rc::new(RefCell::new(storage.iter().map(owned).collect())),
            room,
            keeps_for_ever: None,
            hides: None,
        }
    }

    pub(in crate::record_store) fn records(&self) -> RecordStore {
        RecordStore::new(
            Box::new(self.clone()),
            Box::<StoppedClock>::default(),
            String::from("/"),
        )
    }

    pub(in crate::record_store) fn now(&self) -> BTreeMap<String, String> {
        self.kept.borrow().clone()
    }
}

impl Storage for Tight {
    fn names(&self) -> Result<Vec<String>, StorageDenied> {
        Ok(self.kept.borrow().keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageDenied> {
        if self.hides == Some(key) {
            return Err(StorageDenied);
        }
        Ok(self.kept.borrow().get(key).cloned())
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), StorageDenied> {
        let mut next = self.now();
        next.insert(key.to_owned(), value.to_owned());
        let size: usize = next.iter().map(|(key, text)| key.len() + text.len()).sum();
        if size > self.room {
            return Err(StorageDenied);
        }
        *self.kept.borrow_mut() = next;
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageDenied> {
        if self.keeps_for_ever != Some(key) {
            self.kept.borrow_mut().remove(key);
        }
        Ok(())
    }
}

fn write(key: &str, before: Option<&str>, after: Option<&str>) -> Write {
    Write {
        key: key.to_owned(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
    }
}

fn applied(writes: Vec<Write>) -> Transaction {
    let undo = writes.iter().rev().map(Write::undone).collect();
    Transaction { writes, undo }
}

pub(in crate::record_store) const PLENTY: usize = 1_000;
pub(in crate::record_store) const HERE: [(&str, &str); 3] = [
    ("bearings:/:note:1", "one"),
    ("bearings:/:place", "here"),
    ("bearings:/a/:place", "a neighbour's"),
];

fn changes() -> Transaction {
    applied(vec![
        write("bearings:/:place", Some("here"), Some("there")),
        write("bearings:/:note:2", None, Some("two, and a little more")),
        write("bearings:/:note:1", Some("one"), None),
    ])
}

#[test]
fn what_cannot_be_read_does_not_hold_up_the_rest_and_is_known_to_be_missing() {
    let names = |records: Vec<super::Record>| {
        let names = records.into_iter().map(|record| record.name);
        names.collect::<Vec<_>>()
    };
    let mut storage = Tight::holding(&HERE, PLENTY);
    let (all, is_whole) = storage.records().readable();
    assert_eq!(
        (names(all), is_whole),
        (vec!["note:1".to_owned(), "place".to_owned()], true)
    );
    storage.hides = Some("bearings:/:note:1");
    let (rest, is_whole) = storage.records().readable();
    assert_eq!((names(rest), is_whole), (vec!["place".to_owned()], false));
    // A plan that knows half of what is here could write over the other half.
    assert!(storage.records().read_all().is_err());
}

#[test]
fn all_changes_are_made_and_can_be_taken_back() {
    let storage = Tight::holding(&HERE, PLENTY);
    let before = storage.now();
    let changes = changes();
    assert_eq!(storage.records().apply(&changes), Ok(()));
    assert_ne!(storage.now(), before);
    assert_eq!(storage.records().apply(&changes.reversed()), Ok(()));
    assert_eq!(storage.now(), before, "undo must leave what was there");
}

#[test]
fn a_change_that_finds_no_room_takes_back_the_ones_before_it() {
    let used: usize = HERE.iter().map(|(key, text)| key.len() + text.len()).sum();
    let storage = Tight::holding(&HERE, used + 5);
    let before = storage.now();
    assert_eq!(
        storage.records().apply(&changes()),
        Err(TransactionError::Denied)
    );
    assert_eq!(storage.now(), before, "all or nothing");
}

#[test]
fn nothing_is_done_when_another_tab_has_written_meanwhile() {
    let mut changed = HERE;
    changed[0].1 = "one, and more";
    let storage = Tight::holding(&changed, PLENTY);
    let before = storage.now();
    assert_eq!(
        storage.records().apply(&changes()),
        Err(TransactionError::Changed)
    );
    assert_eq!(storage.now(), before);
}

#[test]
fn a_store_in_memory_lists_and_erases_what_it_remembers() {
    let mut records = RecordStore::in_memory(Box::<StoppedClock>::default(), String::from("/"));
    let changes = applied(vec![write("bearings:/:note:2", None, Some("two"))]);
    assert_eq!(records.apply(&changes), Ok(()));
    assert_eq!(records.read_all().map(|all| all.len()), Ok(1));
    assert_eq!(records.erase(7), Ok(0));
}
