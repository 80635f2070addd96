//! The rules of keeping, against storage that misbehaves.

use super::*;
use bearings_domain::ids::{BlockId, PageId};
use bearings_domain::position::Position;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

const NOW: Millis = Millis(1_000);

/// What a faulty storage does to a write.
#[derive(Clone, Copy, PartialEq)]
enum Fault {
    None,
    RefusesWrites,
    DropsWrites,
}

/// Records that can be looked into, and that fail on demand.
#[derive(Clone)]
pub(super) struct FaultyStorage {
    kept: Rc<RefCell<BTreeMap<String, String>>>,
    fault: Fault,
}

impl FaultyStorage {
    pub(super) fn holding(text: &str) -> Self {
        let kept = BTreeMap::from([(store::key("/", Kind::Position), text.to_owned())]);
        Self {
            kept: Rc::new(RefCell::new(kept)),
            fault: Fault::None,
        }
    }

    fn with(self, fault: Fault) -> Self {
        Self { fault, ..self }
    }

    pub(super) fn put(&self, key: &str, text: &str) {
        self.kept
            .borrow_mut()
            .insert(key.to_owned(), text.to_owned());
    }

    pub(super) fn texts(&self) -> Vec<String> {
        self.kept.borrow().values().cloned().collect()
    }

    pub(super) fn records(&self) -> RecordStore {
        RecordStore::new(
            Box::new(self.clone()),
            Box::new(StoppedClock(NOW)),
            String::from("/"),
        )
    }

    fn position(&self) -> Option<String> {
        self.kept
            .borrow()
            .get(&store::key("/", Kind::Position))
            .cloned()
    }

    fn quarantine(&self) -> Vec<String> {
        let kept = self.kept.borrow();
        let position = store::key("/", Kind::Position);
        kept.iter()
            .filter(|(key, _)| **key != position)
            .map(|(_, text)| text.clone())
            .collect()
    }
}

impl Storage for FaultyStorage {
    fn names(&self) -> Result<Vec<String>, StorageDenied> {
        Ok(self.kept.borrow().keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageDenied> {
        Ok(self.kept.borrow().get(key).cloned())
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), StorageDenied> {
        match self.fault {
            Fault::RefusesWrites => return Err(StorageDenied),
            Fault::DropsWrites => {}
            Fault::None => {
                self.kept
                    .borrow_mut()
                    .insert(key.to_owned(), value.to_owned());
            }
        }
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageDenied> {
        self.kept.borrow_mut().remove(key);
        Ok(())
    }
}

fn position(block: &str) -> Position {
    Position {
        at: NOW,
        page: PageId::parse("bone-scan").expect("a valid id"),
        block: BlockId::parse(block).expect("a valid id"),
        offset: 7,
    }
}

fn newer() -> String {
    position("hot-spots")
        .encode(NOW)
        .replace("\"v\":1", "\"v\":99")
}

#[test]
fn what_was_saved_comes_back() {
    let storage = FaultyStorage::holding("").with(Fault::None);
    storage.kept.borrow_mut().clear();
    let mut records = storage.records();
    records
        .save(|_| position("hot-spots"))
        .expect("saving works");
    assert_eq!(records.load::<Position>(), Ok(Some(position("hot-spots"))));
}

#[test]
fn a_damaged_record_is_set_aside_before_anything_is_written() {
    let storage = FaultyStorage::holding("{torn");
    assert_eq!(
        storage.records().load::<Position>(),
        Err(RecordError::Damaged),
        "the person must be told"
    );
    assert_eq!(storage.position(), None);
    assert_eq!(storage.quarantine(), ["{torn"]);
}

#[test]
fn a_damaged_record_stays_where_it_is_when_it_cannot_be_set_aside() {
    let storage = FaultyStorage::holding("{torn").with(Fault::RefusesWrites);
    assert_eq!(storage.records().load::<Position>(), Err(RecordError::Full));
    assert_eq!(storage.position().as_deref(), Some("{torn"));
}

#[test]
fn a_record_of_a_newer_version_is_never_overwritten_or_removed() {
    let storage = FaultyStorage::holding(&newer());
    let mut records = storage.records();
    assert_eq!(records.load::<Position>(), Err(RecordError::Newer));
    assert_eq!(records.save(|_| position("eat")), Err(RecordError::Newer));
    assert_eq!(records.remove::<Position>(), Err(RecordError::Newer));
    assert_eq!(storage.position(), Some(newer()));
    assert!(storage.quarantine().is_empty());
}

#[test]
fn nothing_counts_as_saved_when_storage_refuses_or_drops_it() {
    let old = position("eat").encode(NOW);
    for fault in [Fault::RefusesWrites, Fault::DropsWrites] {
        let storage = FaultyStorage::holding(&old).with(fault);
        assert_eq!(
            storage.records().save(|_| position("hot-spots")),
            Err(RecordError::Full)
        );
        assert_eq!(storage.position().as_deref(), Some(old.as_str()));
    }
}

#[test]
fn saving_joins_with_what_another_tab_has_kept_meanwhile() {
    let storage = FaultyStorage::holding(&position("eat").encode(NOW));
    let mut seen = None;
    storage
        .records()
        .save(|kept| {
            seen = kept;
            position("hot-spots")
        })
        .expect("saving works");
    assert_eq!(seen, Some(position("eat")));
}

#[test]
fn a_store_in_memory_says_that_it_does_not_last() {
    let mut records = RecordStore::in_memory(Box::new(StoppedClock(NOW)), String::from("/"));
    assert!(!records.is_lasting());
    records
        .save(|_| position("eat"))
        .expect("memory takes everything");
    assert_eq!(records.load::<Position>(), Ok(Some(position("eat"))));
}
