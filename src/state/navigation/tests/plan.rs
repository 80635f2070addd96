//! What a tap, back and forward, and a page that comes or does not come lead to.

use super::super::plan::{self, Command, Plan};
use super::super::restore::How;
use super::*;
use crate::testing::catalog;

const HERE: &str = "https://example.org/guide/words.html";

/// A tap on a link while `words` is on the screen. Returns what is done beside clearing the sign that
/// a page is on its way.
fn tap(plan: &mut Plan, address: &Address, is_ready: bool) -> Command {
    go(plan, address, How::Link, is_ready)
}

fn go(plan: &mut Plan, address: &Address, how: How, is_ready: bool) -> Command {
    let here = (&at("words"), Some(HERE));
    let [first, next] = plan.go(here, (address.clone(), how), is_ready);
    assert_eq!(first, Command::MarkBusy(false));
    next
}

fn load(plan: &mut Plan, id: &str) -> u32 {
    match tap(plan, &address(id, None), false) {
        Command::Load(number, route) => {
            assert_eq!(route, at(id));
            number
        }
        other => panic!("{other:?}"),
    }
}

/// What is done when a page has come, or not.
fn arrived(plan: &mut Plan, number: u32, is_there: bool, url: &str) -> Option<Command> {
    let [first, next] = plan.arrived(number, is_there, Some(url))?;
    assert_eq!(first, Command::MarkBusy(false));
    Some(next)
}

fn shown(command: Option<Command>) -> Option<(Route, bool)> {
    match command? {
        Command::Show(trip) => Some((trip.address.route, trip.is_entry)),
        _ => None,
    }
}

#[test]
fn what_the_app_cannot_show_is_for_the_browser() {
    let is_ours = |to: Destination| {
        let route = to.in_lang(Lang::ENGLISH);
        plan::is_ours(&catalog(), Lang::ENGLISH, &route)
    };
    assert!(is_ours(to("words")));
    assert!(is_ours(Destination::Help));
    // A page of another release, an address of nothing, and a place with tools.
    assert!(!is_ours(to("never-was")));
    assert!(!is_ours(Destination::NotFound));
    assert!(!is_ours(Destination::Notes));
    assert!(!is_ours(Destination::Device));
}

#[test]
fn a_page_of_another_language_is_for_the_browser_in_either_direction() {
    let spanish = Lang::parse("es").expect("two small letters");
    let is_ours = |app, page| {
        let route = to("words").in_lang(page);
        plan::is_ours(&catalog(), app, &route)
    };
    assert!(is_ours(spanish, spanish));
    assert!(!is_ours(Lang::ENGLISH, spanish));
    assert!(!is_ours(spanish, Lang::ENGLISH));
}

#[test]
fn a_page_that_is_ready_is_shown_at_once_under_its_own_address() {
    let to = address("spread", Some("line"));
    let shown = tap(&mut Plan::default(), &to, true);
    let Command::Show(trip) = shown else {
        panic!("{shown:?}");
    };
    assert_eq!(
        (trip.address, trip.how, trip.is_entry),
        (to, How::Link, true)
    );
}

#[test]
fn a_page_that_is_not_ready_is_shown_when_it_has_come() {
    let mut plan = Plan::default();
    let number = load(&mut plan, "spread");
    let shown = shown(arrived(&mut plan, number, true, HERE));
    assert_eq!(shown, Some((at("spread"), true)));
    assert_eq!(plan.arrived(number, true, Some(HERE)), None, "once");
}

#[test]
fn a_page_that_takes_long_is_said_to_be_on_its_way_until_it_has_come() {
    let mut plan = Plan::default();
    let number = load(&mut plan, "spread");
    assert!(plan.is_late(number));
    arrived(&mut plan, number, true, HERE);
    assert!(!plan.is_late(number));
}

/// Fault 36.
#[test]
fn who_taps_again_goes_there_and_nowhere_else() {
    let mut plan = Plan::default();
    let first = load(&mut plan, "spread");
    let second = load(&mut plan, "sleep");
    assert!(!plan.is_late(first));
    assert_eq!(arrived(&mut plan, first, true, HERE), None);
    let shown = shown(arrived(&mut plan, second, true, HERE));
    assert_eq!(shown, Some((at("sleep"), true)));
}

