//! Erasing, on storage that keeps what it was told to remove.

use super::super::transaction::tests::{HERE, PLENTY, Tight};

#[test]
fn everything_of_ours_is_listed_and_erased_and_a_neighbour_is_not() {
    let mut here = HERE.to_vec();
    here.push(("bearings:/:place:damaged:7", "{torn"));
    let storage = Tight::holding(&here, PLENTY);
    let all = storage.records().read_all().expect("it can be read");
    let names: Vec<_> = all.iter().map(|record| record.name.as_str()).collect();
    assert_eq!(names, ["note:1", "place", "place:damaged:7"]);
    assert_eq!(storage.records().erase(7), Ok(0));
    let left: Vec<_> = storage.now().into_keys().collect();
    // The mark that it was done on purpose is no record of the person.
    assert_eq!(left, ["bearings-erased:/", "bearings:/a/:place"]);
    assert_eq!(storage.now()["bearings-erased:/"], "7");
    assert_eq!(storage.records().read_all().map(|all| all.len()), Ok(0));
}

#[test]
fn what_could_not_be_erased_is_counted() {
    let mut storage = Tight::holding(&HERE, PLENTY);
    storage.keeps_for_ever = Some("bearings:/:place");
    assert_eq!(storage.records().erase(7), Ok(1));
}
