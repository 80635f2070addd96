//! A device, its tabs, and what must be true of them.

use super::Act;
use super::person::Person;
use crate::SaveStatus;
use crate::testing::{Answers, Device};
use bearings_domain::ids::ItemId;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// A Monday in 2026: days of skew reach back from it.
const START: u64 = 1_795_363_200_000;
/// A record of a release that comes later.
const NEWER: &str = r#"{"app":"bearings","kind":"note","v":99,"at":1,"sum":"0","data":{}}"#;
const NEWER_KEY: &str = "bearings:/:note:zz9";
const NEWER_ENTRY: &str = "note:zz8@77";

/// All of it, and what must be true of it.
pub(super) struct World {
    pub device: Device,
    pub people: Vec<Person>,
    /// How many texts were typed: each is another.
    typed: usize,
    /// The texts that nobody typed over, cleared or deleted, and the items they were typed into.
    pub must_stay: BTreeMap<String, Vec<ItemId>>,
    /// The items that somebody deleted.
    deleted: BTreeSet<ItemId>,
    /// Numbers of tabs, none used twice.
    pub tabs: u64,
}

impl World {
    pub fn new(people: usize) -> Self {
        let device = Device::default();
        device.set_time(START);
        device.put(NEWER_KEY, NEWER);
        device.put_in_journal(NEWER_ENTRY, NEWER);
        device.pass(10_000);
        device.changed_keys();
        let mut world = Self {
            device,
            people: Vec::new(),
            typed: 0,
            must_stay: BTreeMap::new(),
            deleted: BTreeSet::new(),
            tabs: 0,
        };
        world.open(people);
        world
    }

    fn open(&mut self, people: usize) {
        for at in 0..people {
            self.tabs += 1;
            self.people.push(Person::open(&self.device, at, self.tabs));
        }
        self.deliver();
    }

    pub fn act(&mut self, act: Act) {
        let people = self.people.len();
        match act {
            Act::Type { tab, row } => {
                let person = &mut self.people[tab % people];
                if person.is_asleep {
                    person.wake();
                }
                let key = person.row(row);
                let text = format!("text {}", self.typed);
                self.typed += 1;
                if let Some(before) = person.tab.items.text(key, 0) {
                    self.must_stay.remove(&before);
                }
                let is_deleted_elsewhere = person.has_missed_deletion(key, &self.deleted);
                person.type_in(key, &text);
                if !is_deleted_elsewhere {
                    self.must_stay.insert(text, person.ids(key));
                }
            }
            Act::Clear { tab, row } | Act::Delete { tab, row } => {
                let person = &mut self.people[tab % people];
                if person.is_asleep {
                    person.wake();
                }
                let key = person.row(row);
                let ids = person.ids(key);
                if let Some(before) = person.tab.items.text(key, 0) {
                    self.must_stay.remove(&before);
                }
                if matches!(act, Act::Clear { .. }) {
                    person.type_in(key, "");
                } else {
                    let now = person.tab.records.now();
                    person.tab.items.delete(key, now);
                    person.tab.save_now();
                    person.deleted.push(key);
                }
                person.typed = None;
                self.forget(ids);
            }
            Act::Undo { tab } => {
                let person = &mut self.people[tab % people];
                if let Some(key) = person.deleted.pop() {
                    let now = person.tab.records.now();
                    person.tab.items.undo_delete(key, now);
                    person.tab.save_now();
                }
            }
            Act::Pass { millis } => {
                self.device.pass(millis);
                for person in &mut self.people {
                    person.tab.run_timers();
                }
            }
            Act::Hear { tab } => self.people[tab % people].hear(),
            Act::Sleep { tab } => {
                let person = &mut self.people[tab % people];
                person.tab.save_now();
                person.is_asleep = true;
            }
            Act::Wake { tab } => self.people[tab % people].wake(),
            Act::DenyReads(denies) => self.device.deny_reads(denies),
            Act::DenyWrites(denies) => self.device.deny_writes(denies),
            Act::Journal(answers) => self.device.journal_answers(answers),
            Act::Crash => self.crash(),
        }
        self.deliver();
    }

