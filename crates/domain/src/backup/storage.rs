//! A browser's storage, for the tests.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::items::simulation::{any_acts, live};
use crate::progress::tests::any_progress;
use crate::settings::tests::any_settings;
use crate::store::tests::any_position;
use crate::store::{ItemKind, Kind, prefix};
use crate::{Items, Position};

pub const BASE: &str = "/guide/";
pub const NOW: Millis = Millis(1_795_363_200_000);

/// What lies in storage, by key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Storage(pub BTreeMap<String, String>);

impl Storage {
    pub fn records(&self) -> Vec<Record> {
        let name = |key: &str| key.strip_prefix(&prefix(BASE)).map(str::to_owned);
        let record = |(key, text): (&String, &String)| Record {
            name: name(key).expect("only our keys are there"),
            text: text.clone(),
        };
        self.0.iter().map(record).collect()
    }

    pub fn put(&mut self, name: &str, text: &str) {
        self.0
            .insert([&prefix(BASE), name].concat(), text.to_owned());
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.0
            .get(&[&prefix(BASE), name].concat())
            .map(String::as_str)
    }

    pub fn store(&mut self, slot: &Slot, value: &Stored) {
        self.put(&slot.name(), &value.encode(NOW));
    }

    pub fn store_items(&mut self, kind: ItemKind, items: &Items) {
        for item in items.iter() {
            let slot = Slot::Item(kind, item.id().clone());
            self.store(&slot, &Stored::Item(kind, item.clone()));
        }
    }

    #[track_caller]
    pub fn get(&self, slot: &Slot) -> Option<Stored> {
        let read = slot.decode(self.text(&slot.name())?);
        Some(read.expect("it can be read").into_value())
    }

    #[track_caller]
    pub fn items(&self, kind: ItemKind) -> Items {
        let records = self.records().into_iter();
        let slots = records.filter_map(|record| Slot::parse(&record.name));
        let items = slots.filter_map(|slot| match self.get(&slot) {
            Some(Stored::Item(known, item)) if known == kind => Some(item),
            _ => None,
        });
        items.collect()
    }

    pub fn backup(&self) -> String {
        Backup::write(&self.records(), "build-7", NOW)
    }

    #[track_caller]
    pub fn plan(&self, backup: &str) -> RestorePlan {
        let backup = Backup::read(backup).expect("the backup is whole");
        RestorePlan::new(&self.records(), &backup, NOW)
    }

    /// Restores, and checks that undoing it gives back exactly what was there.
    #[track_caller]
    pub fn restore(&mut self, plan: &RestorePlan) {
        let before = self.clone();
        let applied = plan.transaction(BASE);
        self.perform(&applied.writes);
        let mut undone = self.clone();
        undone.perform(&applied.undo);
        assert_eq!(undone, before, "undoing gives back what was there");
    }

    #[track_caller]
    pub fn perform(&mut self, writes: &[Write]) {
        for write in writes {
            assert!(write.key.starts_with(&prefix(BASE)), "{}", write.key);
            assert_eq!(self.0.get(&write.key), write.before.as_ref());
            match &write.after {
                Some(text) => self.0.insert(write.key.clone(), text.clone()),
                None => self.0.remove(&write.key),
            };
        }
    }
}

/// The storage of two devices that have something in common. In each there is something.
pub fn any_two() -> impl Strategy<Value = [Storage; 2]> {
    let one = || {
        (
            proptest::option::of(any_position()),
            proptest::option::of(any_progress()),
            any_settings().prop_map(Some),
        )
    };
    (one(), one(), any_acts(25), any_acts(12)).prop_map(|(one, other, notes, cards)| {
        let ([a, b, _], [c, d, _]) = (live(&notes), live(&cards));
        // Times that clocks tell, and few, so that devices share moments.
        let tell = |position: Position| Position {
            at: Millis(position.at.0 % 12),
            ..position
        };
        let make = |(position, progress, settings), notes: &Items, cards: &Items| {
            let mut storage = Storage::default();
            let values = [
                (
                    Kind::Position,
                    Option::map(position, |position| Stored::Position(tell(position))),
                ),
                (Kind::Progress, Option::map(progress, Stored::Progress)),
                (Kind::Settings, Option::map(settings, Stored::Settings)),
            ];
            for (kind, value) in values {
                if let Some(value) = value {
                    storage.store(&Slot::One(kind), &value);
                }
            }
            storage.store_items(ItemKind::Note, notes);
            storage.store_items(ItemKind::Card, cards);
            storage
        };
        [
            make(one, &a.items, &c.items),
            make(other, &b.items, &d.items),
        ]
    })
}
