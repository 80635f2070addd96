use proptest::prelude::*;

use super::*;

#[test]
fn every_name_is_read_as_what_it_names() {
    for theme in Theme::ALL {
        assert_eq!(Theme::parse(theme.name()), Some(*theme));
    }
    for answer in HowMuch::ALL {
        assert_eq!(HowMuch::parse(answer.name()), Some(answer));
    }
    for region in Region::ALL {
        assert_eq!(Region::parse(region.name()), Some(region));
    }
    let declined = InstallOffer::Declined;
    assert_eq!(InstallOffer::parse(declined.name()), Some(declined));
    assert_eq!(InstallOffer::parse(""), None);
    assert_eq!(Region::parse(""), None);
    assert_eq!(Theme::parse("pink"), None);
    assert_eq!(HowMuch::parse(""), None);
}

#[test]
fn a_text_size_is_one_that_can_be_read() {
    assert_eq!(TextSize::parse(49), None);
    assert_eq!(TextSize::parse(401), None);
    assert_eq!(TextSize::parse(125).map(TextSize::percent), Some(125));
}

#[test]
fn unless_something_was_said_the_app_asks() {
    let mut settings = Settings::default();
    assert_eq!(settings.how_much(), HowMuch::AskMe);
    assert!(settings.how_much.set(Some(HowMuch::NotNow), Millis(5)));
    assert!(!settings.how_much.set(Some(HowMuch::NotNow), Millis(6)));
    assert_eq!(settings.how_much(), HowMuch::NotNow);
    assert!(settings.how_much.set(None, Millis(7)));
    assert_eq!(settings.how_much(), HowMuch::AskMe);
}

#[test]
fn what_is_set_in_two_tabs_is_kept_from_both() {
    let (mut here, mut there) = (Settings::default(), Settings::default());
    here.theme.set(Some(Theme::Night), Millis(5));
    there.text_size.set(TextSize::parse(150), Millis(4));
    let both = here.merge(&there);
    assert_eq!(both.theme.get(), Some(Theme::Night));
    assert_eq!(both.text_size.get(), TextSize::parse(150));
}

#[test]
fn a_choice_counts_even_when_the_clock_has_been_set_back() {
    let mut before = Settings::default();
    before.theme.set(Some(Theme::Dark), Millis(1_000));
    let mut after = before.clone();
    after.theme.set(None, Millis(5));
    assert_eq!(before.merge(&after).theme.get(), None);
}

fn any_setting<T: Copy + Ord + std::fmt::Debug>(
    value: impl Strategy<Value = T>,
) -> impl Strategy<Value = Setting<T>> {
    // Times are few, so that tabs share moments.
    (proptest::option::of(value), 0..6_u64)
        .prop_map(|(value, at)| Setting::from_parts(value, Millis(at)))
}

pub(crate) fn any_settings() -> impl Strategy<Value = Settings> {
    fn one_of<T: Copy + Ord + std::fmt::Debug>(
        all: &'static [T],
    ) -> impl Strategy<Value = Setting<T>> {
        any_setting(proptest::sample::select(all))
    }
    let size = (50..=400_u16).prop_filter_map("a size", TextSize::parse);
    let look = (
        one_of(Theme::ALL),
        any_setting(size),
        one_of(Lines::ALL),
        one_of(Letters::ALL),
        one_of(Column::ALL),
        one_of(Face::ALL),
        one_of(Motion::ALL),
    );
    let others = (
        one_of(&HowMuch::ALL),
        one_of(&Region::ALL),
        any_setting(Just(InstallOffer::Declined)),
    );
    (look, others).prop_map(|(look, (how_much, region, install))| {
        let (theme, text_size, lines, letters, column, face, motion) = look;
        Settings {
            theme,
            text_size,
            lines,
            letters,
            column,
            face,
            motion,
            how_much,
            region,
            install,
        }
    })
}

proptest! {
    #[test]
    fn merging_is_the_same_in_any_order_and_however_often(
        a in any_settings(), b in any_settings(), c in any_settings()
    ) {
        prop_assert_eq!(a.merge(&b), b.merge(&a));
        prop_assert_eq!(a.merge(&b).merge(&c), a.merge(&b.merge(&c)));
        prop_assert_eq!(&a.merge(&b).merge(&a), &a.merge(&b));
        prop_assert_eq!(&a.merge(&a), &a);
        prop_assert_eq!(&a.merge(&Settings::default()), &a);
    }

    #[test]
    fn what_a_person_chooses_last_reaches_every_tab(
        before in any_settings(), percent in 50..=400_u16, at in 0..6_u64
    ) {
        let mut here = before.clone();
        if here.text_size.set(TextSize::parse(percent), Millis(at)) {
            prop_assert_eq!(before.merge(&here), here);
        }
    }
}
