//! Erasing everything a person has here, in two steps.

use super::{BackupSession, ERASE_SAID, Restore};
use crate::browser::{self, journal};
use bearings_domain::text::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

impl BackupSession {
    /// The first step: asks, or takes the question back.
    pub fn may_erase(&self, may_erase: bool) {
        self.change(|steps| {
            steps.may_erase = may_erase;
            steps.erased.clear();
        });
        if may_erase {
            self.state.announcement.set(self.say(Text::EraseSure));
        }
    }

    /// The second step: removes every record, looks whether one is left, and says so.
    pub fn erase(&self) {
        let session = *self;
        browser::storage::forget_session();
        spawn_local(async move {
            // First, for what is in there would come back with the next visit.
            let is_cleared = journal::clear().await.is_some();
            let left = session
                .state
                .with_records(|records| records.erase(browser::random::number()));
            session.state.restart_items();
            session.state.load();
            session.state.load_settings();
            let in_journal = journal::read().await.len();
            let left = left.ok().filter(|_| is_cleared);
            session.tell_erased(left.map(|left| left + in_journal));
        });
    }

    /// Says how many records are left, if that could be seen.
    fn tell_erased(&self, left: Option<usize>) {
        let said = match left {
            Some(0) => self.say(Text::EraseDone),
            Some(left) => {
                let left = left.to_string();
                self.state.text(Text::EraseLeft, &[("count", &left)])
            }
            None => self.say(Text::EraseUnknown),
        };
        self.state.forget_saved();
        self.change(|steps| {
            steps.may_erase = false;
            // There is nothing to take back any more, and nothing of it may stay in sight.
            steps.restore = Restore::Nothing;
            steps.sealed = None;
            steps.restored.clear();
            steps.erased = said;
        });
        Self::focus_soon(ERASE_SAID);
    }
}