    /// What the tab that it was typed in calls saved outlives it, and nothing else has to. Another tab
    /// that only received it takes the writer's word for it.
    fn crash(&mut self) {
        let mut saved = BTreeSet::new();
        for Person { tab, own, .. } in &self.people {
            for key in tab.items.rows() {
                if matches!(tab.items.status(key), SaveStatus::Saved(_)) {
                    let text = tab.items.text(key, 0);
                    saved.extend(text.filter(|text| own.contains(text)));
                }
            }
        }
        self.must_stay.retain(|text, _| saved.contains(text));
        self.device.crash();
        let people = self.people.len();
        self.people.clear();
        self.open(people);
    }

    /// Events of storage reach the other tabs that are awake.
    fn deliver(&mut self) {
        for (tab, key) in self.device.changed_keys() {
            for person in &mut self.people {
                if person.tab.number() != tab && !person.is_asleep {
                    person.inbox.push(key.clone());
                }
            }
        }
    }

    /// What holds at every moment.
    pub fn check(&self) -> Result<(), TestCaseError> {
        for (at, person) in self.people.iter().enumerate() {
            // Somebody who saw these words may have written others in their place.
            let typed = person.typed.as_ref();
            let typed = typed.filter(|(_, text)| self.must_stay.contains_key(text));
            if let Some((key, text)) = typed {
                let shown = person.tab.items.text(*key, 0);
                let is_gone = person.tab.items.status(*key) == SaveStatus::Gone;
                prop_assert!(
                    is_gone || shown.as_ref() == Some(text),
                    "tab {at}: {text:?} became {shown:?} under the hand"
                );
            }
            for text in person.tab.texts().iter().filter(|text| !text.is_empty()) {
                let number = text
                    .strip_prefix("text ")
                    .and_then(|it| it.parse::<usize>().ok());
                prop_assert!(
                    number.is_some_and(|number| number < self.typed),
                    "tab {at} shows {text:?}, which nobody typed"
                );
            }
        }
        let shown = self.device.shown();
        let newer = shown.get(NEWER_KEY).map(String::as_str);
        prop_assert_eq!(
            newer,
            Some(NEWER),
            "a record of a newer release has changed"
        );
        let journal = self.device.journal();
        let mut newer = journal.iter().filter(|entry| entry.name == NEWER_ENTRY);
        prop_assert!(
            newer.any(|entry| entry.text == NEWER),
            "an entry of a newer release is gone"
        );
        Ok(())
    }

    /// Somebody deleted these items: what other tabs and the records have of them may go with them. A
    /// deletion wins over what was written before it *by the clocks*, and those may lie; a row that
    /// somebody is in says so, keeps its words in sight, and comes back with the next one.
    fn forget(&mut self, ids: Vec<ItemId>) {
        let is_of = |of: &[ItemId]| of.iter().any(|id| ids.contains(id));
        self.must_stay.retain(|_, of| !is_of(of));
        for person in &self.people {
            for key in person.tab.items.rows() {
                if is_of(&person.ids(key)) {
                    let text = person.tab.items.text(key, 0).unwrap_or_default();
                    self.must_stay.remove(&text);
                }
            }
        }
        self.deleted.extend(ids);
    }

    /// Everything is allowed again, heard and saved.
    pub fn settle(&mut self) {
        self.device.deny_reads(false);
        self.device.deny_writes(false);
        self.device.journal_answers(Answers::Stored);
        for person in &mut self.people {
            person.wake();
        }
        for _round in 0..4 {
            self.device.pass(4_500);
            for person in &mut self.people {
                person.tab.run_timers();
                person.tab.save_now();
            }
            self.deliver();
            for person in &mut self.people {
                person.hear();
            }
            self.deliver();
        }
    }
}
