//! A device with several tabs and no browser: storage that can be full or forbidden, a disk that is
//! behind it, a journal that may not answer, and clocks that lie.
//!
//! Whoever includes this module has the crate's names in scope above it.

use super::{
    Clock, ItemForm, ItemStore, Journal, NOTE, RecordStore, Round, RowKey, SaveStatus, Seeds,
    Storage, StorageDenied, Timer, Wake,
};
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

type Answered = Rc<RefCell<Vec<(Round, bool)>>>;

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

/// One tab with the items of one kind.
pub struct Tab {
    /// What is in memory.
    pub items: ItemStore,
    /// What is kept.
    pub records: RecordStore,
    device: Device,
    number: u64,
    answered: Answered,
    /// When each timer is due, in true time.
    timers: Vec<(u64, Wake)>,
}

impl Tab {
    /// A tab with notes, just opened.
    pub fn new(device: &Device, number: u64) -> Self {
        Self::of(NOTE, device, number)
    }

    /// A tab with items of this form.
    pub fn of(form: ItemForm, device: &Device, number: u64) -> Self {
        Self::skewed(form, device, number, 0)
    }

    /// The same, with a clock that is wrong by so many milliseconds.
    pub fn skewed(form: ItemForm, device: &Device, number: u64, skew: i64) -> Self {
        let answered = Answered::default();
        let storage = Box::new(TabStorage(device.clone(), number));
        let clock = Box::new(TabClock(device.clone(), skew));
        let mut records = RecordStore::new(storage, clock, String::from("/"));
        let journal = TabJournal(device.clone(), answered.clone());
        records.set_journal(Box::new(journal), number);
        let mut tab = Self {
            items: ItemStore::new(form, seeds(number)),
            records,
            device: device.clone(),
            number,
            answered,
            timers: Vec::new(),
        };
        tab.load();
        tab.recover();
        tab
    }

    /// A tab where the browser keeps nothing.
    pub fn in_memory(device: &Device, number: u64) -> Self {
        let mut tab = Self::new(device, number);
        let clock = Box::new(TabClock(device.clone(), 0));
        tab.records = RecordStore::in_memory(clock, String::from("/"));
        tab.load();
        tab
    }

    /// Which tab it is.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Reads everything, as after an event that says that all has changed.
    pub fn load(&mut self) {
        self.read(false);
    }

    /// Comes back to sight.
    pub fn come_back(&mut self) {
        self.read(true);
    }

    fn read(&mut self, has_slept: bool) {
        if let Ok(timers) = self.items.load(&mut self.records, has_slept) {
            self.set(timers);
        }
        self.take_answers();
    }

    /// Takes in what the journal held.
    pub fn recover(&mut self) {
        let kind = self.items.kind();
        let recovered = self.records.recover(self.device.journal());
        let own = |items: Vec<_>| {
            let items = items.into_iter().filter(|(of, _)| *of == kind);
            items.map(|(_, item)| item).collect()
        };
        self.items.merge_stored(own(recovered.stored));
        self.items.merge(own(recovered.refused));
        self.set(recovered.timer);
        self.save_now();
    }

    /// Another tab changed this record.
    pub fn hear(&mut self, key: &str) {
        if let Ok(timers) = self.items.record_changed(key, &mut self.records) {
            self.set(timers);
        }
        self.take_answers();
    }

    /// Saves at once, as when the page hides.
    pub fn save_now(&mut self) {
        let timers = self.items.save(&mut self.records);
        self.set(timers);
        self.take_answers();
    }

    /// Nobody types for a moment, and what is unsaved is saved.
    pub fn save(&mut self) {
        self.device.pass(400);
        self.run_timers();
        self.save_now();
    }

    /// Runs every timer that is due.
    pub fn run_timers(&mut self) {
        loop {
            let now = self.device.time();
            let Some(at) = self.timers.iter().position(|(due, _)| *due <= now) else {
                return;
            };
            let (_, wake) = self.timers.remove(at);
            if let Wake::Release(put) = wake {
                let is_all_saved = !self.items.has_changes();
                self.records.release_journal(put, is_all_saved);
            }
            let timers = self.items.woke(wake, &mut self.records);
            self.set(timers);
            self.take_answers();
        }
    }

    /// So much time passes for this tab.
    pub fn pass(&mut self, millis: u64) {
        self.device.pass(millis);
        self.run_timers();
    }

    fn take_answers(&mut self) {
        let answers = std::mem::take(&mut *self.answered.borrow_mut());
        for (round, is_stored) in answers {
            let timer = self.items.journal_answered(round.number, is_stored);
            self.set(timer);
        }
    }

    fn set(&mut self, timers: impl IntoIterator<Item = Timer>) {
        let now = self.device.time();
        let due = |timer: Timer| now + u64::try_from(timer.after.as_millis()).expect("seconds");
        let timers = timers.into_iter().map(|timer| (due(timer), timer.wake));
        self.timers.extend(timers);
    }

    /// Erases everything, as *On this device* does.
    pub fn erase(&mut self) {
        assert_eq!(
            self.records.erase(self.number * 100 + self.device.time()),
            Ok(0)
        );
        self.restart();
    }

    /// Forgets what this tab knows, and reads what is kept.
    pub fn restart(&mut self) {
        let seeds = seeds(self.number + 50);
        let timers = self.items.restart(seeds, &mut self.records);
        self.set(timers.expect("storage can be read"));
    }

    /// Types into the first field of a row, at this time of the clock.
    pub fn type_in(&mut self, key: RowKey, text: &str, at: u64) {
        self.type_into(key, 0, text, at);
    }

    /// Types into a field of a row.
    pub fn type_into(&mut self, key: RowKey, field: usize, text: &str, at: u64) {
        let timer = self.items.write(key, field, text, Millis(at));
        self.set([timer]);
    }

    /// A new item with this text.
    pub fn note(&mut self, text: &str, at: u64) -> RowKey {
        let key = self.items.add_row(Millis(at));
        self.type_in(key, text, at);
        key
    }

    /// The texts of all rows that have one, from the top.
    pub fn texts(&self) -> Vec<String> {
        self.fields(0)
    }

    /// The same of another field.
    pub fn fields(&self, field: usize) -> Vec<String> {
        let rows = self.items.rows().into_iter();
        rows.filter_map(|key| self.items.text(key, field)).collect()
    }

    /// What is said of each row, from the top.
    pub fn statuses(&self) -> Vec<SaveStatus> {
        let rows = self.items.rows().into_iter();
        rows.map(|key| self.items.status(key)).collect()
    }
}

fn seeds(number: u64) -> Seeds {
    Seeds {
        writer: number,
        ids: number * 1_000,
    }
}

/// A device with two tabs.
pub fn tabs() -> (Device, Tab, Tab) {
    let device = Device::default();
    let (one, other) = (Tab::new(&device, 1), Tab::new(&device, 2));
    (device, one, other)
}
