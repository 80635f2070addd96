//! Records in a list, the copy to read, and erasing.

/// Hands its keys on to the next list, after those it was given.
macro_rules! erase {
    ([$next:ident $($rest:ident)*] $($keys:tt)*) => {
        $next! {
            [$($rest)*]
            $($keys)*

            /// The position, in a list.
            KindPosition = "kind-position";
            /// The marks, in a list.
            KindProgress = "kind-progress";
            /// The settings, in a list.
            KindSettings = "kind-settings";
            /// One note, in a list.
            KindNote = "kind-note";
            /// Notes, in a list: `{count}`.
            KindNotes = "kind-notes" ["count"];
            /// One visit, in a list.
            KindVisit = "kind-visit";
            /// Visits, in a list: `{count}`.
            KindVisits = "kind-visits" ["count"];
            /// One question, in a list.
            KindQuestion = "kind-question";
            /// Questions, in a list: `{count}`.
            KindQuestions = "kind-questions" ["count"];
            /// One card, in a list.
            KindCard = "kind-card";
            /// Cards, in a list: `{count}`.
            KindCards = "kind-cards" ["count"];
            /// Saves a page to read.
            ReadableSave = "readable-save";
            /// What the copy to read is.
            ReadableLead = "readable-lead";
            /// The title of the copy to read.
            ReadableTitle = "readable-title";
            /// When the copy to read was made: `{date}`.
            ReadableMade = "readable-made" ["date"];
            /// There is nothing of this kind, in the copy to read.
            ReadableNothing = "readable-nothing";
            /// The heading over the position, in the copy to read.
            ReadablePosition = "readable-position";
            /// The heading over the marks, in the copy to read.
            ReadableMarks = "readable-marks";
            /// How many pages of *Choose to read* are marked: `{count}`.
            ReadableChoose = "readable-choose" ["count"];
            /// The heading over the questions, in the copy to read.
            ReadableQuestions = "readable-questions";
            /// The heading over the cards, in the copy to read.
            ReadableCards = "readable-cards";
            /// When something was written: `{date}`.
            ReadableWritten = "readable-written" ["date"];
            /// When something was written and last changed: `{date}`, `{changed}`.
            ReadableChanged = "readable-changed" ["date", "changed"];
            /// Says that this is another version of the one before.
            ReadableCopy = "readable-copy";
            /// How many records could not be read: `{count}`.
            ReadableUnread = "readable-unread" ["count"];
            /// The heading over erasing.
            EraseHeading = "erase-heading";
            /// What erasing takes away, and what not.
            EraseLead = "erase-lead";
            /// The first step of erasing.
            EraseAsk = "erase-ask";
            /// Before the second step of erasing.
            EraseSure = "erase-sure";
            /// The second step of erasing.
            EraseGo = "erase-go";
            /// Takes the question back.
            EraseLeave = "erase-leave";
            /// Everything was erased.
            EraseDone = "erase-done";
            /// Something is left: `{count}`.
            EraseLeft = "erase-left" ["count"];
            /// It cannot be seen whether something is left.
            EraseUnknown = "erase-unknown";
            /// These buttons need the app.
            BackupNeedsApp = "backup-needs-app";
        }
    };
}

pub(super) use erase;
