//! What a person is told when records could not be read or written.

use bearings_domain::text::Text;
use bearings_records::RecordError;

/// The sentence that says so. Reading goes on in every case.
pub const fn text(error: RecordError) -> Text {
    match error {
        RecordError::Blocked => Text::NoticeBlocked,
        RecordError::Full => Text::NoticeFull,
        RecordError::Damaged => Text::NoticeDamaged,
        RecordError::Newer => Text::NoticeNewer,
    }
}
