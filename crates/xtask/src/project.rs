//! Where the repository is, and its files.

use std::io;
use std::path::{Path, PathBuf};

/// The repository could not be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ProjectError {
    /// Started somewhere else.
    #[error("this is not the repository; run `cargo xtask` inside it")]
    NotHere,
    /// A file or folder could not be read or written.
    #[error("{}: {source}", .path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
}

impl ProjectError {
    /// For `map_err`: the error about this file.
    pub(crate) fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}

/// The finished site.
pub(crate) const DIST: &str = "dist";

/// What Trunk makes before the pages are written.
pub(crate) const SHELL: &str = "target/shell";

/// Makes the root of the repository the current folder: every path is then relative to it.
pub(crate) fn enter() -> Result<(), ProjectError> {
    // Set by `cargo run`: the folder of this package, two below the root.
    let package = std::env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from);
    let here = std::env::current_dir().map_err(|_| ProjectError::NotHere)?;
    let root = package
        .iter()
        .flat_map(|path| path.ancestors())
        .chain(here.ancestors())
        .find(|folder| folder.join("crates/xtask/Cargo.toml").is_file())
        .ok_or(ProjectError::NotHere)?;
    std::env::set_current_dir(root).map_err(ProjectError::at(root))
}

/// Whether this runs in continuous integration, where nothing may be missing.
pub(crate) fn is_ci() -> bool {
    std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"))
}

/// Folders that hold nothing of ours.
const NOT_OURS: &[&str] = &[".git", "target", "dist", "node_modules"];

/// Every file below a folder in the order of its path, without what is made or borrowed.
///
/// `wanted` is asked for folders and files by their path relative to the root, with `/`.
pub(crate) fn files(
    from: &Path,
    wanted: &dyn Fn(&str) -> bool,
) -> Result<Vec<PathBuf>, ProjectError> {
    let mut found = Vec::new();
    let mut folders = vec![from.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(ProjectError::at(&folder))? {
            let path = entry.map_err(ProjectError::at(&folder))?.path();
            let ours = !path
                .file_name()
                .is_some_and(|name| NOT_OURS.iter().any(|other| name == *other));
            if ours && wanted(&slashes(&path)) {
                if path.is_dir() {
                    folders.push(path);
                } else {
                    found.push(path);
                }
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A path as we write it: `/` between its parts, no `./` in front.
pub(crate) fn slashes(path: &Path) -> String {
    let path = path.strip_prefix(".").unwrap_or(path);
    path.to_string_lossy().replace('\\', "/")
}
