//! What holds for any two storages and any file.

use super::*;
use crate::backup::storage::{self, any_two};
use crate::items::simulation::{Act, any_acts, live};
use proptest::prelude::*;

/// Some texts with something else at one place.
fn changed_at(text: &str, at: usize, bit: u32) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    bytes[at] ^= 1 << bit;
    String::from_utf8(bytes).ok()
}

proptest! {
    #[test]
    fn backup_erase_restore_gives_back_the_same_to_the_byte([full, _] in any_two()) {
        let mut empty = Storage::default();
        empty.restore(&empty.plan(&full.backup()));
        prop_assert_eq!(empty, full);
    }

    #[test]
    fn restoring_twice_changes_nothing([mut here, there] in any_two()) {
        let backup = there.backup();
        here.restore(&here.plan(&backup));
        let again = here.plan(&backup);
        prop_assert!(again.is_empty());
        prop_assert_eq!(again.transaction(storage::BASE), Transaction::default());
        let lists = [&again.adds, &again.replaces, &again.removes, &again.conflicts];
        prop_assert!(lists.into_iter().all(Vec::is_empty));
    }

    #[test]
    fn restoring_gives_what_both_say_together([here, there] in any_two()) {
        let mut restored = here.clone();
        restored.restore(&here.plan(&there.backup()));
        for record in here.records().into_iter().chain(there.records()) {
            let slot = Slot::parse(&record.name).expect("it is ours");
            let both = match (here.get(&slot), there.get(&slot)) {
                (Some(here), Some(there)) => Some(here.merge(&there)),
                (here, there) => here.or(there),
            };
            prop_assert_eq!(restored.get(&slot), both);
        }
    }

    #[test]
    fn an_old_backup_changes_nothing_that_is_newer(
        mut acts in any_acts(40), early in 1..40_usize
    ) {
        acts.insert(0, (0, Act::Create(0), 5));
        let [old, ..] = live(acts.get(..early).unwrap_or(&acts));
        let [new, ..] = live(&acts);
        let (mut backup, mut here) = (Storage::default(), Storage::default());
        backup.store_items(ItemKind::Note, &old.items);
        here.store_items(ItemKind::Note, &new.items);
        prop_assert!(here.plan(&backup.backup()).is_empty());
    }

    #[test]
    fn what_was_deleted_here_comes_back_only_when_asked_for([here, there] in any_two()) {
        let mut plan = here.plan(&there.backup());
        let deleted = plan.deleted_here.clone();
        let mut restored = here.clone();
        restored.restore(&plan);
        let is_there = |storage: &Storage, slot| match storage.get(slot) {
            Some(Stored::Item(_, item)) => !item.is_deleted(),
            _ => false,
        };
        prop_assert!(deleted.iter().all(|slot| !is_there(&restored, slot)));
        plan.bring_back(Writer::new(99), NOW);
        let mut restored = here.clone();
        restored.restore(&plan);
        prop_assert!(deleted.iter().all(|slot| is_there(&restored, slot)));
        let again = restored.plan(&there.backup());
        prop_assert!(again.is_empty());
    }

    #[test]
    fn the_lists_of_a_plan_name_each_record_once([here, there] in any_two()) {
        let plan = here.plan(&there.backup());
        let lists = [&plan.adds, &plan.replaces, &plan.removes, &plan.keeps, &plan.conflicts];
        let mut slots: Vec<_> = lists.into_iter().flatten().collect();
        let all = slots.len();
        slots.sort();
        slots.dedup();
        prop_assert_eq!(slots.len(), all);
        prop_assert!(all <= there.0.len());
    }

    #[test]
    fn a_file_that_was_cut_is_refused(
        [full, _] in any_two(), at in any::<proptest::sample::Index>()
    ) {
        let text = full.backup();
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let why = if at == 0 { BackupError::Empty } else { BackupError::Damaged };
        prop_assert_eq!(Backup::read(&text[..at]), Err(why));
    }

    #[test]
    fn a_file_with_one_other_bit_is_refused(
        [full, _] in any_two(), at in any::<proptest::sample::Index>(), bit in 0..8_u32
    ) {
        let text = full.backup();
        // A file that is no longer UTF-8 does not come as far as this.
        if let Some(other) = changed_at(&text, at.index(text.len()), bit) {
            prop_assert!(Backup::read(&other).is_err());
        }
    }
}

#[test]
fn every_single_bit_of_a_small_file_counts() {
    let text = storage(&[("a", "one", 5)]).backup();
    for at in 0..text.len() {
        for bit in 0..8 {
            if let Some(other) = changed_at(&text, at, bit) {
                assert!(Backup::read(&other).is_err(), "{other}");
            }
        }
    }
}
