//! Erasing, and the mark that tells it from a browser that has emptied its storage.

use super::{RecordError, RecordStore};

impl RecordStore {
    /// Removes every record of this copy of the app, whoever wrote it, and returns how many are
    /// there afterwards. The mark tells other tabs that it was done on purpose; the journal is
    /// cleared too.
    pub fn erase(&mut self, mark: u64) -> Result<usize, RecordError> {
        let is_marked = self.mark_erased(mark);
        self.clear_journal();
        for key in self.names()? {
            // Whether it worked is seen below.
            _ = self.storage.remove(&key);
        }
        if !is_marked {
            // There is room now.
            self.mark_erased(mark);
        }
        self.names().map(|left| left.len())
    }

    /// Leaves a mark that records are taken away on purpose, before they are. A tab that missed the
    /// event tells erasing from eviction by it. A random number: it says that somebody erased
    /// something, and nothing else. Returns whether it is there.
    pub fn mark_erased(&mut self, mark: u64) -> bool {
        let key = self.mark_key();
        self.write_checked(&key, &mark.to_string()).is_ok()
    }

    /// The mark that was left last.
    pub fn erased_mark(&self) -> Option<String> {
        self.storage.read(&self.mark_key()).ok().flatten()
    }

    /// No record of the person, so it does not lie among them.
    fn mark_key(&self) -> String {
        ["bearings-erased:", &self.base].concat()
    }
}

#[cfg(test)]
mod tests;
