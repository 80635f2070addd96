//! What the server knows: the site it serves, and what a test has told it to do differently.

use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::fault::Faults;
use crate::habit::Habits;
use crate::log::Seen;
use crate::pattern::Pattern;

/// Shared between the server's handle and its connections.
#[derive(Debug)]
pub(crate) struct Site {
    /// `/` or `/some/sub/path/`.
    pub(crate) prefix: String,
    /// Whether pages get the capture script.
    pub(crate) capture: bool,
    /// Whether large files are compressed less hard.
    pub(crate) quick: bool,
    changing: Mutex<Changing>,
}

/// The part that changes while the server runs.
#[derive(Debug)]
pub(crate) struct Changing {
    /// The folder that is served.
    pub(crate) root: PathBuf,
    /// What goes wrong.
    pub(crate) faults: Faults,
    /// What the host does with addresses and pages.
    pub(crate) habits: Habits,
    /// Headers to set on answers to matching paths.
    pub(crate) headers: Vec<(Pattern, String, String)>,
    /// What was asked for.
    pub(crate) log: Vec<Seen>,
}

impl Site {
    /// A site with nothing out of order.
    pub(crate) fn new(root: PathBuf, prefix: String, capture: bool, quick: bool) -> Self {
        let changing = Changing {
            root,
            faults: Faults::default(),
            habits: Habits::default(),
            headers: Vec::new(),
            log: Vec::new(),
        };
        Self {
            prefix,
            capture,
            quick,
            changing: Mutex::new(changing),
        }
    }

    /// The changing part, locked; hold it briefly.
    pub(crate) fn lock(&self) -> MutexGuard<'_, Changing> {
        // A panic in one test must not hide the log from the next line of that test.
        self.changing.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
