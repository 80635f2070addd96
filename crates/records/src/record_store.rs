//! Keeps records on the device without ever losing one in silence.
//!
//! The rules (`docs/storage.md`, "Records"): a record that cannot be read is set aside
//! under another name, never overwritten; a record of a newer version is left alone; nothing
//! counts as saved before it has been read back.

pub(crate) mod backup;
mod erase;
mod items;
mod journal;
mod transaction;

pub use backup::include;
pub use items::StoredItems;
pub use journal::Recovered;
pub use transaction::TransactionError;

use crate::journal::JournalLog;
use crate::{
    Clock, Journal, MemoryStorage, NoJournal, RecordError, StoppedClock, Storage, StorageDenied,
};
use bearings_domain::store::{self, Kind, Read, SingleRecord, StoreError};
use bearings_domain::time::Millis;

/// Reads and writes the records of this copy of the app.
pub struct RecordStore {
    storage: Box<dyn Storage>,
    clock: Box<dyn Clock>,
    journal: Box<dyn Journal>,
    log: JournalLog,
    base: String,
    is_lasting: bool,
}

impl Default for RecordStore {
    fn default() -> Self {
        Self::in_memory(Box::<StoppedClock>::default(), String::new())
    }
}

impl RecordStore {
    /// Over lasting storage, for the copy of the app that lives at `base`.
    pub fn new(storage: Box<dyn Storage>, clock: Box<dyn Clock>, base: String) -> Self {
        Self {
            storage,
            clock,
            journal: Box::new(NoJournal),
            log: JournalLog::default(),
            base,
            is_lasting: true,
        }
    }

    /// Forgets everything when the page closes.
    pub fn in_memory(clock: Box<dyn Clock>, base: String) -> Self {
        Self {
            is_lasting: false,
            ..Self::new(Box::<MemoryStorage>::default(), clock, base)
        }
    }

    /// Now, as the device tells it.
    pub fn now(&self) -> Millis {
        self.clock.now()
    }

    /// Whether what is saved outlives the page.
    pub fn is_lasting(&self) -> bool {
        self.is_lasting
    }

    /// The path that this copy of the app lives at, which is in the names of its records.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// The name under which `kind` is kept.
    pub fn key(&self, kind: Kind) -> String {
        store::key(&self.base, kind)
    }

    /// What is kept, or nothing. An error says when something was there but could not be used;
    /// a damaged record has then been set aside.
    pub fn load<R: SingleRecord>(&mut self) -> Result<Option<R>, RecordError> {
        self.read(&self.key(R::KIND), R::decode)
    }

    /// What the record under `key` holds; see [`RecordStore::load`].
    fn read<T>(
        &mut self,
        key: &str,
        decode: impl FnOnce(&str) -> Result<Read<T>, StoreError>,
    ) -> Result<Option<T>, RecordError> {
        let read = self.storage.read(key);
        let Some(text) = read.map_err(|StorageDenied| RecordError::Blocked)? else {
            return Ok(None);
        };
        match decode(&text) {
            Ok(read) => Ok(Some(read.into_value())),
            Err(StoreError::Newer { .. }) => Err(RecordError::Newer),
            Err(StoreError::Damaged { .. }) => {
                self.quarantine(key, &text)?;
                Err(RecordError::Damaged)
            }
        }
    }

    /// Joins what is kept with what is new, writes it, reads it back, and returns what is now
    /// kept. On an error the record is what it was before (or, if damaged, set aside).
    pub fn save<R: SingleRecord>(
        &mut self,
        join: impl FnOnce(Option<R>) -> R,
    ) -> Result<R, RecordError> {
        let kept = match self.load() {
            Err(RecordError::Damaged) => None,
            other => other?,
        };
        let value = join(kept);
        let text = value.encode(self.now());
        self.write_checked(&self.key(R::KIND), &text)?;
        Ok(value)
    }

    /// Removes the record of its kind, unless a newer version of the app wrote it.
    pub fn remove<R: SingleRecord>(&mut self) -> Result<(), RecordError> {
        match self.load::<R>() {
            Ok(_) | Err(RecordError::Damaged) => self
                .storage
                .remove(&self.key(R::KIND))
                .map_err(|StorageDenied| RecordError::Full),
            Err(error) => Err(error),
        }
    }

    /// Copies a damaged record to another name, and only then removes it from its own.
    fn quarantine(&mut self, key: &str, text: &str) -> Result<(), RecordError> {
        let aside = store::quarantine_key(key, self.now());
        // Not the text that was read: a record written by another program may not be valid text,
        // and is kept as it is.
        let copied = self.storage.copy(key, &aside);
        self.checked(copied, &aside, text)?;
        let removed = self.storage.remove(key);
        removed.map_err(|StorageDenied| RecordError::Full)
    }

    fn write_checked(&mut self, key: &str, text: &str) -> Result<(), RecordError> {
        let written = self.storage.write(key, text);
        self.checked(written, key, text)
    }

    /// Nothing counts as written before it has been read back.
    fn checked(
        &self,
        done: Result<(), StorageDenied>,
        key: &str,
        text: &str,
    ) -> Result<(), RecordError> {
        done.map_err(|StorageDenied| RecordError::Full)?;
        match self.storage.read(key) {
            Ok(Some(kept)) if kept == text => Ok(()),
            _ => Err(RecordError::Full),
        }
    }
}

#[cfg(test)]
mod tests;
