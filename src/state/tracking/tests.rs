use super::visit::{self, Screen, Visit};
use crate::testing::{block, catalog, page};
use bearings_domain::ids::PageId;
use bearings_domain::position::Position;
use bearings_domain::route::Destination;
use bearings_domain::time::Millis;

const SCREEN: Screen = Screen {
    is_visible: true,
    width: 400.0,
};

/// A page that came onto the screen at second 10.
fn visit() -> Visit {
    let mut visit = Visit::default();
    visit.arrive(SCREEN, false, Millis(10_000));
    visit
}

fn end(visit: &mut Visit, second: u64) -> Option<u32> {
    visit.end(true, || true, Millis(second * 1_000))
}

#[test]
fn only_the_first_scroll_begins_the_wait_until_the_position_is_kept() {
    let mut visit = visit();
    assert!(!visit.is_waiting());
    assert!(visit.scroll(50.0));
    assert!(!visit.scroll(60.0));
    assert!(visit.is_waiting());
    visit.settle();
    assert!(!visit.is_waiting());
    assert!(visit.scroll(70.0));
}

#[test]
fn a_scroll_that_the_app_made_itself_is_not_the_persons() {
    let mut visit = visit();
    visit.note_own_scroll(500.0);
    // A browser rounds, and may report the same scroll more than once.
    for y in [500.0, 501.5, 498.5] {
        assert!(!visit.scroll(y), "{y}");
    }
    assert!(!visit.is_waiting());
    assert!(visit.scroll(502.0));
    assert!(!visit.scroll(500.0), "the wait has begun");
    assert!(visit.is_waiting());
}

#[test]
fn a_scroll_of_the_app_is_still_its_own_when_the_page_arrives_after_it() {
    let mut visit = visit();
    visit.note_own_scroll(500.0);
    visit.arrive(SCREEN, true, Millis(20_000));
    assert!(!visit.scroll(500.0));
}

#[test]
fn a_new_page_does_not_keep_what_the_one_before_was_waiting_for() {
    let mut visit = visit();
    visit.scroll(50.0);
    visit.arrive(SCREEN, true, Millis(20_000));
    assert!(!visit.is_waiting());
}

#[test]
fn a_page_is_read_once_in_a_visit_when_its_end_was_in_sight() {
    let mut visit = visit();
    assert_eq!(visit.end(true, || false, Millis(20_000)), None);
    assert_eq!(end(&mut visit, 25), Some(15));
    assert_eq!(end(&mut visit, 30), None);
    visit.arrive(SCREEN, false, Millis(40_000));
    assert_eq!(end(&mut visit, 41), Some(1));
}

#[test]
fn nothing_is_read_out_of_sight() {
    let mut visit = visit();
    let ask = || panic!("nobody has to measure");
    assert_eq!(visit.end(false, ask, Millis(20_000)), None);
}

#[test]
fn time_in_another_tab_is_no_time_of_reading() {
    let mut visit = visit();
    visit.hide(Millis(12_000));
    visit.show(Millis(900_000));
    assert_eq!(end(&mut visit, 903), Some(5));
}

#[test]
fn the_time_of_a_page_opened_in_the_background_begins_when_it_is_looked_at() {
    let mut visit = Visit::default();
    let hidden = Screen {
        is_visible: false,
        ..SCREEN
    };
    visit.arrive(hidden, false, Millis(10_000));
    visit.show(Millis(600_000));
    assert_eq!(end(&mut visit, 604), Some(4));
}

#[test]
fn another_width_brings_the_words_back_to_who_has_been_reading() {
    let mut visit = visit();
    assert!(!visit.resize(800.0), "nobody has moved");
    assert!(
        !visit.resize(800.4),
        "the keyboard, or the bar of the browser"
    );
    visit.scroll(50.0);
    assert!(visit.resize(400.0));
    assert!(!visit.resize(400.0), "once");
    visit.arrive(SCREEN, true, Millis(20_000));
    assert!(visit.resize(800.0), "she came here by a link");
}

#[test]
fn only_what_everybody_may_see_leaves_a_trace() {
    let catalog = catalog();
    let kept = |route| visit::page_to_keep(&catalog, route);
    assert_eq!(kept(Destination::Page(page("words"))), Some(page("words")));
    assert_eq!(kept(Destination::Page(page("sleep"))), Some(page("sleep")));
    assert_eq!(
        kept(Destination::Page(page("time"))),
        None,
        "Choose to read"
    );
    assert_eq!(kept(Destination::Page(page("never-was"))), None);
    assert_eq!(kept(Destination::Guide), None);
}

#[test]
fn the_line_of_another_page_is_not_brought_back() {
    let position = Position {
        at: Millis(1),
        page: page("words"),
        block: block("line"),
        offset: 3,
    };
    let line = |page: Option<PageId>| visit::line_of(Some(position.clone()), page.as_ref());
    assert_eq!(line(Some(page("words"))), Some(position.clone()));
    assert_eq!(line(Some(page("spread"))), None);
    assert_eq!(line(None), None);
    assert_eq!(visit::line_of(None, Some(&page("words"))), None);
}
