//! What one tab does, and another learns of at once, late, or never.

use super::*;

#[test]
fn what_another_tab_reads_is_taken_in_with_its_event() {
    let (device, mut one, mut other) = two_tabs();
    one.read("two");
    one.be_at("two");
    other.hear_all(&device);
    assert_eq!(
        (other.marks(), other.at()),
        (vec!["one", "two"], Some("two"))
    );
}

#[test]
fn a_record_of_somebody_else_changes_nothing() {
    let (_device, mut one, mut other) = two_tabs();
    one.read("two");
    one.be_at("two");
    other.hear(Some("bearings:/elsewhere/:progress"));
    assert_eq!((other.marks(), other.at()), (vec!["one"], Some("one")));
    other.hear(None);
    assert_eq!(
        (other.marks(), other.at()),
        (vec!["one", "two"], Some("two"))
    );
}

#[test]
fn marks_of_two_tabs_that_heard_nothing_of_each_other_are_joined() {
    let (device, mut one, mut other) = two_tabs();
    one.read("two");
    let toggled = page("one");
    device.pass(1);
    other.act(|reading, context| reading.toggle_read(&toggled, context));
    one.load();
    assert_eq!((one.marks(), other.marks()), (vec!["two"], vec!["two"]));
}

#[test]
fn what_was_erased_while_a_tab_slept_does_not_come_back_with_its_next_mark() {
    let (device, mut one, mut other) = two_tabs();
    one.erase();
    assert_eq!((one.marks(), one.at()), (Vec::new(), None));
    device.pass(1);
    other.read("two");
    assert_eq!(other.marks(), ["two"]);
    other.load();
    assert_eq!(other.at(), None);
    one.load();
    assert_eq!((one.marks(), one.at()), (vec!["two"], None));
}

#[test]
fn what_was_erased_is_forgotten_when_the_tab_comes_back_and_so_is_the_way_back() {
    let (_device, mut one, mut other) = two_tabs();
    other.clear();
    assert!(other.reading.can_restore());
    one.erase();
    other.load();
    assert_eq!((other.marks(), other.at()), (Vec::new(), None));
    assert!(!other.restore(), "what was erased must not come back");
}

#[test]
fn an_erasing_from_before_the_page_says_nothing_of_what_was_evicted_since() {
    let (device, mut one, _) = two_tabs();
    one.erase();
    let mut late = Tab::open(&device, 3);
    late.read("two");
    late.be_at("two");
    let mark = device.shown();
    let mark = mark
        .iter()
        .find(|(key, _)| key.starts_with("bearings-erased:"));
    let (key, text) = mark.expect("erasing leaves a mark");
    device.evict();
    device.put(key, text);
    late.load();
    assert_eq!((late.marks(), late.at()), (vec!["two"], Some("two")));
}

#[test]
fn what_was_evicted_stays_in_memory_and_is_written_again() {
    let (device, mut one, mut other) = two_tabs();
    device.evict();
    other.load();
    assert_eq!((other.marks(), other.at()), (vec!["one"], Some("one")));
    other.read("two");
    other.be_at("one");
    one.load();
    assert_eq!((one.marks(), one.at()), (vec!["one", "two"], Some("one")));
}

#[test]
fn who_started_again_elsewhere_has_started_again_here() {
    let (device, mut one, mut other) = two_tabs();
    one.clear();
    device.pass(1);
    // It slept.
    other.load();
    assert_eq!((other.marks(), other.at()), (Vec::new(), None));
    other.read("two");
    one.load();
    assert_eq!(one.marks(), ["two"]);
}

#[test]
fn who_takes_starting_again_back_has_all_as_it_was() {
    let (device, mut one, mut other) = two_tabs();
    one.clear();
    assert_eq!((one.marks(), one.at()), (Vec::new(), None));
    other.hear_all(&device);
    assert_eq!((other.marks(), other.at()), (Vec::new(), None));
    device.pass(1_000);
    assert!(one.restore());
    other.hear_all(&device);
    for tab in [&one, &other] {
        assert_eq!((tab.marks(), tab.at()), (vec!["one"], Some("one")));
    }
    assert_eq!(
        one.reading.position().map(|it| it.at),
        Some(one.records.now())
    );
    assert!(!one.restore(), "it is taken back once");
}

#[test]
fn what_is_read_after_starting_again_stays_when_that_is_taken_back() {
    let (device, mut one, mut other) = two_tabs();
    one.clear();
    device.pass(1);
    other.read("two");
    device.pass(1);
    assert!(one.restore());
    assert_eq!(one.marks(), ["one", "two"]);
}

#[test]
fn who_goes_to_another_page_can_no_longer_take_it_back() {
    let (_device, mut one, _other) = two_tabs();
    one.clear();
    one.reading.forget_cleared();
    assert!(!one.restore());
    assert_eq!(one.marks(), Vec::<&str>::new());
}

#[test]
fn marks_of_a_page_that_has_another_name_now_follow_it() {
    let device = Device::default();
    let mut one = Tab::open(&device, 1);
    one.read("old");
    one.be_at("old");
    let other = Tab::open(&device, 2);
    assert_eq!(other.marks(), ["one"]);
    assert!(other.reading.can_go_on(&other.catalog));
}

#[test]
fn there_is_no_going_on_with_a_page_that_has_left_the_guide() {
    let mut tab = Tab::open(&Device::default(), 1);
    assert!(!tab.reading.can_go_on(&tab.catalog));
    tab.be_at("gone");
    assert!(!tab.reading.can_go_on(&tab.catalog));
}
