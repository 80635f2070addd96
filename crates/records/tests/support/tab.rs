//! A tab with the items of one kind.

use super::super::{
    ItemForm, ItemStore, NOTE, RecordStore, RowKey, SaveStatus, Seeds, Timer, Wake,
};
use super::device::{Answered, Device};
use bearings_domain::time::Millis;

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
        let mut records = device.record_store(number, skew);
        let (journal, answered) = device.tab_journal();
        records.set_journal(journal, number);
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
        tab.records = device.record_store_in_memory();
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
