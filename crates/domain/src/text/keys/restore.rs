//! Bringing a backup back.

/// Hands its keys on to the next list, after those it was given.
macro_rules! restore {
    ([$next:ident $($rest:ident)*] $($keys:tt)*) => {
        $next! {
            [$($rest)*]
            $($keys)*

            /// The heading over the way to bring a backup back.
            RestoreHeading = "restore-heading";
            /// What will happen when a file is picked.
            RestoreLead = "restore-lead";
            /// The name of the field to pick a file in.
            RestoreLabel = "restore-label";
            /// The file waits for its passphrase.
            RestoreLocked = "restore-locked";
            /// Opens the protected file.
            RestoreOpen = "restore-open";
            /// The passphrase is wrong, or the file was changed.
            RestoreWrong = "restore-wrong";
            /// A protected file cannot be opened on this connection.
            RestoreInsecure = "restore-insecure";
            /// The file is longer than a backup can be.
            RestoreTooLarge = "restore-too-large";
            /// The browser could not read the file.
            RestoreUnreadable = "restore-unreadable";
            /// There is nothing in the file.
            RestoreEmpty = "restore-empty";
            /// The file is no backup of ours.
            RestoreNotOurs = "restore-not-ours";
            /// A newer release made the file.
            RestoreNewer = "restore-newer";
            /// The file is not what it was when it was made.
            RestoreDamaged = "restore-damaged";
            /// The records that are here cannot be read just now.
            RestoreRefused = "restore-refused";
            /// The plan can be looked at.
            RestoreLook = "restore-look";
            /// The backup holds nothing that is not here.
            RestoreNothing = "restore-nothing";
            /// When the backup was made: `{date}`.
            RestoreMade = "restore-made" ["date"];
            /// The backup names no time that can be.
            RestoreUndated = "restore-undated";
            /// What restoring adds: `{what}`.
            RestoreAdds = "restore-adds" ["what"];
            /// What restoring changes: `{what}`.
            RestoreReplaces = "restore-replaces" ["what"];
            /// What restoring takes away: `{what}`.
            RestoreRemoves = "restore-removes" ["what"];
            /// What restoring leaves as it is: `{what}`.
            RestoreKeeps = "restore-keeps" ["what"];
            /// What will be there in two versions: `{what}`.
            RestoreConflicts = "restore-conflicts" ["what"];
            /// What was deleted here since: `{what}`.
            RestoreDeletedHere = "restore-deleted-here" ["what"];
            /// What a newer release keeps here: `{what}`.
            RestoreLeftAlone = "restore-left-alone" ["what"];
            /// How many records of the backup cannot be read: `{count}`.
            RestoreUnread = "restore-unread" ["count"];
            /// How many of those restoring writes all the same, as they are: `{count}`.
            RestorePutBack = "restore-put-back" ["count"];
            /// Nothing in the backup can be read.
            RestoreNoneRead = "restore-none-read";
            /// Lets what was deleted here come back.
            RestoreBringBack = "restore-bring-back";
            /// Does what the plan says.
            RestoreGo = "restore-go";
            /// Puts the file away.
            RestoreLeave = "restore-leave";
            /// The file was put away.
            RestoreLeft = "restore-left";
            /// It was done, and read back.
            RestoreDone = "restore-done";
            /// It was done in memory.
            RestoreDoneHere = "restore-done-here";
            /// Something else was written meanwhile.
            RestoreChanged = "restore-changed";
            /// The browser did not let us write.
            RestoreFull = "restore-full";
            /// The browser did not let us put everything back.
            RestorePartly = "restore-partly";
            /// Takes the restore back.
            RestoreUndo = "restore-undo";
            /// The restore was taken back.
            RestoreUndone = "restore-undone";
            /// The restore cannot be taken back any more.
            RestoreTooLate = "restore-too-late";
            /// The browser did not let us take the restore back.
            RestoreStays = "restore-stays";
        }
    };
}

pub(super) use restore;
