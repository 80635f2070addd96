//! Storage that can be full or forbidden, a disk that is behind it, a journal that may not answer, and
//! clocks that lie.

use super::super::{Clock, Journal, RecordStore, Round, Storage, StorageDenied};
use bearings_domain::backup::Record;
use bearings_domain::time::Millis;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Storage is on the disk after so many milliseconds.
const TO_DISK: u64 = 5_000;

/// What the journal does with what it is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Answers {
    /// Takes it, and says so.
    #[default]
    Stored,
    /// Refuses it, and says so.
    Refused,
    /// Loses it, and says nothing.
    Silent,
}

#[derive(Default)]
struct State {
    /// What storage shows.
    shown: BTreeMap<String, String>,
    /// What would be left if the browser were killed now.
    on_disk: BTreeMap<String, String>,
    /// What is on its way there: since when, the key, the text.
    on_the_way: Vec<(u64, String, Option<String>)>,
    journal: BTreeMap<String, String>,
    /// True time, in milliseconds.
    time: u64,
    denies_reads: bool,
    denies_writes: bool,
    answers: Answers,
    changed_keys: Vec<(u64, String)>,
}

impl State {
    fn change(&mut self, tab: u64, key: &str, text: Option<String>) {
        match &text {
            Some(text) => self.shown.insert(key.to_owned(), text.clone()),
            None => self.shown.remove(key),
        };
        self.on_the_way.push((self.time, key.to_owned(), text));
        self.changed_keys.push((tab, key.to_owned()));
    }

    fn reach_the_disk(&mut self) {
        let now = self.time;
        for (since, key, text) in &self.on_the_way {
            if since + TO_DISK <= now {
                match text {
                    Some(text) => self.on_disk.insert(key.clone(), text.clone()),
                    None => self.on_disk.remove(key),
                };
            }
        }
        self.on_the_way.retain(|(since, ..)| since + TO_DISK > now);
    }
}

/// A device that tabs share.
#[derive(Clone, Default)]
pub struct Device(Rc<RefCell<State>>);

impl Device {
    /// The records as a tab sees them, without a journal; its clock is wrong by so many milliseconds.
    pub fn record_store(&self, tab: u64, skew: i64) -> RecordStore {
        let storage = Box::new(TabStorage(self.clone(), tab));
        RecordStore::new(storage, self.clock(skew), String::from("/"))
    }

    /// Records that end with the page: the browser keeps nothing.
    pub fn record_store_in_memory(&self) -> RecordStore {
        RecordStore::in_memory(self.clock(0), String::from("/"))
    }

    /// The journal as a tab sees it, and where it answers to.
    pub(super) fn tab_journal(&self) -> (Box<dyn Journal>, Answered) {
        let answered = Answered::default();
        let journal = TabJournal(self.clone(), Rc::clone(&answered));
        (Box::new(journal), answered)
    }

    fn clock(&self, skew: i64) -> Box<dyn Clock> {
        Box::new(TabClock(self.clone(), skew))
    }

    /// What storage shows, keys and texts.
    pub fn shown(&self) -> BTreeMap<String, String> {
        self.0.borrow().shown.clone()
    }

    /// How many records there are.
    pub fn records(&self) -> usize {
        let state = self.0.borrow();
        let keys = state.shown.keys();
        keys.filter(|key| key.starts_with("bearings:")).count()
    }

    /// Puts back what storage once showed, as a tab does that read before another wrote.
    pub fn show_again(&self, shown: BTreeMap<String, String>) {
        self.0.borrow_mut().shown = shown;
    }

    /// Writes a record past every tab.
    pub fn put(&self, key: &str, text: &str) {
        self.0.borrow_mut().change(0, key, Some(text.to_owned()));
    }

    /// Removes a record past every tab, and says so to none.
    pub fn remove(&self, key: &str) {
        self.0.borrow_mut().shown.remove(key);
    }

    /// The browser empties its storage.
    pub fn evict(&self) {
        self.0.borrow_mut().shown.clear();
    }

