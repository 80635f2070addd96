//! The rules of keeping, against storage that misbehaves.

use super::*;
use bearings_domain::ids::{BlockId, PageId};
use bearings_domain::position::Position;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

const POSITION: Format<Position> = Format {
    kind: Kind::Position,
    decode: store::decode_position,
    encode: store::encode_position,
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

    pub(super) fn keeper(&self) -> Keeper {
        Keeper::new(Box::new(self.clone()), String::from("/"))
    }

    fn position(&self) -> Option<String> {
        self.kept
            .borrow()
            .get(&store::key("/", Kind::Position))
            .cloned()
    }

    fn set_aside(&self) -> Vec<String> {
        let kept = self.kept.borrow();
        let position = store::key("/", Kind::Position);
        kept.iter()
            .filter(|(key, _)| **key != position)
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

fn position(block: &str) -> Position {
    Position {
        at: NOW,
        page: PageId::parse("bone-scan").expect("a valid id"),
        block: BlockId::parse(block).expect("a valid id"),
        offset: 7,
    }
}

fn newer() -> String {
    store::encode_position(&position("hot-spots"), NOW).replace("\"v\":1", "\"v\":99")
}

#[test]
fn what_was_saved_comes_back() {
    let records = FaultyRecords::holding("").with(Fault::None);
    records.kept.borrow_mut().clear();
    let mut keeper = records.keeper();
    keeper
        .save(&POSITION, NOW, |_| position("hot-spots"))
        .expect("saving works");
    assert_eq!(keeper.load(&POSITION, NOW), Ok(Some(position("hot-spots"))));
}

#[test]
fn a_damaged_record_is_set_aside_before_anything_is_written() {
    let records = FaultyRecords::holding("{torn");
    assert_eq!(
        records.keeper().load(&POSITION, NOW),
        Err(Notice::Damaged),
        "the person must be told"
    );
    assert_eq!(records.position(), None);
    assert_eq!(records.set_aside(), ["{torn"]);
}

#[test]
fn a_damaged_record_stays_where_it_is_when_it_cannot_be_set_aside() {
    let records = FaultyRecords::holding("{torn").with(Fault::RefusesWrites);
    assert_eq!(records.keeper().load(&POSITION, NOW), Err(Notice::Full));
    assert_eq!(records.position().as_deref(), Some("{torn"));
}

#[test]
fn a_record_of_a_newer_version_is_never_overwritten_or_removed() {
    let records = FaultyRecords::holding(&newer());
    let mut keeper = records.keeper();
    assert_eq!(keeper.load(&POSITION, NOW), Err(Notice::Newer));
    assert_eq!(
        keeper.save(&POSITION, NOW, |_| position("eat")),
        Err(Notice::Newer)
    );
    assert_eq!(keeper.remove(&POSITION, NOW), Err(Notice::Newer));
    assert_eq!(records.position(), Some(newer()));
    assert!(records.set_aside().is_empty());
}

#[test]
fn nothing_counts_as_saved_when_storage_refuses_or_drops_it() {
    let old = store::encode_position(&position("eat"), NOW);
    for fault in [Fault::RefusesWrites, Fault::DropsWrites] {
        let records = FaultyRecords::holding(&old).with(fault);
        assert_eq!(
            records
                .keeper()
                .save(&POSITION, NOW, |_| position("hot-spots")),
            Err(Notice::Full)
        );
        assert_eq!(records.position().as_deref(), Some(old.as_str()));
    }
}

#[test]
fn saving_joins_with_what_another_tab_has_kept_meanwhile() {
    let records = FaultyRecords::holding(&store::encode_position(&position("eat"), NOW));
    let mut seen = None;
    records
        .keeper()
        .save(&POSITION, NOW, |kept| {
            seen = kept;
            position("hot-spots")
        })
        .expect("saving works");
    assert_eq!(seen, Some(position("eat")));
}

#[test]
fn a_keeper_without_storage_says_that_it_does_not_last() {
    let mut keeper = Keeper::in_memory(String::from("/"));
    assert!(!keeper.is_lasting());
    keeper
        .save(&POSITION, NOW, |_| position("eat"))
        .expect("memory takes everything");
    assert_eq!(keeper.load(&POSITION, NOW), Ok(Some(position("eat"))));
}
