//! Which position a page opens at.

use super::super::restore::*;
use super::*;
use crate::testing::{block, catalog};

fn opens(fragment: Option<&str>, how: &How) -> Opening {
    opening(&catalog(), &to("words"), fragment, how)
}

#[test]
fn a_link_opens_at_what_it_names_or_else_at_the_top() {
    let opening = opens(Some("line"), &How::Link);
    assert_eq!(opening.target.as_deref(), Some("line"));
    assert!(opening.is_at_target);
    assert_eq!(opening.place, Place::Scroll(0.0));
    assert_eq!(opens(None, &How::Link).target, None);
}

#[test]
fn back_and_forward_open_where_the_entry_was_scrolled_to_whatever_its_address_names() {
    let opening = opens(Some("line"), &How::History(420.0));
    assert!(!opening.is_at_target);
    assert_eq!(opening.place, Place::Scroll(420.0));
    // What a link led to is marked again: the mark belongs to the address (fault 35).
    assert_eq!(opening.target.as_deref(), Some("line"));
}

#[test]
fn go_on_opens_at_the_remembered_line_rather_than_at_the_start_of_its_block() {
    let how = How::of_link(true, Some(position()));
    let opening = opens(Some("line"), &how);
    assert!(!opening.is_at_target);
    assert_eq!(opening.place, Place::Line(position()));
}

#[test]
fn go_on_without_a_remembered_line_is_a_link_like_any_other() {
    assert_eq!(How::of_link(true, None), How::Link);
    assert_eq!(How::of_link(false, Some(position())), How::Link);
}

#[test]
fn back_and_forward_make_no_entry_of_the_history() {
    assert!(!How::History(0.0).makes_entry());
    assert!(How::Link.makes_entry());
    assert!(How::GoOn(position()).makes_entry());
}

#[test]
fn a_link_to_a_block_that_was_renamed_leads_to_it() {
    let mut catalog = catalog();
    let (old, new) = ((page("words"), block("old")), (page("words"), block("new")));
    catalog.moved_blocks.push((old, new));
    let target = |route, name| opening(&catalog, &route, Some(name), &How::Link).target;
    assert_eq!(target(to("words"), "old").as_deref(), Some("new"));
    assert_eq!(target(to("spread"), "old").as_deref(), Some("old"));
    assert_eq!(target(Destination::Words, "old").as_deref(), Some("old"));
    assert_eq!(target(to("words"), "No block").as_deref(), Some("No block"));
}

#[test]
fn at_the_start_only_what_the_browser_cannot_find_is_looked_for() {
    assert_eq!(heir_sought(Some("old"), |_| false), Some("old"));
    assert_eq!(heir_sought(Some("line"), |_| true), None);
    assert_eq!(heir_sought(None, |_| false), None);
}

#[test]
fn a_newer_version_opens_at_the_line_that_was_on_the_screen() {
    let line = print_line(&to("words"), Some((block("line"), 7))).expect("a page is read");
    assert_eq!(parse_line(to("words"), &line, Millis(5)), Some(position()));
}

#[test]
fn what_is_not_read_from_line_to_line_leaves_none() {
    assert_eq!(
        print_line(&Destination::Notes, Some((block("line"), 7))),
        None
    );
    assert_eq!(print_line(&to("words"), None), None);
    assert_eq!(parse_line(Destination::Notes, "line 7", Millis(5)), None);
}

#[test]
fn a_line_that_nobody_can_have_left_is_none() {
    for line in ["", "line", "line x", "line -1", "No 7", "line 7 7"] {
        assert_eq!(parse_line(to("words"), line, Millis(5)), None, "{line}");
    }
}
