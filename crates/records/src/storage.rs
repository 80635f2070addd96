//! Where records are kept: a few named texts that outlive the page.

/// Named texts that outlive the page.
pub trait Storage {
    /// The names of all records, also of those that are not ours.
    fn names(&self) -> Result<Vec<String>, StorageDenied>;
    /// The record under `key`, or nothing.
    fn read(&self, key: &str) -> Result<Option<String>, StorageDenied>;
    /// Writes `value` under `key`.
    fn write(&mut self, key: &str, value: &str) -> Result<(), StorageDenied>;
    /// Writes what is under `from` under `to` as well.
    fn copy(&mut self, from: &str, to: &str) -> Result<(), StorageDenied> {
        match self.read(from)? {
            Some(text) => self.write(to, &text),
            None => Ok(()),
        }
    }
    /// Removes `key`; removing what is not there is no error.
    fn remove(&mut self, key: &str) -> Result<(), StorageDenied>;
}

/// The browser did not let us read or write. Its own names for the reason differ by engine and
/// change nothing in what has to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StorageDenied;

/// Records that end with the page: used when the browser keeps nothing for us.
#[derive(Debug, Default)]
pub struct MemoryStorage(Vec<(String, String)>);

impl Storage for MemoryStorage {
    fn names(&self) -> Result<Vec<String>, StorageDenied> {
        Ok(self.0.iter().map(|(name, _)| name.clone()).collect())
    }

    fn read(&self, key: &str) -> Result<Option<String>, StorageDenied> {
        let found = self.0.iter().find(|(name, _)| name == key);
        Ok(found.map(|(_, value)| value.clone()))
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), StorageDenied> {
        self.remove(key)?;
        self.0.push((key.to_owned(), value.to_owned()));
        Ok(())
    }

    fn remove(&mut self, key: &str) -> Result<(), StorageDenied> {
        self.0.retain(|(name, _)| name != key);
        Ok(())
    }
}
