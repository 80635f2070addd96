use super::*;
use crate::settings::tests::any_settings;
use proptest::prelude::*;

#[test]
fn every_choice_that_is_offered_is_the_one_that_is_then_chosen() {
    for (setting, names) in Settings::OFFERED {
        for name in names {
            let mut settings = Settings::default();
            settings.choose(setting, name, Millis(1));
            assert_eq!(settings.chosen(setting), *name, "{setting}");
        }
    }
}

#[test]
fn everything_that_has_a_name_is_offered() {
    let offered = |setting: &str| {
        let found = Settings::OFFERED.iter().find(|one| one.0 == setting);
        found.map(|one| one.1[1..].to_vec())
    };
    assert_eq!(offered("theme").as_deref(), Some(Theme::NAMES));
    assert_eq!(offered("lines").as_deref(), Some(Lines::NAMES));
    assert_eq!(offered("letters").as_deref(), Some(Letters::NAMES));
    assert_eq!(offered("column").as_deref(), Some(Column::NAMES));
    assert_eq!(offered("face").as_deref(), Some(Face::NAMES));
    assert_eq!(offered("motion").as_deref(), Some(Motion::NAMES));
    let steps = TextSize::STEPS.map(|step| step.1);
    assert_eq!(offered("size").as_deref(), Some(steps.as_slice()));
}

#[test]
fn the_page_says_what_differs_from_how_it_is_at_first() {
    let mut settings = Settings::default();
    assert_eq!(settings.look(), "");
    settings.choose("size", "150", Millis(1));
    settings.choose("theme", "night", Millis(1));
    settings.choose("region", "uk", Millis(1));
    settings.choose("how-much", "ask-me", Millis(1));
    assert_eq!(settings.look(), "theme-night size-150 region-uk");
    settings.choose("how-much", "not-now", Millis(2));
    settings.choose("theme", "none of ours", Millis(2));
    assert_eq!(settings.look(), "size-150 region-uk how-much-not-now");
}

#[test]
fn a_size_between_two_steps_is_shown_as_the_lower_one() {
    let step = |percent| TextSize::parse(percent).and_then(TextSize::step);
    assert_eq!(step(114), None);
    assert_eq!(step(125), Some("115"));
    assert_eq!(step(400), Some("200"));
}

/// Every word that a look can have has a rule, so that no choice is without effect.
#[test]
fn the_styles_know_every_word() {
    let styles = include_str!("../../../../../styles/look.css");
    for (setting, names) in Settings::OFFERED {
        for name in names.iter().filter(|name| !name.is_empty()) {
            let word = [setting, "-", name].concat();
            // Shown like any page is how the pages are without a rule.
            let has_none = word == "how-much-show-me";
            assert_eq!(
                styles.contains(&format!("[data-look~=\"{word}\"]")),
                !has_none,
                "styles/look.css and {word}"
            );
        }
    }
}

#[test]
fn what_is_around_the_page_has_the_colour_of_its_paper() {
    let styles = include_str!("../../../../../styles/look.css");
    for theme in Theme::ALL {
        let start = format!("html[data-look~=\"theme-{}\"] {{", theme.name());
        let rules = styles.split(&start).skip(1);
        let papers: Vec<_> = rules
            .filter_map(|rule| rule.split_once("--paper: ")?.1.split(';').next())
            .collect();
        let [light, dark] = Theme::papers(Some(*theme));
        assert_eq!(papers.first(), Some(&light), "{theme:?}");
        assert_eq!(papers.last(), Some(&dark), "{theme:?}");
    }
}

proptest! {
    #[test]
    fn a_look_has_only_letters_digits_and_hyphens(settings in any_settings()) {
        let is_plain = |sign: char| sign.is_ascii_lowercase() || sign.is_ascii_digit() || " -".contains(sign);
        prop_assert!(settings.look().chars().all(is_plain));
    }

    #[test]
    fn starting_anew_and_back_again_leaves_the_look_as_it_was(before in any_settings()) {
        let mut settings = before.clone();
        settings.choose_as(&Settings::default(), Millis(9));
        prop_assert_eq!(settings.look(), "");
        prop_assert_eq!(settings.install, before.install);
        settings.choose_as(&before, Millis(10));
        prop_assert_eq!(settings.look(), before.look());
        prop_assert_eq!(settings.region.get(), before.region.get());
        // And so every other tab hears of it.
        prop_assert_eq!(&before.merge(&settings), &settings);
    }
}
