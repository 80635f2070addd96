//! Notes, and what is offered beside them.

/// Hands its keys on to the next list, after those it was given.
macro_rules! notes {
    ([$next:ident $($rest:ident)*] $($keys:tt)*) => {
        $next! {
            [$($rest)*]
            $($keys)*

            /// Said, not seen: the name of the list of notes.
            NotesList = "notes-list";
            /// The button that makes a new note.
            NotesWrite = "notes-write";
            /// The link to Help beside it, the same whatever is written.
            NotesHelp = "notes-help";
            /// Where the app cannot run: why nothing can be written.
            NotesNeedApp = "notes-need-app";
            /// The label of a note: the `{date}` it was made.
            NotesLabel = "notes-label" ["date"];
            /// The label of one that is not the first of its minute: its number `{count}` in it.
            NotesLabelAgain = "notes-label-again" ["count", "date"];
            /// The label of another version of a note, changed elsewhere at the same time: `{date}`.
            NotesCopy = "notes-copy" ["date"];
            /// All of the note is kept; it was last changed on `{date}`.
            NotesSaved = "notes-saved" ["date"];
            /// The newest words of the note are not kept.
            NotesNotSaved = "notes-not-saved";
            /// The note ends with the page.
            NotesPageOnly = "notes-page-only";
            /// The note was deleted in another tab while somebody was in it.
            NotesGone = "notes-gone";
            /// The button that deletes a note.
            NotesDelete = "notes-delete";
            /// In the place of a deleted note, beside the way back.
            NotesDeleted = "notes-deleted";
            /// The browser keeps nothing for us: notes end with the page.
            NotesBlocked = "notes-blocked";
            /// Notes that a newer release wrote: `{count}` of them.
            NotesNewer = "notes-newer" ["count"];
            /// Notes that could not be read: `{count}` of them.
            NotesAside = "notes-aside" ["count"];
            /// What is kept here was emptied, and not by the person here; the notes on the page are written
            /// again.
            NotesEmptied = "notes-emptied";
            /// The browser refuses to write: what to do.
            NotesUnsaved = "notes-unsaved";
            /// A newer release has written the same note: what to do.
            NotesUnsavedNewer = "notes-unsaved-newer";
            /// The button that tries to save again.
            NotesRetry = "notes-retry";
            /// The browser has agreed to keep what is written.
            NotesLast = "notes-last";
            /// The browser has not agreed to keep what is written.
            NotesMayGo = "notes-may-go";
            /// Saves a backup at once, from a notice about storage.
            NoticeExport = "notice-export";
            /// The guide can be kept on the home screen.
            OfferInstall = "offer-install";
            /// The browser saves data, so that the guide is not kept on the device unasked.
            OfferSave = "offer-save";
            /// The way to how that is done.
            OfferHow = "offer-how";
            /// The offer is never made again.
            OfferNo = "offer-no";
            /// Installs the app, where the browser lets a page ask.
            OfflineInstall = "offline-install";
        }
    };
}

pub(super) use notes;
