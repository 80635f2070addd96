//! Journeys take twelve minutes. While nothing has changed that they depend on, one that passed
//! would pass again: their counts are remembered, and the summary says so.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::lines::last_counts;
use super::outcome::Counts;
use crate::fingerprint;
use crate::project::{self, DIST, ProjectError};

const MARK: &str = "target/xtask/journeys";

/// What the journeys are made of, beside the site.
const SOURCES: &[&str] = &["Cargo.toml", "Cargo.lock", "rust-toolchain.toml"];
const FOLDERS: &[&str] = &["crates/domain", "crates/host", "tests"];

/// The site, the journeys and the browsers as they are now.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct State(String);

impl State {
    /// Reads the site and the journeys; of the programs only their place, size and age.
    pub(super) fn read(programs: &[PathBuf]) -> Result<Self, ProjectError> {
        let mut files: Vec<PathBuf> = SOURCES.iter().map(PathBuf::from).collect();
        for folder in FOLDERS.iter().chain([&DIST]) {
            files.extend(project::files(Path::new(folder), &|_| true)?);
        }
        let mut state = fingerprint::of(&files)?;
        for program in programs {
            let about = program.metadata().map_err(ProjectError::at(program))?;
            let age = about.modified().map_err(ProjectError::at(program))?;
            let age = age.duration_since(UNIX_EPOCH).unwrap_or_default();
            let line = format!("\n{} {} {age:?}", program.display(), about.len());
            state.push_str(&line);
        }
        Ok(Self(state))
    }

    /// What passed in this state, if all did.
    pub(super) fn passed(&self) -> Option<Counts> {
        let mark = std::fs::read_to_string(MARK).ok()?;
        last_counts(mark.strip_prefix(&self.0)?)
    }

    /// Remembers that all passed in this state.
    pub(super) fn remember(&self, counts: Counts) -> Result<(), ProjectError> {
        let mark = Path::new(MARK);
        std::fs::create_dir_all("target/xtask").map_err(ProjectError::at(mark))?;
        std::fs::write(mark, format!("{}\n{counts}\n", self.0)).map_err(ProjectError::at(mark))
    }

    /// Forgets what passed before: these journeys are about to run.
    pub(super) fn forget() {
        // If there is nothing to forget, nothing is wrong.
        let _ = std::fs::remove_file(MARK);
    }
}
