//! Laws that hold whatever two or three tabs do on a device that fails: storage that refuses reads
//! and writes, a journal that refuses or never answers, tabs that sleep, clocks that lie, and a
//! browser that is killed.
//!
//! What was erased or evicted is directed, not random: `tests/erased.rs`.

mod person;
mod world;

use crate::testing::{Answers, Tab};
use proptest::prelude::*;
use world::World;

#[derive(Clone, Copy, Debug)]
enum Act {
    /// Somebody types a new text into a row of a tab: an old one, or one more.
    Type {
        tab: usize,
        row: usize,
    },
    Clear {
        tab: usize,
        row: usize,
    },
    Delete {
        tab: usize,
        row: usize,
    },
    Undo {
        tab: usize,
    },
    Pass {
        millis: u64,
    },
    /// A tab receives the events that wait for it.
    Hear {
        tab: usize,
    },
    Sleep {
        tab: usize,
    },
    Wake {
        tab: usize,
    },
    DenyReads(bool),
    DenyWrites(bool),
    Journal(Answers),
    /// The browser is killed, and opened again with as many tabs.
    Crash,
}

fn any_act() -> impl Strategy<Value = Act> {
    let tab = || 0..3_usize;
    let row = || 0..4_usize;
    prop_oneof![
        8 => (tab(), row()).prop_map(|(tab, row)| Act::Type { tab, row }),
        1 => (tab(), row()).prop_map(|(tab, row)| Act::Clear { tab, row }),
        2 => (tab(), row()).prop_map(|(tab, row)| Act::Delete { tab, row }),
        1 => tab().prop_map(|tab| Act::Undo { tab }),
        6 => prop_oneof![Just(50_u64), Just(400), Just(4_500), Just(25_000)]
            .prop_map(|millis| Act::Pass { millis }),
        6 => tab().prop_map(|tab| Act::Hear { tab }),
        1 => tab().prop_map(|tab| Act::Sleep { tab }),
        2 => tab().prop_map(|tab| Act::Wake { tab }),
        1 => any::<bool>().prop_map(Act::DenyReads),
        1 => any::<bool>().prop_map(Act::DenyWrites),
        1 => prop_oneof![Just(Answers::Stored), Just(Answers::Refused), Just(Answers::Silent)]
            .prop_map(Act::Journal),
        1 => Just(Act::Crash),
    ]
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.retain(|text| !text.is_empty());
    texts.sort();
    texts
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn whatever_tabs_and_device_do_no_words_are_lost_and_all_tabs_agree_in_the_end(
        people in 2..=3_usize,
        acts in prop::collection::vec(any_act(), 1..60),
    ) {
        let mut world = World::new(people);
        for act in acts {
            world.act(act);
            world.check()?;
        }
        world.settle();
        world.check()?;
        world.tabs += 1;
        let fresh = Tab::new(&world.device, world.tabs);
        let kept = sorted(fresh.texts());
        for (at, person) in world.people.iter().enumerate() {
            prop_assert_eq!(&sorted(person.tab.texts()), &kept, "tab {} disagrees", at);
            prop_assert!(!person.tab.items.has_changes(), "tab {at} has something unsaved");
            prop_assert_eq!(person.tab.items.unsaved_error(), None);
        }
        let mut must_stay = world.must_stay.keys();
        let lost: Vec<_> = must_stay.by_ref().filter(|text| !kept.contains(text)).collect();
        prop_assert!(lost.is_empty(), "lost: {lost:?} of {kept:?}");
    }
}
