//! Keeps records on the device without ever losing one in silence.
//!
//! The rules (`docs/storage.md`, "Records"): a record that cannot be read is set aside
//! under another name, never overwritten; a record of a newer version is left alone; nothing
//! counts as saved before it has been read back.

use super::notice::Notice;
use bearings_domain::store::{self, Kind, Read, StoreError};
use bearings_domain::time::Millis;

/// Named texts that outlive the page.
pub trait Records {
    /// The names of all records, also of those that are not ours.
    fn names(&self) -> Result<Vec<String>, Refused>;
    /// The record under `key`, or nothing.
    fn read(&self, key: &str) -> Result<Option<String>, Refused>;
    /// Writes `value` under `key`.
    fn write(&mut self, key: &str, value: &str) -> Result<(), Refused>;
    /// Writes what is under `from` under `to` as well.
    fn copy(&mut self, from: &str, to: &str) -> Result<(), Refused> {
        match self.read(from)? {
            Some(text) => self.write(to, &text),
            None => Ok(()),
        }
    }
    /// Removes `key`; removing what is not there is no error.
    fn remove(&mut self, key: &str) -> Result<(), Refused>;
}

/// The browser did not let us read or write. Its own names for the reason differ by engine and
/// change nothing in what has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Refused;

/// Records that end with the page: used when the browser keeps nothing for us.
#[derive(Debug, Default)]
pub struct MemoryRecords(Vec<(String, String)>);

impl Records for MemoryRecords {
    fn names(&self) -> Result<Vec<String>, Refused> {
        Ok(self.0.iter().map(|(name, _)| name.clone()).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        let found = self.0.iter().find(|(name, _)| name == key);
        Ok(found.map(|(_, value)| value.clone()))
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), Refused> {
        self.remove(key)?;
        self.0.push((key.to_owned(), value.to_owned()));
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), Refused> {
        self.0.retain(|(name, _)| name != key);
        Ok(())
    }
}

/// How one kind of record is written and read; the functions are `bearings_domain::store`'s.
pub struct Format<T> {
    /// Which record this is.
    pub kind: Kind,
    /// Reads a record.
    pub decode: fn(&str) -> Result<Read<T>, StoreError>,
    /// Writes a record.
    pub encode: fn(&T, Millis) -> String,
}

/// Reads and writes the records of this copy of the app.
pub struct Keeper {
    records: Box<dyn Records>,
    base: String,
    lasting: bool,
}

impl Default for Keeper {
    fn default() -> Self {
        Self::in_memory(String::new())
    }
}

impl Keeper {
    /// A keeper over lasting records, for the copy of the app that lives at `base`.
    pub fn new(records: Box<dyn Records>, base: String) -> Self {
        Self {
            records,
            base,
            lasting: true,
        }
    }

    /// A keeper that forgets everything when the page closes.
    pub fn in_memory(base: String) -> Self {
        Self {
            records: Box::<MemoryRecords>::default(),
            base,
            lasting: false,
        }
    }

    /// Whether what is saved outlives the page.
    pub fn is_lasting(&self) -> bool {
        self.lasting
    }

    /// The name under which `kind` is kept.
    pub fn key(&self, kind: Kind) -> String {
        store::key(&self.base, kind)
    }

    /// What is kept, or nothing. A notice says when something was there but could not be used;
    /// a damaged record has then been set aside.
    pub fn load<T>(&mut self, format: &Format<T>, now: Millis) -> Result<Option<T>, Notice> {
        self.read(&self.key(format.kind), format.decode, now)
    }

    /// What the record under `key` holds; see [`Keeper::load`].
    fn read<T>(
        &mut self,
        key: &str,
        decode: impl FnOnce(&str) -> Result<Read<T>, StoreError>,
        now: Millis,
    ) -> Result<Option<T>, Notice> {
        let Some(text) = self.records.read(key).map_err(|Refused| Notice::Blocked)? else {
            return Ok(None);
        };
        match decode(&text) {
            Ok(read) => Ok(Some(read.into_value())),
            Err(StoreError::Newer { .. }) => Err(Notice::Newer),
            Err(StoreError::Damaged { .. }) => {
                self.set_aside(key, &text, now)?;
                Err(Notice::Damaged)
            }
        }
    }

    /// Joins what is kept with what is new, writes it, reads it back, and returns what is now
    /// kept. On a notice the record is what it was before (or, if damaged, set aside).
    pub fn save<T>(
        &mut self,
        format: &Format<T>,
        now: Millis,
        join: impl FnOnce(Option<T>) -> T,
    ) -> Result<T, Notice> {
        let kept = match self.load(format, now) {
            Err(Notice::Damaged) => None,
            other => other?,
        };
        let value = join(kept);
        let key = self.key(format.kind);
        let text = (format.encode)(&value, now);
        self.write_checked(&key, &text)?;
        Ok(value)
    }

    /// Removes the record of `kind`, unless a newer version of the app wrote it.
    pub fn remove<T>(&mut self, format: &Format<T>, now: Millis) -> Result<(), Notice> {
        match self.load(format, now) {
            Ok(_) | Err(Notice::Damaged) => self
                .records
                .remove(&self.key(format.kind))
                .map_err(|Refused| Notice::Full),
            Err(notice) => Err(notice),
        }
    }

    /// Copies a damaged record to another name, and only then removes it from its own.
    fn set_aside(&mut self, key: &str, text: &str, now: Millis) -> Result<(), Notice> {
        let aside = store::quarantine_key(key, now);
        // Not the text that was read: what somebody else wrote may not be text, and is kept as it is.
        let copied = self.records.copy(key, &aside);
        self.checked(copied, &aside, text)?;
        self.records.remove(key).map_err(|Refused| Notice::Full)
    }

    fn write_checked(&mut self, key: &str, text: &str) -> Result<(), Notice> {
        let written = self.records.write(key, text);
        self.checked(written, key, text)
    }

    /// Nothing counts as written before it has been read back.
    fn checked(&self, done: Result<(), Refused>, key: &str, text: &str) -> Result<(), Notice> {
        done.map_err(|Refused| Notice::Full)?;
        match self.records.read(key) {
            Ok(Some(kept)) if kept == text => Ok(()),
            _ => Err(Notice::Full),
        }
    }
}

mod items;
mod whole;

pub(super) use items::decode;

#[cfg(test)]
mod tests;

pub use whole::Broken;
