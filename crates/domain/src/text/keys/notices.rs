//! Notices, newer versions, and the guide that is saved on the device.

/// Hands its keys on to the next list, after those it was given.
macro_rules! notices {
    ([$next:ident $($rest:ident)*] $($keys:tt)*) => {
        $next! {
            [$($rest)*]
            $($keys)*

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
        }
    };
}

pub(super) use notices;
