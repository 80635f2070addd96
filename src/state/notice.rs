//! What a person is told when records could not be read or written.

use super::AppState;
use super::reading::publish;
use bearings_domain::text::Text;
use bearings_records::{RecordError, RecordStore};
use leptos::prelude::*;

/// The sentence that says so. Reading goes on in every case.
pub const fn text(error: RecordError) -> Text {
    match error {
        RecordError::Blocked => Text::NoticeBlocked,
        RecordError::Full => Text::NoticeFull,
        RecordError::Damaged => Text::NoticeDamaged,
        RecordError::Newer => Text::NoticeNewer,
    }
}

impl AppState {
    /// The person has put the notice away.
    pub fn dismiss_notice(&self) {
        self.change(|inner| inner.notices.dismiss());
        self.publish_notice();
    }

    /// Reads or changes records.
    pub(super) fn with_records<T>(
        &self,
        work: impl FnOnce(&mut RecordStore) -> Result<T, RecordError>,
    ) -> Result<T, RecordError> {
        self.change(|inner| work(&mut inner.records))
            .unwrap_or(Err(RecordError::Blocked))
    }

    /// Tells the person what went wrong, if anything did, and passes on what went right.
    pub(super) fn ok_or_notice<T>(&self, result: Result<T, RecordError>) -> Option<T> {
        result.map_err(|error| self.show_notice(error)).ok()
    }

    /// Shows a notice, once: a person who has put it away is not told again of the same thing.
    pub(super) fn show_notice(&self, error: RecordError) {
        self.change(|inner| inner.notices.add(error));
        self.publish_notice();
    }

    pub(super) fn publish_notice(&self) {
        let shown = self.inner.with_value(|inner| inner.notices.shown());
        publish(self.notice, shown);
    }
}
