//! All records at once: reading them, and changing several or none.

use super::{RecordError, RecordStore, StorageDenied};
use bearings_domain::backup::{Record, Transaction, Write};
use bearings_domain::store;

/// Why changes were not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TransactionError {
    /// Something else was written meanwhile. Nothing was done.
    Changed,
    /// The browser refused a change. Those before it were taken back.
    Denied,
    /// The browser refused a change, and then refused to take others back.
    RollbackFailed,
}

impl RecordStore {
    /// Every record of this copy of the app as it is, those set aside included.
    pub fn read_all(&self) -> Result<Vec<Record>, RecordError> {
        match self.readable() {
            (all, true) => Ok(all),
            _ => Err(RecordError::Blocked),
        }
    }

    /// The records that the browser lets us read, and whether they are all that there are.
    pub fn readable(&self) -> (Vec<Record>, bool) {
        let Ok(names) = self.names() else {
            return (Vec::new(), false);
        };
        let prefix = store::prefix(&self.base);
        let (mut readable, mut are_all) = (Vec::new(), true);
        for key in names {
            let name = key.strip_prefix(&prefix).unwrap_or(&key).to_owned();
            match self.storage.read(&key) {
                Ok(Some(text)) => readable.push(Record { name, text }),
                // Another tab may have removed it since its name was read.
                Ok(None) => {}
                Err(StorageDenied) => are_all = false,
            }
        }
        (readable, are_all)
    }

    /// Makes all changes or none, and reads each back.
    pub fn apply(&mut self, transaction: &Transaction) -> Result<(), TransactionError> {
        for write in &transaction.writes {
            match self.storage.read(&write.key) {
                Ok(there) if there == write.before => {}
                Ok(_) => return Err(TransactionError::Changed),
                Err(StorageDenied) => return Err(TransactionError::Denied),
            }
        }
        for write in &transaction.writes {
            if self.put(write).is_err() {
                return Err(self.roll_back(&transaction.undo));
            }
        }
        Ok(())
    }

    pub(super) fn names(&self) -> Result<Vec<String>, RecordError> {
        let prefix = store::prefix(&self.base);
        let mut names = self
            .storage
            .names()
            .map_err(|StorageDenied| RecordError::Blocked)?;
        names.retain(|name| name.starts_with(&prefix));
        Ok(names)
    }

    /// Takes a transaction back, on purpose: `mark` tells other tabs so, and the journal is cleared,
    /// for its entries would bring back what goes. Memory must then be dropped, not merged.
    pub fn undo(&mut self, back: &Transaction, mark: u64) -> Result<(), TransactionError> {
        self.mark_erased(mark);
        self.apply(back)?;
        self.clear_journal();
        Ok(())
    }

    fn roll_back(&mut self, undo: &[Write]) -> TransactionError {
        let mut outcome = TransactionError::Denied;
        for write in undo {
            let was_made = self.storage.read(&write.key) == Ok(write.before.clone());
            if was_made && self.put(write).is_err() {
                outcome = TransactionError::RollbackFailed;
            }
        }
        outcome
    }

    fn put(&mut self, write: &Write) -> Result<(), StorageDenied> {
        match &write.after {
            Some(text) => self.storage.write(&write.key, text)?,
            None => self.storage.remove(&write.key)?,
        }
        if self.storage.read(&write.key)? == write.after {
            Ok(())
        } else {
            Err(StorageDenied)
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
