//! Local storage, through gloo-storage, behind a guard.

use super::window;
use crate::state::keeper::{Records, Refused};
use gloo_storage::{LocalStorage, Storage};

/// The browser's local storage.
///
/// gloo-storage 0.4 panics when the browser blocks storage or has none: a value of this type
/// exists only where it is there.
pub struct WebRecords(());

impl WebRecords {
    /// The storage, or nothing when the browser does not let us have it.
    pub fn open() -> Option<Self> {
        match window().local_storage() {
            Ok(Some(_)) => Some(Self(())),
            _ => None,
        }
    }
}

impl Records for WebRecords {
    fn read(&self, key: &str) -> Result<Option<String>, Refused> {
        LocalStorage::raw().get_item(key).map_err(|_| Refused)
    }

    fn write(&mut self, key: &str, value: &str) -> Result<(), Refused> {
        LocalStorage::raw()
            .set_item(key, value)
            .map_err(|_| Refused)
    }

    fn remove(&mut self, key: &str) -> Result<(), Refused> {
        LocalStorage::raw().remove_item(key).map_err(|_| Refused)
    }
}
