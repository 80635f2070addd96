//! All records at once: to take along, to bring back, to erase.

use super::{Keeper, Notice, Refused};
use bearings_domain::backup::{Applied, Record, Write};
use bearings_domain::store;

/// Why changes were not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// Something else was written meanwhile. Nothing was done.
    Changed,
    /// The browser refused one of them. Those before it were taken back.
    Refused,
    /// The browser refused one of them, and then refused to take others back.
    Partly,
}

impl Keeper {
    /// The path that this copy of the app lives at, which is in the names of its records.
    pub fn base(&self) -> &str {
        &self.base
    }

    /// Every record of this copy of the app as it stands there, those set aside included.
    pub fn all(&self) -> Result<Vec<Record>, Notice> {
        match self.readable() {
            (all, true) => Ok(all),
            _ => Err(Notice::Blocked),
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
            match self.records.read(&key) {
                Ok(Some(text)) => readable.push(Record { name, text }),
                // Another tab may have removed it since its name was read.
                Ok(None) => {}
                Err(Refused) => are_all = false,
            }
        }
        (readable, are_all)
    }

    /// Makes all changes or none, and reads each back.
    pub fn perform(&mut self, applied: &Applied) -> Result<(), Broken> {
        for write in &applied.writes {
            match self.records.read(&write.key) {
                Ok(there) if there == write.before => {}
                Ok(_) => return Err(Broken::Changed),
                Err(Refused) => return Err(Broken::Refused),
            }
        }
        for write in &applied.writes {
            if self.put(write).is_err() {
                return Err(self.take_back(&applied.undo));
            }
        }
        Ok(())
    }

    /// Removes every record of this copy of the app, whoever wrote it, and returns how many are
    /// there afterwards. The mark tells other tabs that it was done on purpose.
    pub fn erase(&mut self, mark: u64) -> Result<usize, Notice> {
        let is_marked = self.mark_erased(mark);
        for key in self.names()? {
            // Whether it worked is seen below.
            _ = self.records.remove(&key);
        }
        if !is_marked {
            // There is room now.
            self.mark_erased(mark);
        }
        self.names().map(|left| left.len())
    }

    /// Leaves a mark that records are taken away on purpose, before they are. A tab that slept, and
    /// finds nothing, knows by it that nothing was lost. A random number: it says that somebody
    /// erased something, and nothing else. Returns whether it is there.
    pub fn mark_erased(&mut self, mark: u64) -> bool {
        let key = self.mark_key();
        self.write_checked(&key, &mark.to_string()).is_ok()
    }

    /// The mark that was left last.
    pub fn erased(&self) -> Option<String> {
        self.records.read(&self.mark_key()).ok().flatten()
    }

    /// No record of the person, so it does not lie among them.
    fn mark_key(&self) -> String {
        ["bearings-erased:", &self.base].concat()
    }

    fn names(&self) -> Result<Vec<String>, Notice> {
        let prefix = store::prefix(&self.base);
        let mut names = self.records.names().map_err(|Refused| Notice::Blocked)?;
        names.retain(|name| name.starts_with(&prefix));
        Ok(names)
    }

    fn take_back(&mut self, undo: &[Write]) -> Broken {
        let mut outcome = Broken::Refused;
        for write in undo {
            let was_made = self.records.read(&write.key) == Ok(write.before.clone());
            if was_made && self.put(write).is_err() {
                outcome = Broken::Partly;
            }
        }
        outcome
    }

    fn put(&mut self, write: &Write) -> Result<(), Refused> {
        match &write.after {
            Some(text) => self.records.write(&write.key, text)?,
            None => self.records.remove(&write.key)?,
        }
        if self.records.read(&write.key)? == write.after {
            Ok(())
        } else {
            Err(Refused)
        }
    }
}

#[cfg(test)]
mod tests;
