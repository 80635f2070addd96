//! Everything a person has here in one file: taking it along, bringing it back, erasing it.

mod export;
mod restore;
mod take_away;

use super::AppState;
use crate::browser;
use bearings_domain::backup::sealed::Sealed;
use bearings_domain::backup::{Applied, Backup, RestorePlan};
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The field for the passphrase of a new file.
pub const NEW_PASSPHRASE: &str = "new-passphrase";
/// The field for the passphrase of a file that is there.
pub const PASSPHRASE: &str = "passphrase";
/// The field to pick a file in.
pub const FILE: &str = "backup-file";
/// The line that says what came of a restore.
pub const RESTORE_SAID: &str = "restore-said";
/// The line that says what came of erasing.
pub const ERASE_SAID: &str = "erase-said";

/// How far things have come, and what was last said of each.
#[derive(Default)]
pub struct Vault {
    /// A key is being made, or a file is being read: nothing else can be begun.
    pub is_busy: bool,
    /// The page came over a connection on which browsers offer no cryptography.
    pub is_insecure: bool,
    /// What came of saving a file.
    pub saved: String,
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
    Done(Applied),
}

/// Looks what this browser offers.
pub(super) fn start(state: AppState) {
    state
        .vault
        .update(|vault| vault.is_insecure = !browser::cipher::is_there());
}

impl AppState {
    fn change_vault(&self, change: impl FnOnce(&mut Vault)) {
        self.vault.update(change);
    }

    /// A sentence without anything to fill in.
    fn say(&self, text: Text) -> String {
        self.text(text, &[])
    }
}
