//! The ways to save a backup.

/// Hands its keys on to the next list, after those it was given.
macro_rules! backup {
    ([$next:ident $($rest:ident)*] $($keys:tt)*) => {
        $next! {
            [$($rest)*]
            $($keys)*

            /// A key is being made or a file is being read.
            BackupBusy = "backup-busy";
            /// The browser keeps nothing: words end with their page.
            BackupBlocked = "backup-blocked";
            /// There is nothing in this page, and perhaps in another one, for the browser keeps nothing.
            BackupNotHere = "backup-not-here";
            /// What to do when no file has come.
            BackupNoFile = "backup-no-file";
            /// Hands the file on, as the device offers it.
            BackupShare = "backup-share";
            /// It was handed on.
            BackupShared = "backup-shared";
            /// It was not handed on.
            BackupNotShared = "backup-not-shared";
            /// Copies the text of the file.
            BackupCopy = "backup-copy";
            /// It was copied.
            BackupCopied = "backup-copied";
            /// The browser did not let us copy it.
            BackupNotCopied = "backup-not-copied";
            /// The browser was asked to save a file: `{name}`.
            SavedFile = "saved-file" ["name"];
            /// The browser was asked to save a file that lacks what could not be read: `{name}`.
            SavedPart = "saved-part" ["name"];
            /// Nothing that is kept could be read.
            SavedUnread = "saved-unread";
            /// The browser did not let us make a file.
            SavedFailed = "saved-failed";
            /// The heading over the ways to save a backup.
            BackupHeading = "backup-heading";
            /// What a backup is.
            BackupLead = "backup-lead";
            /// Saves a backup that anybody can read.
            BackupSave = "backup-save";
            /// That anybody can read a plain backup.
            BackupPlain = "backup-plain";
            /// There is nothing to save.
            SavedNothing = "saved-nothing";
            /// Opens the way to protect a backup.
            SealHeading = "seal-heading";
            /// What a passphrase does, and that a lost one cannot be replaced.
            SealLead = "seal-lead";
            /// The name of the field for a passphrase.
            SealLabel = "seal-label";
            /// The name of the second field for a new passphrase.
            SealAgain = "seal-again";
            /// The second field holds another passphrase.
            SealDiffer = "seal-differ";
            /// The protected backup has been made and tried, and is not saved yet.
            SealReady = "seal-ready";
            /// Saves it.
            SealNow = "seal-now";
            /// The button that shows the passphrase while it is typed.
            SealShow = "seal-show";
            /// Saves a backup that is protected.
            SealSave = "seal-save";
            /// The new passphrase is too short.
            SealShort = "seal-short";
            /// Why there is no passphrase on this connection.
            SealInsecure = "seal-insecure";
        }
    };
}

pub(super) use backup;