/// Fault 36: the browser must not take over for a page that nobody waits for.
#[test]
fn a_page_that_hangs_and_was_given_up_changes_nothing_when_its_time_is_over() {
    for (id, is_ready) in [("words", false), ("sleep", true)] {
        let mut plan = Plan::default();
        let hanging = load(&mut plan, "spread");
        tap(&mut plan, &address(id, None), is_ready);
        assert_eq!(arrived(&mut plan, hanging, false, HERE), None, "{id}");
        assert!(!plan.is_late(hanging), "{id}");
    }
}

#[test]
fn who_taps_twice_on_the_same_link_goes_there_once() {
    let mut plan = Plan::default();
    let first = load(&mut plan, "spread");
    let second = load(&mut plan, "spread");
    assert_eq!(arrived(&mut plan, first, true, HERE), None);
    assert!(arrived(&mut plan, second, true, HERE).is_some());
}

/// Faults 26 and 36: a page that cannot be had, or is of another release.
#[test]
fn where_a_page_cannot_be_had_the_browser_takes_over() {
    let mut plan = Plan::default();
    let number = load(&mut plan, "spread");
    let url = address("spread", None).url;
    assert_eq!(
        arrived(&mut plan, number, false, HERE),
        Some(Command::LeaveFor(url))
    );
}

/// Fault 26.
#[test]
fn after_back_the_address_is_there_already_and_is_loaded_not_set() {
    for fragment in [None, Some("line")] {
        let mut plan = Plan::default();
        let to = address("spread", fragment);
        let Command::Load(number, _) = go(&mut plan, &to, How::History(30.0), false) else {
            panic!("it is not ready");
        };
        // What was tapped before would show the text of one page under the address of another.
        assert_eq!(
            arrived(&mut plan, number, false, &to.url),
            Some(Command::Reload)
        );
    }
}

#[test]
fn back_and_forward_make_no_new_entry() {
    let mut plan = Plan::default();
    let how = How::History(30.0);
    for is_ready in [true, false] {
        let to = address("spread", None);
        let done = match go(&mut plan, &to, how.clone(), is_ready) {
            Command::Load(number, _) => arrived(&mut plan, number, true, &to.url),
            other => Some(other),
        };
        assert_eq!(shown(done), Some((at("spread"), false)));
    }
}

#[test]
fn back_while_a_page_is_on_its_way_gives_that_page_up() {
    let mut plan = Plan::default();
    let number = load(&mut plan, "spread");
    let back = go(&mut plan, &address("words", None), How::History(0.0), false);
    assert!(matches!(back, Command::Move(trip) if !trip.is_entry));
    assert_eq!(arrived(&mut plan, number, true, HERE), None);
}

#[test]
fn a_link_within_the_page_fetches_nothing_and_makes_an_entry_for_another_address() {
    for (fragment, is_entry) in [(None, false), (Some("line"), true)] {
        let moved = tap(&mut Plan::default(), &address("words", fragment), false);
        let Command::Move(trip) = moved else {
            panic!("{moved:?}");
        };
        assert_eq!(trip.is_entry, is_entry, "{fragment:?}");
    }
}

/// Fault 33: the host has answered another address with this page.
#[test]
fn a_page_under_another_address_gets_its_own_with_the_first_link_to_it() {
    let elsewhere = (&at("words"), Some("https://example.org/guide/Words"));
    let go = |url| {
        Plan::default().go(
            (elsewhere.0, url),
            (address("words", None), How::Link),
            false,
        )
    };
    for url in [elsewhere.1, None] {
        let [_, moved] = go(url);
        assert!(matches!(moved, Command::Move(trip) if trip.is_entry));
    }
}

#[test]
fn the_next_page_is_fetched_ahead_before_the_one_before() {
    let neighbours = |id| plan::neighbours(&catalog(), &page(id));
    assert_eq!(neighbours("spread"), [to("bone-scan"), to("words")]);
    assert_eq!(neighbours("words"), [to("spread")]);
    assert_eq!(neighbours("never-was"), []);
}
