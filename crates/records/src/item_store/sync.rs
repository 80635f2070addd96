//! The items and their records: saving, reading, and what other tabs did.

use super::{Absence, ItemStore};
use crate::autosave::Rested;
use crate::journal::WITHOUT_JOURNAL;
use crate::record_store::backup::include_item;
use crate::{RecordError, RecordStore, Round, Seeds, Timer, Wake};
use bearings_domain::backup::Record;
use bearings_domain::time::Millis;

impl ItemStore {
    /// Saves what has changed, now.
    pub fn save(&mut self, records: &mut RecordStore) -> Vec<Timer> {
        self.autosave.begin();
        if !self.has_changes() {
            self.stop_typing();
            return Vec::new();
        }
        let started = records.now();
        let (kind, number) = (self.kind(), self.begin_round());
        let (mut entries, mut timers) = (Vec::new(), Vec::new());
        for item in self.changed() {
            entries.push(records.journal_entry(kind, &item));
            match records.save_item(kind, &item) {
                Ok(stored) => self.mark_stored(stored),
                Err(why) => self.mark_refused(why),
            }
        }
        // Where nothing may outlive the page, nothing does.
        if self.is_lasting {
            timers.push(records.put_in_journal(Round { kind, number }, entries));
        }
        if self.unsaved_error().is_some() {
            timers.extend(self.autosave.retry());
        }
        self.autosave
            .took(records.now().0.saturating_sub(started.0));
        timers
    }

    /// A timer that this store asked for has come. [`Wake::Release`] is for the records alone:
    /// [`RecordStore::release_journal`].
    pub fn woke(&mut self, wake: Wake, records: &mut RecordStore) -> Vec<Timer> {
        match wake {
            Wake::Rest(keys) => match self.autosave.rested(keys, records.now()) {
                Rested::Paused => {
                    self.stop_typing();
                    self.save(records)
                }
                Rested::Due => self.save(records),
                Rested::Early => Vec::new(),
            },
            Wake::Retry => {
                self.autosave.retried();
                self.save(records)
            }
            Wake::Durable(round) => {
                self.mark_durable(round);
                Vec::new()
            }
            Wake::Release(_) => Vec::new(),
        }
    }

    /// The journal has answered for this round: what was saved in it is on the disk. Where there is
    /// no journal, it is when storage had the time to reach the disk.
    pub fn journal_answered(&mut self, round: u32, is_stored: bool) -> Option<Timer> {
        if is_stored {
            self.mark_durable(round);
            return None;
        }
        Some(Timer {
            after: WITHOUT_JOURNAL,
            wake: Wake::Durable(round),
        })
    }

    /// Reads every item, joins it with what this page knows, and forgets what was erased. A page
    /// that `has_slept` may have missed events.
    pub fn load(
        &mut self,
        records: &mut RecordStore,
        has_slept: bool,
    ) -> Result<Vec<Timer>, RecordError> {
        let found = records.load_items(self.kind())?;
        let mark = records.erased_mark();
        let absence = match (self.is_new_mark(mark.as_deref()), has_slept) {
            (true, true) => Absence::ErasedWhileAsleep,
            (true, false) => Absence::Erased,
            (false, _) => Absence::Evicted,
        };
        self.erased_mark = mark;
        (self.today, self.is_lasting) = (records.now(), records.is_lasting());
        (self.newer, self.unreadable) = (found.newer, found.unreadable);
        self.reconcile(found.items, found.ids, absence);
        // What is said of all items together may have changed.
        self.changes.is_list = true;
        Ok(self.save(records))
    }

    /// Another tab wrote or removed the record under `key`.
    pub fn record_changed(
        &mut self,
        key: &str,
        records: &mut RecordStore,
    ) -> Result<Vec<Timer>, RecordError> {
        let Some(id) = records.item_id(self.kind(), key) else {
            return Ok(Vec::new());
        };
        let Ok(item) = records.load_item(self.kind(), &id) else {
            // How many cannot be read is counted anew: the same record may come again and again.
            return self.load(records, false);
        };
        let is_erased = self.is_new_mark(records.erased_mark().as_deref());
        self.today = records.now();
        match item {
            Some(item) => self.merge_stored(vec![item]),
            None if is_erased => self.forget(&id),
            None => self.mark_evicted(&id),
        }
        // The other tab may have written before it received our event.
        Ok(self.save(records))
    }

    /// Forgets what this page knows, after records were erased or a transaction was taken back, and
    /// reads what is stored. Keys of rows are not used again.
    pub fn restart(
        &mut self,
        seeds: Seeds,
        records: &mut RecordStore,
    ) -> Result<Vec<Timer>, RecordError> {
        let rows = self.rows.restarted();
        *self = Self {
            rows,
            ..Self::new(self.form, seeds)
        };
        self.changes.is_list = true;
        self.load(records, false)
    }

    /// Joins records with what this page knows, which may be more than what could be saved. `now`
    /// is noted on their envelopes.
    pub fn add_unsaved_to(&self, records: &mut Vec<Record>, now: Millis) {
        for item in self.items.iter().filter(|item| !item.is_deleted()) {
            include_item(records, self.kind(), item, now);
        }
    }

    /// Whether something was erased on purpose since everything was read last.
    fn is_new_mark(&self, mark: Option<&str>) -> bool {
        mark.is_some() && self.erased_mark.as_deref() != mark
    }
}
