//! Writes a file of the content, and says why one was not written.

use std::fs;
use std::io;
use std::path::PathBuf;

use bearings_domain::{IdError, PageId, PartId};

use crate::base::problem::Problems;
use crate::parse::files::Dirs;

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum EditError {
    /// A file could not be written.
    #[error("{path} cannot be written: {source}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The name of a page or part is no id.
    #[error("`{text}` is no id: {source}; use small letters, digits and hyphens")]
    NoId {
        /// The name.
        text: String,
        /// What is wrong with it.
        source: IdError,
    },
    /// There is no such part.
    #[error("there is no part `{0}` in content/outline.toml")]
    NoSuchPart(PartId),
    /// There is such a page, or there once was.
    #[error("the id `{0}` is taken, or was once; ids are for ever, so choose another")]
    Taken(PageId),
    /// There is no such page.
    #[error("there is no page `{0}`, or it cannot be read yet: see `cargo xtask check`")]
    NoSuchPage(String),
    /// A file that is written anew has to be read first.
    #[error("{0} cannot be read as it is: see `cargo xtask check`; nothing was written")]
    Unreadable(String),
    /// The content has problems, and ids are released only from content without any.
    #[error("{0}\n\nIds are released only when there are no problems.")]
    Problems(#[from] Problems),
}

/// Writes a file that is called `name` in problems.
pub(super) fn write(dirs: &Dirs, name: &str, text: &str) -> Result<(), EditError> {
    let path = dirs.path_of(name);
    fs::write(&path, text).map_err(|source| EditError::Write { path, source })
}
