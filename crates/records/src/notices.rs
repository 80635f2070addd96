//! What a person is told of records that could not be read or written, and when again.

use crate::RecordError;

/// The notice about storage. Each is shown once: a person who has put it away is not told again of
/// the same thing.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Notices {
    shown: Option<RecordError>,
    last: Option<RecordError>,
}

impl Notices {
    /// What is to be said now, if anything.
    pub fn shown(&self) -> Option<RecordError> {
        self.shown
    }

    /// Something went wrong.
    pub fn add(&mut self, error: RecordError) {
        if self.last.replace(error) != Some(error) {
            self.shown = Some(error);
        }
    }

    /// The person has put the notice away.
    pub fn dismiss(&mut self) {
        self.shown = None;
    }

    /// A write succeeded: the next failure is shown again. A newer record stays as it is, so its
    /// notice is not repeated.
    pub fn written(&mut self) {
        if matches!(self.last, Some(RecordError::Full | RecordError::Damaged)) {
            self.last = None;
        }
    }

    /// Takes in what went wrong, if anything did, and passes on what went right.
    pub fn take<T>(&mut self, result: Result<T, RecordError>) -> Option<T> {
        result.map_err(|error| self.add(error)).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_that_was_put_away_does_not_come_again_for_the_same_thing() {
        let mut notices = Notices::default();
        notices.add(RecordError::Full);
        assert_eq!(notices.shown(), Some(RecordError::Full));
        notices.dismiss();
        notices.add(RecordError::Full);
        assert_eq!(notices.shown(), None);
        notices.add(RecordError::Blocked);
        assert_eq!(notices.shown(), Some(RecordError::Blocked));
    }

    #[test]
    fn after_a_write_that_succeeded_the_next_failure_is_shown_again() {
        let mut notices = Notices::default();
        notices.add(RecordError::Full);
        notices.dismiss();
        notices.written();
        notices.add(RecordError::Full);
        assert_eq!(notices.shown(), Some(RecordError::Full));
    }

    #[test]
    fn a_newer_record_is_told_once_whatever_else_can_be_written() {
        for error in [RecordError::Newer, RecordError::Blocked] {
            let mut notices = Notices::default();
            notices.add(error);
            notices.dismiss();
            notices.written();
            notices.add(error);
            assert_eq!(notices.shown(), None, "{error:?}");
        }
    }
}
