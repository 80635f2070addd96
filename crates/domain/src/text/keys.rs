//! The one list of keys. A new text is one entry here and one line in each `strings.toml`.

use super::key::texts;

texts! {
    /// The name of the site.
    Brand = "brand";
    /// The link past the navigation to the text.
    SkipLink = "skip-link";
    /// Said, not seen: the name of the main navigation.
    DestinationsLabel = "destinations-label";
    /// The destination Today.
    DestinationToday = "destination-today";
    /// The destination Guide.
    DestinationGuide = "destination-guide";
    /// The destination Visits.
    DestinationVisits = "destination-visits";
    /// The destination Notes.
    DestinationNotes = "destination-notes";
    /// The destination Help.
    DestinationHelp = "destination-help";
    /// Said, not seen: the name of the way from the guide to this page.
    BreadcrumbLabel = "breadcrumb-label";
    /// The link from a page to its part in the contents: `{number}` of the part.
    UpToPart = "up-to-part" ["number"];
    /// The link from a page of *Choose to read* back to where that part begins.
    UpToChoose = "up-to-choose";
    /// The number of a part: `{number}`.
    PartLabel = "part-label" ["number"];
    /// Opens the list of the pages of a topic: `{count}` of them.
    TopicPages = "topic-pages" ["count"];
    /// The title of the window: `{title}` of the page.
    PageTitle = "page-title" ["title"];
    /// Said, not seen: the name of the list of parts and pages.
    ContentsLabel = "contents-label";
    /// Before the link to the hard topics, which a person asks to see.
    ChooseLead = "choose-lead";

    /// How long this page takes, more than one minute: `{minutes}`.
    MinutesPage = "minutes-page" ["minutes"];
    /// How long this page takes: one minute.
    MinutesPageOne = "minutes-page-one";
    /// How long the unread pages of this part take, more than one minute: `{minutes}`.
    MinutesPart = "minutes-part" ["minutes"];
    /// How long the unread pages of this part take: one minute.
    MinutesPartOne = "minutes-part-one";

    /// Said, not seen: the name of the links to the previous and the next page.
    PageNavLabel = "page-nav-label";
    /// Before the title of the previous page.
    Previous = "previous";
    /// Before the title of the next page.
    Next = "next";

    /// The button that marks this page as read.
    MarkRead = "mark-read";
    /// The button that marks this page as unread.
    MarkUnread = "mark-unread";
    /// The word beside a page that has been read.
    ReadMark = "read-mark";
    /// Before the title of the page where the person left off.
    ResumeLead = "resume-lead";
    /// The link to the line where the person left off.
    ResumeGo = "resume-go";
    /// The button that forgets which pages were read.
    StartAgain = "start-again";
    /// Said after that, beside the way back.
    StartAgainDone = "start-again-done";
    /// The button that takes the last step back.
    Undo = "undo";
    /// Said when that has been done.
    Undone = "undone";

    /// The button that copies the address of a block.
    CopyLink = "copy-link";
    /// Said when the address has been copied.
    CopyLinkDone = "copy-link-done";
    /// Said before the address when the browser does not let us copy it.
    CopyLinkFallback = "copy-link-fallback";
    /// Said to screen readers when another page has come: `{title}`.
    NowReading = "now-reading" ["title"];

    /// The button that puts a notice away.
    NoticeDismiss = "notice-dismiss";
    /// The browser keeps nothing for us: reading goes on, the position is not remembered.
    NoticeBlocked = "notice-blocked";
    /// There is no room left in the browser's storage.
    NoticeFull = "notice-full";
    /// A stored record could not be read and has been put aside.
    NoticeDamaged = "notice-damaged";
    /// A stored record comes from a newer release and is left as it is.
    NoticeNewer = "notice-newer";
    /// A newer version can take over.
    UpdateReady = "update-ready";
    /// A newer version can take over and corrects something: `{what}`.
    UpdateCorrects = "update-corrects" ["what"];
    /// The version that has taken over corrects something: `{what}`.
    UpdateCorrected = "update-corrected" ["what"];
    /// Lets the newer version take over.
    UpdateSwitch = "update-switch";
    /// Leaves the newer version for later.
    UpdateLater = "update-later";
    /// The newer version did not take over in time; it does later.
    UpdateHeld = "update-held";
    /// A place with tools is shown inside another page, where it does nothing.
    FramedText = "framed-text";
    /// Leads out of that page.
    FramedLink = "framed-link";
    /// The heading over the facts about the saved copy.
    OfflineHeading = "offline-heading";
    /// It is not known yet how far the guide is saved.
    OfflineUnknown = "offline-unknown";
    /// This browser cannot save the guide.
    OfflineUnsupported = "offline-unsupported";
    /// The guide is not saved.
    OfflineNo = "offline-no";
    /// The guide is being saved.
    OfflineSaving = "offline-saving";
    /// The browser has thrown parts of the saved guide away.
    OfflineMissing = "offline-missing";
    /// The guide is saved whole.
    OfflineYes = "offline-yes";
    /// There is no room for the guide.
    OfflineFull = "offline-full";
    /// The connection broke while the guide was being saved.
    OfflineFailed = "offline-failed";
    /// When the guide was saved: `{date}`.
    OfflineWhen = "offline-when" ["date"];
    /// How much room the saved guide takes: `{size}`.
    OfflineSize = "offline-size" ["size"];
    /// When a newer version was last looked for: `{date}`.
    OfflineChecked = "offline-checked" ["date"];
    /// How many files of the saved copy the browser has thrown away: `{count}`.
    OfflineLacks = "offline-lacks" ["count"];
    /// A newer version is being looked for.
    OfflineLooking = "offline-looking";
    /// There is no newer version.
    OfflineNewest = "offline-newest";
    /// There is a newer version, which is being saved.
    OfflineNewer = "offline-newer";
    /// The host could not be asked for a newer version.
    OfflineNotLooked = "offline-not-looked";
    /// A newer version cannot take over yet: words would be lost.
    OfflineWords = "offline-words";
    /// Saves the guide.
    OfflineSave = "offline-save";
    /// Saves the guide again.
    OfflineSaveAgain = "offline-save-again";
    /// Looks for a newer version.
    OfflineCheck = "offline-check";
    /// Takes the saved guide off the device.
    OfflineRemove = "offline-remove";
    /// The app could not start; the page can still be read.
    BootFailed = "boot-failed";
    /// The button that tries again to start the app.
    BootRetry = "boot-retry";

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
    /// The choice of the country whose words the guide uses.
    RegionHeading = "region-heading";
    /// What the choice changes, with an example.
    RegionLead = "region-lead";
    /// No region: the words of both.
    RegionBoth = "region-both";
    /// The words of the United Kingdom and Ireland.
    RegionUk = "region-uk";
    /// The words of the United States and Canada.
    RegionUs = "region-us";
    /// The choice was not kept.
    RegionUnsaved = "region-unsaved";
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
