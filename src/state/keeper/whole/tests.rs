//! All or nothing, on storage that fails in the middle.

use super::super::{Keeper, Records, Refused};
use super::{Applied, Broken, Write};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Records with room for so many characters, as a browser has, which counts the names too.
#[derive(Clone, Default)]
struct Tight {
    kept: Rc<RefCell<BTreeMap<String, String>>>,
    room: usize,
    keeps_for_ever: Option<&'static str>,
    /// A record that cannot be read.
    hides: Option<&'static str>,
}

impl Tight {
    fn holding(records: &[(&str, &str)], room: usize) -> Self {
        let owned = |(key, text): &(&str, &str)| ((*key).to_owned(), (*text).to_owned());
        Self {
            kept: Rc::new(RefCell::new(records.iter().map(owned).collect())),
            room,
            keeps_for_ever: None,
            hides: None,
        }
    }

    fn keeper(&self) -> Keeper {
        Keeper::new(Box::new(self.clone()), String::from("/"))
    }

    fn now(&self) -> BTreeMap<String, String> {
        self.kept.borrow().clone()
    }
}

impl Records for Tight {
    fn names(&self) -> Result<Vec<String>, Refused> {
        Ok(self.kept.borrow().keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        if self.hides == Some(key) {
            return Err(Refused);
        }
        Ok(self.kept.borrow().get(key).cloned())
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), Refused> {
        let mut next = self.now();
        next.insert(key.to_owned(), value.to_owned());
        let size: usize = next.iter().map(|(key, text)| key.len() + text.len()).sum();
        if size > self.room {
            return Err(Refused);
        }
        *self.kept.borrow_mut() = next;
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), Refused> {
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

fn applied(writes: Vec<Write>) -> Applied {
    let undo = writes.iter().rev().map(Write::undone).collect();
    Applied { writes, undo }
}

const PLENTY: usize = 1_000;
const HERE: [(&str, &str); 3] = [
    ("bearings:/:note:1", "one"),
    ("bearings:/:place", "here"),
    ("bearings:/a/:place", "a neighbour's"),
];

fn changes() -> Applied {
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
    let mut records = Tight::holding(&HERE, PLENTY);
    let (all, is_whole) = records.keeper().readable();
    assert_eq!(
        (names(all), is_whole),
        (vec!["note:1".to_owned(), "place".to_owned()], true)
    );
    records.hides = Some("bearings:/:note:1");
    let (rest, is_whole) = records.keeper().readable();
    assert_eq!((names(rest), is_whole), (vec!["place".to_owned()], false));
    // A plan that knows half of what is here could write over the other half.
    assert!(records.keeper().all().is_err());
}

#[test]
fn all_changes_are_made_and_can_be_taken_back() {
    let records = Tight::holding(&HERE, PLENTY);
    let before = records.now();
    let changes = changes();
    assert_eq!(records.keeper().perform(&changes), Ok(()));
    assert_ne!(records.now(), before);
    let back = Applied {
        writes: changes.undo.clone(),
        undo: changes.writes.clone(),
    };
    assert_eq!(records.keeper().perform(&back), Ok(()));
    assert_eq!(records.now(), before, "undo must leave what was there");
}

#[test]
fn a_change_that_finds_no_room_takes_back_the_ones_before_it() {
    let used: usize = HERE.iter().map(|(key, text)| key.len() + text.len()).sum();
    let records = Tight::holding(&HERE, used + 5);
    let before = records.now();
    assert_eq!(records.keeper().perform(&changes()), Err(Broken::Refused));
    assert_eq!(records.now(), before, "all or nothing");
}

#[test]
fn nothing_is_done_when_another_tab_has_written_meanwhile() {
    let mut changed = HERE;
    changed[0].1 = "one, and more";
    let records = Tight::holding(&changed, PLENTY);
    let before = records.now();
    assert_eq!(records.keeper().perform(&changes()), Err(Broken::Changed));
    assert_eq!(records.now(), before);
}

#[test]
fn everything_of_ours_is_listed_and_erased_and_a_neighbour_is_not() {
    let mut here = HERE.to_vec();
    here.push(("bearings:/:place:damaged:7", "{torn"));
    let records = Tight::holding(&here, PLENTY);
    let all = records.keeper().all().expect("it can be read");
    let names: Vec<_> = all.iter().map(|record| record.name.as_str()).collect();
    assert_eq!(names, ["note:1", "place", "place:damaged:7"]);
    assert_eq!(records.keeper().erase(7), Ok(0));
    let left: Vec<_> = records.now().into_keys().collect();
    // The mark that it was done on purpose is no record of the person.
    assert_eq!(left, ["bearings-erased:/", "bearings:/a/:place"]);
    assert_eq!(records.now()["bearings-erased:/"], "7");
    assert_eq!(records.keeper().all().map(|all| all.len()), Ok(0));
}

#[test]
fn what_could_not_be_erased_is_counted() {
    let records = Tight {
        keeps_for_ever: Some("bearings:/:place"),
        ..Tight::holding(&HERE, PLENTY)
    };
    assert_eq!(records.keeper().erase(7), Ok(1));
}

#[test]
fn a_keeper_without_storage_lists_and_erases_what_it_remembers() {
    let mut keeper = Keeper::in_memory(String::from("/"));
    let changes = applied(vec![write("bearings:/:note:2", None, Some("two"))]);
    assert_eq!(keeper.perform(&changes), Ok(()));
    assert_eq!(keeper.all().map(|all| all.len()), Ok(1));
    assert_eq!(keeper.erase(7), Ok(0));
}
