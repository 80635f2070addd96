//! The rules of keeping, against storage that misbehaves.

use super::*;
use bearings_domain::ids::{BlockId, PageId};
use bearings_domain::place::Place;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

const PLACE: Format<Place> = Format {
    kind: Kind::Place,
    decode: store::decode_place,
    encode: store::encode_place,
};
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
pub(super) struct FaultyRecords {
    kept: Rc<RefCell<BTreeMap<String, String>>>,
    fault: Fault,
}

impl FaultyRecords {
    pub(super) fn holding(text: &str) -> Self {
        let kept = BTreeMap::from([(store::key("/", Kind::Place), text.to_owned())]);
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

    pub(super) fn keeper(&self) -> Keeper {
        Keeper::new(Box::new(self.clone()), String::from("/"))
    }

    fn place(&self) -> Option<String> {
        self.kept
            .borrow()
            .get(&store::key("/", Kind::Place))
            .cloned()
    }

    fn set_aside(&self) -> Vec<String> {
        let kept = self.kept.borrow();
        let place = store::key("/", Kind::Place);
        kept.iter()
            .filter(|(key, _)| **key != place)
            .map(|(_, text)| text.clone())
            .collect()
    }
}

impl Records for FaultyRecords {
    fn names(&self) -> Result<Vec<String>, Refused> {
        Ok(self.kept.borrow().keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        Ok(self.kept.borrow().get(key).cloned())
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), Refused> {
        match self.fault {
            Fault::RefusesWrites => return Err(Refused),
            Fault::DropsWrites => {}
            Fault::None => {
                self.kept
                    .borrow_mut()
                    .insert(key.to_owned(), value.to_owned());
            }
        }
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), Refused> {
        self.kept.borrow_mut().remove(key);
        Ok(())
    }
}

fn place(block: &str) -> Place {
    Place {
        at: NOW,
        page: PageId::parse("bone-scan").expect("a valid id"),
        block: BlockId::parse(block).expect("a valid id"),
        offset: 7,
    }
}

fn newer() -> String {
    store::encode_place(&place("hot-spots"), NOW).replace("\"v\":1", "\"v\":99")
}

#[test]
fn what_was_saved_comes_back() {
    let records = FaultyRecords::holding("").with(Fault::None);
    records.kept.borrow_mut().clear();
    let mut keeper = records.keeper();
    keeper
        .save(&PLACE, NOW, |_| place("hot-spots"))
        .expect("saving works");
    assert_eq!(keeper.load(&PLACE, NOW), Ok(Some(place("hot-spots"))));
}

#[test]
fn a_damaged_record_is_set_aside_before_anything_is_written() {
    let records = FaultyRecords::holding("{torn");
    assert_eq!(
        records.keeper().load(&PLACE, NOW),
        Err(Notice::Damaged),
        "the person must be told"
    );
    assert_eq!(records.place(), None);
    assert_eq!(records.set_aside(), ["{torn"]);
}

#[test]
fn a_damaged_record_stays_where_it_is_when_it_cannot_be_set_aside() {
    let records = FaultyRecords::holding("{torn").with(Fault::RefusesWrites);
    assert_eq!(records.keeper().load(&PLACE, NOW), Err(Notice::Full));
    assert_eq!(records.place().as_deref(), Some("{torn"));
}

#[test]
fn a_record_of_a_newer_version_is_never_overwritten_or_removed() {
    let records = FaultyRecords::holding(&newer());
    let mut keeper = records.keeper();
    assert_eq!(keeper.load(&PLACE, NOW), Err(Notice::Newer));
    assert_eq!(
        keeper.save(&PLACE, NOW, |_| place("eat")),
        Err(Notice::Newer)
    );
    assert_eq!(keeper.remove(&PLACE, NOW), Err(Notice::Newer));
    assert_eq!(records.place(), Some(newer()));
    assert!(records.set_aside().is_empty());
}

#[test]
fn nothing_counts_as_saved_when_storage_refuses_or_drops_it() {
    let old = store::encode_place(&place("eat"), NOW);
    for fault in [Fault::RefusesWrites, Fault::DropsWrites] {
        let records = FaultyRecords::holding(&old).with(fault);
        assert_eq!(
            records.keeper().save(&PLACE, NOW, |_| place("hot-spots")),
            Err(Notice::Full)
        );
        assert_eq!(records.place().as_deref(), Some(old.as_str()));
    }
}

#[test]
fn saving_joins_with_what_another_tab_has_kept_meanwhile() {
    let records = FaultyRecords::holding(&store::encode_place(&place("eat"), NOW));
    let mut seen = None;
    records
        .keeper()
        .save(&PLACE, NOW, |kept| {
            seen = kept;
            place("hot-spots")
        })
        .expect("saving works");
    assert_eq!(seen, Some(place("eat")));
}

#[test]
fn a_keeper_without_storage_says_that_it_does_not_last() {
    let mut keeper = Keeper::in_memory(String::from("/"));
    assert!(!keeper.is_lasting());
    keeper
        .save(&PLACE, NOW, |_| place("eat"))
        .expect("memory takes everything");
    assert_eq!(keeper.load(&PLACE, NOW), Ok(Some(place("eat"))));
}
