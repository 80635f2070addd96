//! What holds for items whatever three tabs do.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::simulation::{Act, any_acts, live, texts};
use super::*;

proptest! {
    #[test]
    fn merging_is_the_same_in_any_order_and_however_often(acts in any_acts(40)) {
        let [a, b, c] = live(&acts).map(|tab| tab.items);
        prop_assert_eq!(a.merge(&b), b.merge(&a));
        prop_assert_eq!(a.merge(&b).merge(&c), a.merge(&b.merge(&c)));
        prop_assert_eq!(a.merge(&c).merge(&b), a.merge(&b).merge(&c));
        prop_assert_eq!(&a.merge(&a), &a);
        let both = a.merge(&b);
        prop_assert_eq!(&both.merge(&a), &both);
        prop_assert_eq!(&both.merge(&b), &both);
        prop_assert_eq!(&a.merge(&Items::default()), &a);
    }

    #[test]
    fn the_order_of_merging_does_not_matter_at_different_times_of_a_life(
        acts in any_acts(40), early in 0..40_usize, late in 0..40_usize
    ) {
        let [a, _, _] = live(acts.get(..early).unwrap_or(&acts)).map(|tab| tab.items);
        let [_, b, _] = live(acts.get(..late).unwrap_or(&acts)).map(|tab| tab.items);
        let [_, _, c] = live(&acts).map(|tab| tab.items);
        prop_assert_eq!(a.merge(&b).merge(&c), a.merge(&b.merge(&c)));
        prop_assert_eq!(b.merge(&c).merge(&a), c.merge(&a).merge(&b));
    }

    #[test]
    fn no_text_vanishes_that_the_other_tab_did_not_replace_or_delete(acts in any_acts(40)) {
        let [a, b, _] = live(&acts);
        let merged = texts(&a.items.merge(&b.items));
        for shown in a.items.shown() {
            let ids = [Some(&shown.id), shown.copy_of];
            let deleted_at = |id| b.items.get(id).map(Item::deleted_at);
            let deleted_at = ids.into_iter().flatten().filter_map(deleted_at).max();
            // A copy may still be the item itself over there.
            let there = b.items.show(&shown.id);
            let there = there.or_else(|| b.items.show(shown.copy_of?));
            let is_there = |text: &str| {
                let there = there.iter().flat_map(|shown| &shown.fields);
                there.into_iter().any(|field| field.text == text)
            };
            // A copy is shown whole, with texts that were replaced in the item it is a copy of.
            let origin = shown.copy_of.and_then(|id| a.items.get(id));
            let is_context = |field: &Field| {
                let mut versions = origin.iter().flat_map(|item| item.versions());
                versions.any(|version| version.base.covers(&field.changed))
            };
            // Of a text that was written in several places it is unknown which of them is there.
            let unique = shown.fields.iter().filter(|field| field.text != "alike");
            for field in unique {
                let was_replaced = b.saw.contains(&field.text) && !is_there(&field.text);
                let was_deleted = deleted_at.is_some_and(|at| at >= field.changed.at);
                prop_assert!(
                    merged.contains(&field.text)
                        || field.text.is_empty()
                        || was_replaced
                        || was_deleted
                        || is_context(field),
                    "{:?} was lost", field
                );
            }
        }
    }

    #[test]
    fn merging_makes_up_no_text(acts in any_acts(40)) {
        let [a, b, _] = live(&acts);
        for text in texts(&a.items.merge(&b.items)) {
            prop_assert!(a.saw.contains(&text) || b.saw.contains(&text));
        }
    }

    #[test]
    fn tabs_that_hear_of_everything_at_once_never_see_a_copy(acts in any_acts(40)) {
        let mut tabs = live(&[]);
        for (number, (tab, act, at)) in acts.iter().enumerate() {
            tabs[*tab].perform(act, &number.to_string(), crate::Millis(*at));
            let speaker = tabs[*tab].clone();
            for tab in &mut tabs {
                tab.hear(&speaker);
            }
            let [a, b, c] = tabs.each_ref().map(|tab| &tab.items);
            prop_assert!(a == b && b == c);
            prop_assert!(a.shown().iter().all(|shown| shown.copy_of.is_none()));
        }
    }

    #[test]
    fn what_a_person_writes_last_is_what_is_there(
        acts in any_acts(30), item in 0..2_u8, at in 1..12_u64
    ) {
        let [mut tab, other, _] = live(&acts);
        tab.hear(&other);
        let before = tab.items.clone();
        let is_there = before.show(&simulation::item_id(&format!("item-{item}"))).is_some();
        tab.perform(&Act::Edit(item, 0), "the last word", crate::Millis(at));
        prop_assert_eq!(tab.texts().contains("the last word"), is_there);
        prop_assert_eq!(&before.merge(&tab.items), &tab.items);
        tab.perform(&Act::Delete(item), "", crate::Millis(at));
        prop_assert!(!tab.texts().contains("the last word"));
        prop_assert_eq!(&before.merge(&tab.items), &tab.items);
        tab.perform(&Act::BringBack, "", crate::Millis(at));
        prop_assert_eq!(tab.texts().contains("the last word"), is_there);
        prop_assert_eq!(&before.merge(&tab.items), &tab.items);
    }

    #[test]
    fn no_two_versions_have_the_same_stamp_and_no_two_things_the_same_id(acts in any_acts(40)) {
        let tabs = live(&acts).map(|tab| tab.items);
        let mut known = BTreeMap::new();
        for item in tabs.iter().flat_map(Items::iter) {
            for version in item.versions() {
                let key = (item.id().clone(), version.stamp);
                let fields = known.entry(key).or_insert(&version.fields);
                prop_assert_eq!(*fields, &version.fields);
            }
        }
        let [a, b, _] = &tabs;
        let merged = a.merge(b);
        let mut ids: Vec<_> = merged.shown().into_iter().map(|shown| shown.id).collect();
        let all = ids.len();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), all);
    }

    #[test]
    fn a_deleted_item_keeps_none_of_its_texts(acts in any_acts(40), item in 0..2_u8) {
        let [mut tab, _, _] = live(&acts);
        tab.perform(&Act::Delete(item), "", crate::Millis(12));
        let id = simulation::item_id(&format!("item-{item}"));
        if let Some(item) = tab.items.get(&id) {
            prop_assert!(item.is_deleted());
            prop_assert!(item.deleted_at() > crate::Millis(0));
            prop_assert!(item.versions().is_empty());
        }
    }
}

#[test]
fn the_lives_of_the_tests_are_rich() {
    use proptest::strategy::ValueTree;
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let (mut copies, mut tombstones, mut settled) = (0, 0, 0);
    for _ in 0..200 {
        let acts = any_acts(40).new_tree(&mut runner).expect("acts").current();
        let [a, b, c] = live(&acts).map(|tab| tab.items);
        let all = a.merge(&b).merge(&c);
        copies += usize::from(all.shown().iter().any(|shown| shown.copy_of.is_some()));
        tombstones += usize::from(all.iter().any(Item::is_deleted));
        settled += usize::from(
            all.iter()
                .any(|item| item.id().as_str().starts_with("copy-")),
        );
    }
    let counts = [copies, tombstones, settled];
    assert!(counts.iter().all(|count| *count > 10), "of 200: {counts:?}");
}
