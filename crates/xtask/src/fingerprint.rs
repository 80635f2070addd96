//! What files are like, in one short text; and whether `dist/` is what the sources would make now:
//! the way not to build twice.
//!
//! The mark lies in `target/`, not in `dist/`, which holds the site and nothing else.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::project::{self, DIST, ProjectError};
use crate::tools;

const MARK: &str = "target/xtask/dist";

/// What the site does not depend on. Everything else counts: one build too many is cheaper than
/// one too few.
const BESIDE: &[&str] = &[
    ".ci",
    ".github",
    "crates/host",
    "crates/xtask",
    "docs",
    "tests",
    "web/contract.json",
    "web/sw/tests",
    "web/tests",
];

/// The sources as they are now.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Sources(String);

impl Sources {
    /// Reads every file that the site is made from, and the versions of the tools.
    pub(crate) fn read() -> Result<Self, ProjectError> {
        let mut hash = Sha256::new();
        hash.update(tools::versions());
        for name in ["RUSTFLAGS", "CARGO_ENCODED_RUSTFLAGS"] {
            hash.update(std::env::var(name).unwrap_or_default());
        }
        let counts =
            |path: &str| !BESIDE.contains(&path) && (path.contains('/') || !is_document(path));
        add_files(&mut hash, &project::files(Path::new("."), &counts)?)?;
        Ok(Self(hex(hash)))
    }

    /// Whether `dist/` was made from these sources and has not been touched since.
    pub(crate) fn made_dist(&self) -> bool {
        let Ok(mark) = std::fs::read_to_string(MARK) else {
            return false;
        };
        dist().is_ok_and(|dist| mark == format!("{}\n{dist}\n", self.0))
    }

    /// Remembers that `dist/` was made from these sources.
    pub(crate) fn mark(&self) -> Result<(), ProjectError> {
        let mark = Path::new(MARK);
        std::fs::create_dir_all("target/xtask").map_err(ProjectError::at(mark))?;
        std::fs::write(mark, format!("{}\n{}\n", self.0, dist()?)).map_err(ProjectError::at(mark))
    }
}

/// The README and its like at the top; `content/README.md` is few bytes and not worth a rule.
fn is_document(path: &str) -> bool {
    let end = Path::new(path).extension();
    // The changelog says what a release corrects.
    end.is_some_and(|end| end == "md" && path != "CHANGELOG.md") || path.starts_with("LICENSE")
}

fn dist() -> Result<String, ProjectError> {
    of(&project::files(Path::new(DIST), &|_| true)?)
}

/// The names and bytes of these files in one short text.
pub(crate) fn of(files: &[PathBuf]) -> Result<String, ProjectError> {
    let mut hash = Sha256::new();
    add_files(&mut hash, files)?;
    Ok(hex(hash))
}

fn add_files(hash: &mut Sha256, files: &[PathBuf]) -> Result<(), ProjectError> {
    for file in files {
        let bytes = std::fs::read(file).map_err(ProjectError::at(file))?;
        // Name and length first: no two trees of files give the same stream.
        hash.update(format!("{}\0{}\0", project::slashes(file), bytes.len()));
        hash.update(bytes);
    }
    Ok(())
}

fn hex(hash: Sha256) -> String {
    hash.finalize().iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").expect("writing to memory cannot fail");
        hex
    })
}

#[cfg(test)]
mod tests {
    use super::is_document;

    #[test]
    fn the_documents_at_the_top_make_no_new_site() {
        assert!(is_document("README.md"));
        assert!(is_document("LICENSE-MIT"));
        assert!(!is_document("Cargo.toml"));
        assert!(!is_document("index.html"));
    }
}
