use proptest::prelude::*;

use super::*;
use crate::testing::page;

fn read(pages: &[(&str, u64)]) -> Progress {
    let mut progress = Progress::default();
    for (id, at) in pages {
        progress.mark_read(&page(id), Millis(*at));
    }
    progress
}

#[test]
fn marking_says_whether_it_changed_anything() {
    let mut progress = Progress::default();
    let biopsy = page("biopsy");
    assert!(!progress.any_read());
    assert!(!progress.mark_unread(&biopsy, Millis(1)));
    assert!(progress.mark_read(&biopsy, Millis(2)));
    assert!(!progress.mark_read(&biopsy, Millis(3)));
    assert!(progress.is_read(&biopsy) && progress.any_read());
    assert!(progress.mark_unread(&biopsy, Millis(4)));
    assert!(!progress.is_read(&biopsy) && !progress.any_read());
}

#[test]
fn the_newest_mark_wins_between_tabs() {
    let here = read(&[("biopsy", 10)]);
    let mut there = here.clone();
    there.mark_unread(&page("biopsy"), Millis(20));
    assert!(!here.merge(&there).is_read(&page("biopsy")));
    there.mark_read(&page("biopsy"), Millis(30));
    assert!(here.merge(&there).is_read(&page("biopsy")));
}

#[test]
fn a_tap_counts_even_when_the_clock_has_been_set_back() {
    let before = read(&[("biopsy", 1_000)]);
    let mut after = before.clone();
    after.mark_unread(&page("biopsy"), Millis(5));
    assert!(!before.merge(&after).is_read(&page("biopsy")));
    let _ = after.clear(Millis(6));
    after.mark_read(&page("ct-scan"), Millis(7));
    assert!(before.merge(&after).is_read(&page("ct-scan")));
}

#[test]
fn start_again_forgets_the_pages_in_every_tab_and_keeps_the_pace() {
    let mut here = read(&[("biopsy", 10), ("ct-scan", 90)]);
    here.observe_pace(400, 300);
    let there = read(&[("bone-scan", 20)]);
    let _ = here.clear(Millis(50));
    assert!(!here.merge(&there).any_read());
    assert!(here.pace().is_known());
    let later = read(&[("bone-scan", 91)]);
    assert!(here.merge(&later).is_read(&page("bone-scan")));
}

#[test]
fn start_again_can_be_taken_back_in_every_tab() {
    let mut here = read(&[("biopsy", 10), ("ct-scan", 11)]);
    let old = here.clear(Millis(50));
    let there = here.merge(&old);
    assert!(!there.any_read(), "the clear has reached the other tab");
    here.restore(&old, Millis(50));
    let there = there.merge(&here);
    assert!(there.is_read(&page("biopsy")) && there.is_read(&page("ct-scan")));
    assert_eq!(there, here);
}

#[test]
fn taking_it_back_respects_what_was_said_since() {
    let mut here = read(&[("biopsy", 10)]);
    here.mark_read(&page("ct-scan"), Millis(11));
    here.mark_unread(&page("ct-scan"), Millis(12));
    let old = here.clear(Millis(50));
    here.mark_read(&page("biopsy"), Millis(60));
    here.mark_unread(&page("biopsy"), Millis(61));
    here.restore(&old, Millis(70));
    assert!(!here.is_read(&page("biopsy")));
    let there = read(&[("ct-scan", 65)]);
    assert!(
        here.merge(&there).is_read(&page("ct-scan")),
        "an old 'unread' does not come back to undo what another tab has read"
    );
}

/// What can happen in a tab. Pages are few so that tabs meet on them.
#[derive(Clone, Debug)]
enum Act {
    Read(u8),
    Unread(u8),
    Clear,
    ClearAndUndo,
    Pace(u32, u32),
}

fn any_act() -> impl Strategy<Value = (Act, u64)> {
    let act = prop_oneof![
        6 => (0..5_u8).prop_map(Act::Read),
        3 => (0..5_u8).prop_map(Act::Unread),
        1 => Just(Act::Clear),
        1 => Just(Act::ClearAndUndo),
        1 => (0..900_u32, 0..900_u32).prop_map(|(words, seconds)| Act::Pace(words, seconds)),
    ];
    // Times are few and in no order: tabs share moments, and clocks are set back.
    (act, 0..12_u64)
}