    /// Whether storage refuses what is written.
    pub fn deny_writes(&self, denies: bool) {
        self.0.borrow_mut().denies_writes = denies;
    }

    /// Whether storage may not be read.
    pub fn deny_reads(&self, denies: bool) {
        self.0.borrow_mut().denies_reads = denies;
    }

    /// What the journal does from now on.
    pub fn journal_answers(&self, answers: Answers) {
        self.0.borrow_mut().answers = answers;
    }

    /// What the journal holds.
    pub fn journal(&self) -> Vec<Record> {
        let state = self.0.borrow();
        let entries = state.journal.iter();
        entries.map(|(name, text)| record(name, text)).collect()
    }

    /// Puts an entry into the journal past every tab.
    pub fn put_in_journal(&self, name: &str, text: &str) {
        let mut state = self.0.borrow_mut();
        state.journal.insert(name.to_owned(), text.to_owned());
    }

    /// Sets the true time, in milliseconds.
    pub fn set_time(&self, time: u64) {
        self.0.borrow_mut().time = time;
    }

    /// The true time, in milliseconds.
    pub fn time(&self) -> u64 {
        self.0.borrow().time
    }

    /// Time passes, and what is old enough reaches the disk.
    pub fn pass(&self, millis: u64) {
        let mut state = self.0.borrow_mut();
        state.time += millis;
        state.reach_the_disk();
    }

    /// The browser is killed: what had not reached the disk is gone.
    pub fn crash(&self) {
        let mut state = self.0.borrow_mut();
        state.shown = state.on_disk.clone();
        state.on_the_way.clear();
        state.changed_keys.clear();
    }

    /// Which records were written or removed since this was asked last, and by which tab.
    pub fn changed_keys(&self) -> Vec<(u64, String)> {
        std::mem::take(&mut self.0.borrow_mut().changed_keys)
    }
}

fn record(name: &str, text: &str) -> Record {
    Record {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

/// The device's storage, as one tab sees it.
struct TabStorage(Device, u64);

impl Storage for TabStorage {
    fn names(&self) -> Result<Vec<String>, StorageDenied> {
        let state = self.0.0.borrow();
        if state.denies_reads {
            return Err(StorageDenied);
        }
        Ok(state.shown.keys().cloned().collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageDenied> {
        let state = self.0.0.borrow();
        if state.denies_reads {
            return Err(StorageDenied);
        }
        Ok(state.shown.get(key).cloned())
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), StorageDenied> {
        let mut state = self.0.0.borrow_mut();
        if state.denies_writes {
            return Err(StorageDenied);
        }
        state.change(self.1, key, Some(value.to_owned()));
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageDenied> {
        self.0.0.borrow_mut().change(self.1, key, None);
        Ok(())
    }
}

/// A clock that is wrong by so many milliseconds.
struct TabClock(Device, i64);

impl Clock for TabClock {
    fn now(&self) -> Millis {
        Millis(self.0.time().saturating_add_signed(self.1))
    }
}

/// What the journal has answered, and the tab has not taken in yet.
pub(super) type Answered = Rc<RefCell<Vec<(Round, bool)>>>;

struct TabJournal(Device, Answered);

impl Journal for TabJournal {
    fn put(&mut self, round: Round, entries: Vec<Record>) {
        let mut state = self.0.0.borrow_mut();
        let answers = state.answers;
        if answers == Answers::Stored {
            let entries = entries.into_iter().map(|entry| (entry.name, entry.text));
            state.journal.extend(entries);
        }
        if answers != Answers::Silent {
            let is_stored = answers == Answers::Stored;
            self.1.borrow_mut().push((round, is_stored));
        }
    }

    fn remove(&mut self, entries: Vec<Record>) {
        let mut state = self.0.0.borrow_mut();
        for entry in entries {
            if state.journal.get(&entry.name) == Some(&entry.text) {
                state.journal.remove(&entry.name);
            }
        }
    }

    fn clear(&mut self) {
        self.0.0.borrow_mut().journal.clear();
    }
}
