//! Tools at hand: a PATH that finds them first.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Folders that go to the front of PATH.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shelf(Vec<PathBuf>);

impl Shelf {
    /// Puts the folder of this program on the shelf.
    pub(crate) fn add(&mut self, program: &Path) {
        if let Some(folder) = program
            .parent()
            .filter(|folder| !self.0.iter().any(|have| have == folder))
        {
            self.0.push(folder.to_owned());
        }
    }

    /// The value of PATH with these folders first.
    pub(crate) fn path(&self) -> OsString {
        let old = std::env::var_os("PATH").unwrap_or_default();
        let folders = self.0.iter().cloned().chain(std::env::split_paths(&old));
        // A folder with the separator in its name cannot be on PATH; then the old one must do.
        std::env::join_paths(folders).unwrap_or(old)
    }
}
