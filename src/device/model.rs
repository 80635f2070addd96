//! The facts about the saved copy, ready to show.

use crate::state::offline::{Offline, Saved, UpdateCheck};
use bearings_domain::text::Text;

/// What the panel says first.
pub fn headline(offline: &Offline) -> Text {
    match offline.saved {
        Saved::Unknown => Text::OfflineUnknown,
        Saved::Unsupported => Text::OfflineUnsupported,
        Saved::No => Text::OfflineNo,
        Saved::Saving { .. } => Text::OfflineSaving,
        Saved::Yes if offline.missing > 0 => Text::OfflineMissing,
        Saved::Yes => Text::OfflineYes,
        Saved::Failed if offline.was_full => Text::OfflineFull,
        Saved::Failed => Text::OfflineFailed,
    }
}

/// What came of the question for a newer version. Once it is ready, or could not be saved, that
/// is said elsewhere.
pub fn answer(offline: &Offline) -> Option<Text> {
    match offline.update_check {
        UpdateCheck::Checking => Some(Text::OfflineLooking),
        UpdateCheck::Failed => Some(Text::OfflineNotLooked),
        _ if offline.update.is_some() || offline.saved == Saved::Failed => None,
        UpdateCheck::UpToDate => Some(Text::OfflineNewest),
        UpdateCheck::Available => Some(Text::OfflineNewer),
        UpdateCheck::Idle => None,
    }
}

/// A size as people read it: whole kilobytes, or megabytes with one decimal.
pub fn size(bytes: u64) -> String {
    if bytes < 1_000_000 {
        format!("{} kB", bytes.div_ceil(1_000))
    } else {
        let tenths = bytes / 100_000;
        format!("{}.{} MB", tenths / 10, tenths % 10)
    }
}

/// How much of a saving has been done, for the bar: 0 to 100.
pub fn share(done: u64, of: u64) -> u64 {
    (done * 100).checked_div(of).unwrap_or(0).min(100)
}

/// What the browser has said about keeping what a person wrote.
pub fn promise(lasts: bool) -> Text {
    if lasts {
        Text::NotesLast
    } else {
        Text::NotesMayGo
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_has_few_digits() {
        assert_eq!(size(0), "0 kB");
        assert_eq!(size(1), "1 kB");
        assert_eq!(size(640_000), "640 kB");
        assert_eq!(size(2_450_000), "2.4 MB");
    }

    #[test]
    fn a_share_is_never_more_than_all() {
        assert_eq!(share(0, 0), 0);
        assert_eq!(share(5, 10), 50);
        assert_eq!(share(12, 10), 100);
    }

    #[test]
    fn a_copy_with_holes_is_not_called_saved() {
        let offline = Offline {
            saved: Saved::Yes,
            missing: 2,
            ..Offline::default()
        };
        assert_eq!(headline(&offline), Text::OfflineMissing);
    }

    #[test]
    fn who_asks_for_a_newer_version_is_answered() {
        let mut offline = Offline::default();
        assert_eq!(answer(&offline), None);
        for (update_check, text) in [
            (UpdateCheck::Checking, Text::OfflineLooking),
            (UpdateCheck::Failed, Text::OfflineNotLooked),
            (UpdateCheck::UpToDate, Text::OfflineNewest),
            (UpdateCheck::Available, Text::OfflineNewer),
        ] {
            offline.update_check = update_check;
            assert_eq!(answer(&offline), Some(text));
        }
        offline.update = Some(String::new());
        assert_eq!(answer(&offline), None, "the switch itself is offered");
    }

    #[test]
    fn a_newer_version_that_could_not_be_saved_is_not_said_to_be_on_its_way() {
        let offline = Offline {
            update_check: UpdateCheck::Available,
            saved: Saved::Failed,
            ..Offline::default()
        };
        assert_eq!(answer(&offline), None);
    }

    #[test]
    fn a_full_device_is_told_from_a_lost_connection() {
        let mut offline = Offline {
            saved: Saved::Failed,
            ..Offline::default()
        };
        assert_eq!(headline(&offline), Text::OfflineFailed);
        offline.was_full = true;
        assert_eq!(headline(&offline), Text::OfflineFull);
    }
}
