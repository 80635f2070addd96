//! Everything a person has here in one file: taking it along, bringing it back, erasing it.

mod erase;
mod export;
mod offer;
mod restore;

use super::AppState;
use crate::browser::page;
use bearings_domain::backup::sealed::Sealed;
use bearings_domain::backup::{Backup, RestorePlan, Transaction};
use bearings_domain::text::Text;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use offer::Offered;

/// The field for the passphrase of a new file.
pub const NEW_PASSPHRASE: &str = "new-passphrase";
/// The field for the same passphrase once more.
pub const AGAIN: &str = "new-passphrase-again";
/// The button that saves a protected backup once it has been made.
pub const SEALED_GO: &str = "sealed-go";
/// The field for the passphrase of a file that is there.
pub const PASSPHRASE: &str = "passphrase";
/// The field to pick a file in.
pub const FILE: &str = "backup-file";
/// The line that says what came of a restore.
pub const RESTORE_SAID: &str = "restore-said";
/// The line that says what came of erasing.
pub const ERASE_SAID: &str = "erase-said";

/// What came of saving a file.
#[derive(Clone, Copy, Default)]
pub struct BackupState {
    /// The sentence that says so.
    pub saved: RwSignal<String>,
    /// Whether a file that the browser was asked to save can be copied, and shared too.
    pub offers: RwSignal<Option<bool>>,
}

/// Other ways to take a file along, on places with tools.
#[derive(Default)]
pub(super) struct Offers {
    /// Offers them. A pointer, so that the main part of the program does not hold that code.
    offer: Option<fn(&AppState, String, &'static str, &str)>,
    /// The file that the browser was last asked to save.
    offered: Option<Offered>,
}

/// What a person does with all that is here. It lives as long as its page.
#[derive(Clone, Copy)]
pub struct BackupSession {
    state: AppState,
    /// How far things have come.
    pub steps: RwSignal<Steps>,
}

/// How far things have come, and what was last said of each.
#[derive(Default)]
pub struct Steps {
    /// A key is being made, or a file is being read: no passphrase is asked for meanwhile.
    pub is_busy: bool,
    /// The two fields for a new passphrase hold two passphrases.
    pub differs: bool,
    /// A protected backup that has been made and opened again, and whether it is whole.
    pub sealed: Option<(String, bool)>,
    /// How many files have been read or opened: what comes late of an earlier one counts no more.
    begun: u32,
    /// How far restoring has come.
    pub restore: Restore,
    /// What came of it.
    pub restored: String,
    /// Erasing was asked for, and waits for the second word.
    pub may_erase: bool,
    /// What came of erasing.
    pub erased: String,
}

/// How far restoring has come.
#[derive(Default)]
pub enum Restore {
    /// No file is open.
    #[default]
    Nothing,
    /// The file waits for its passphrase.
    Locked(Sealed),
    /// The file is open. Nothing has been done yet.
    Planned {
        /// What is in it.
        backup: Backup,
        /// What restoring it would do.
        plan: Box<RestorePlan>,
        /// Whether what was deleted here since is to come back.
        brings_back: bool,
    },
    /// It has been done, and can be taken back.
    Done(Transaction),
}

/// Offers other ways to take a file along where it may not come.
pub(super) fn start(state: AppState) {
    state.change(|inner| inner.backup.offer = Some(offer::offer));
}

impl BackupSession {
    /// Nothing has been done yet.
    pub fn new(state: AppState) -> Self {
        let steps = RwSignal::new(Steps::default());
        Self { state, steps }
    }

    /// Moves the focus to a line that says what came of it, once it stands there.
    fn focus_soon(id: &'static str) {
        spawn_local(async move {
            tick().await;
            page::focus(id);
        });
    }

    fn change(&self, change: impl FnOnce(&mut Steps)) {
        self.steps.update(change);
    }

    /// A sentence without anything to fill in.
    fn say(&self, text: Text) -> String {
        self.state.text(text, &[])
    }
}
