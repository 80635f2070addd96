use proptest::prelude::*;

use super::*;

#[track_caller]
fn check_observe(words: u32, seconds: u32, expected: bool) {
    let mut pace = Pace::default();
    assert_eq!(
        pace.observe(words, seconds),
        expected,
        "{words} words in {seconds} s"
    );
    assert_eq!(pace.is_known(), expected);
    assert_eq!(pace == Pace::default(), !expected);
}

#[test]
fn only_believable_reading_counts() {
    check_observe(400, 150, true);
    check_observe(40, 60, true);
    check_observe(39, 60, false);
    check_observe(500, 60, true);
    check_observe(501, 60, false);
    check_observe(50, 10, true);
    check_observe(50, 9, false);
    check_observe(0, 0, false);
    check_observe(u32::MAX, u32::MAX, false);
}

#[test]
fn before_anything_is_known_the_default_holds() {
    assert_eq!(Pace::default().wpm(), Pace::DEFAULT_WPM);
}

#[test]
fn minutes_are_rounded_up_and_never_none() {
    let pace = Pace::default();
    assert_eq!(pace.minutes(0), 1);
    assert_eq!(pace.minutes(160), 1);
    assert_eq!(pace.minutes(161), 2);
    assert_eq!(pace.minutes(u32::MAX), u32::MAX / 160 + 1);
}

#[test]
fn the_pace_moves_towards_the_persons_own() {
    let mut pace = Pace::default();
    let mut before = pace.wpm();
    for _ in 0..20 {
        assert!(pace.observe(400, 300));
        assert!(pace.wpm() <= before, "80 words a minute slow the pace down");
        before = pace.wpm();
    }
    assert!((80..95).contains(&before), "{before}");
}

#[test]
fn one_odd_page_changes_little_and_old_pages_fade() {
    let mut pace = Pace::default();
    for _ in 0..50 {
        pace.observe(400, 150);
    }
    pace.observe(400, 600);
    assert!((140..160).contains(&pace.wpm()), "{}", pace.wpm());
    for _ in 0..60 {
        pace.observe(400, 400);
    }
    assert!((60..75).contains(&pace.wpm()), "{}", pace.wpm());
}

fn any_pace() -> impl Strategy<Value = Pace> {
    let observed =
        proptest::collection::vec((0..2_000_u32, 0..2_000_u32), 0..30).prop_map(|seen| {
            let mut pace = Pace::default();
            for (words, seconds) in seen {
                pace.observe(words, seconds);
            }
            pace
        });
    // What a stored record may hold.
    prop_oneof![observed, any::<[u32; 3]>().prop_map(Pace::from_parts)]
}

proptest! {
    #[test]
    fn the_pace_is_always_one_at_which_people_read(
        mut pace in any_pace(), words in any::<u32>(), seconds in any::<u32>()
    ) {
        pace.observe(words, seconds);
        prop_assert!((SLOWEST_WPM..=FASTEST_WPM).contains(&pace.wpm()));
        prop_assert!(pace.minutes(words) >= 1);
        prop_assert!(u64::from(pace.minutes(words)) * u64::from(pace.wpm()) >= u64::from(words));
    }

    #[test]
    fn more_words_never_take_less_time(pace in any_pace(), a in any::<u32>(), b in any::<u32>()) {
        let (fewer, more) = (a.min(b), a.max(b));
        prop_assert!(pace.minutes(fewer) <= pace.minutes(more));
    }

    #[test]
    fn tabs_agree_on_the_pace_in_whatever_order_they_meet(
        a in any_pace(), b in any_pace(), c in any_pace()
    ) {
        prop_assert_eq!(a.merge(b), b.merge(a));
        prop_assert_eq!(a.merge(b).merge(c), a.merge(b.merge(c)));
        prop_assert_eq!(a.merge(a), a);
    }
}