fn page_no(number: u8) -> PageId {
    page(&["page-", &number.to_string()].concat())
}

fn perform(progress: &mut Progress, (act, at): (Act, u64)) {
    let now = Millis(at);
    match act {
        Act::Read(number) => {
            progress.mark_read(&page_no(number), now);
        }
        Act::Unread(number) => {
            progress.mark_unread(&page_no(number), now);
        }
        Act::Clear => {
            let _ = progress.clear(now);
        }
        Act::ClearAndUndo => {
            let old = progress.clear(now);
            progress.restore(&old, now);
        }
        Act::Pace(words, seconds) => {
            progress.observe_pace(words, seconds);
        }
    }
}

pub(crate) fn any_progress() -> impl Strategy<Value = Progress> {
    proptest::collection::vec(any_act(), 0..25).prop_map(|acts| {
        let mut progress = Progress::default();
        for act in acts {
            perform(&mut progress, act);
        }
        progress
    })
}

proptest! {
    #[test]
    fn merging_is_the_same_both_ways_round(a in any_progress(), b in any_progress()) {
        prop_assert_eq!(a.merge(&b), b.merge(&a));
    }

    #[test]
    fn merging_is_the_same_in_any_order(
        a in any_progress(), b in any_progress(), c in any_progress()
    ) {
        prop_assert_eq!(a.merge(&b).merge(&c), a.merge(&b.merge(&c)));
    }

    #[test]
    fn merging_again_changes_nothing(a in any_progress(), b in any_progress()) {
        prop_assert_eq!(&a.merge(&a), &a);
        let both = a.merge(&b);
        prop_assert_eq!(&both.merge(&a), &both);
        prop_assert_eq!(&both.merge(&b), &both);
        prop_assert_eq!(&a.merge(&Progress::default()), &a);
    }

    #[test]
    fn nothing_is_lost_by_merging(a in any_progress(), b in any_progress()) {
        let both = a.merge(&b);
        let cleared_at = a.cleared_at().max(b.cleared_at());
        prop_assert_eq!(both.cleared_at(), cleared_at);
        for (id, mark) in a.marks().chain(b.marks()) {
            let kept = both.mark_of(id);
            // A mark gives way only to a newer one of the same page or to a start again.
            prop_assert!(
                mark.at <= cleared_at || kept.is_some_and(|kept| kept >= mark),
                "{} was lost", id
            );
        }
        for (id, mark) in both.marks() {
            let known = [a.mark_of(id), b.mark_of(id)];
            prop_assert!(known.contains(&Some(mark)), "{} was made up", id);
        }
    }

    #[test]
    fn what_a_person_does_last_reaches_every_tab(
        before in any_progress(), number in 0..5_u8, at in 0..12_u64
    ) {
        let mut here = before.clone();
        let id = page_no(number);
        let is_read = !here.is_read(&id);
        let act = if is_read { Act::Read(number) } else { Act::Unread(number) };
        perform(&mut here, (act, at));
        prop_assert_eq!(here.is_read(&id), is_read);
        prop_assert_eq!(&before.merge(&here), &here);
    }

    #[test]
    fn start_again_and_undo_leave_the_same_pages_read(
        before in any_progress(), at in 0..12_u64, later in 0..12_u64
    ) {
        let mut progress = before.clone();
        let old = progress.clear(Millis(at));
        prop_assert_eq!(&old, &before);
        prop_assert!(!progress.any_read());
        prop_assert!(!progress.merge(&before).any_read());
        progress.restore(&old, Millis(later));
        for number in 0..5 {
            let id = page_no(number);
            prop_assert_eq!(progress.is_read(&id), before.is_read(&id));
        }
        prop_assert_eq!(&progress.merge(&before), &progress);
    }

    #[test]
    fn every_mark_is_newer_than_the_last_start_again(progress in any_progress()) {
        for (_, mark) in progress.marks() {
            prop_assert!(mark.at > progress.cleared_at());
        }
    }
}
