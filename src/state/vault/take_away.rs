//! Erasing everything a person has here, in two steps.

use super::{AppState, ERASE_SAID, Restore};
use crate::browser;
use crate::state::keeper::Keeper;
use bearings_domain::text::Text;
use leptos::prelude::*;

impl AppState {
    /// The first step: asks, or takes the question back.
    pub fn may_erase(&self, may_erase: bool) {
        self.change_vault(|vault| {
            vault.may_erase = may_erase;
            vault.erased.clear();
        });
        if may_erase {
            self.announcement.set(self.say(Text::EraseSure));
        }
    }

    /// The second step: removes every record, looks whether one is left, and says so.
    pub fn erase(&self) {
        let left = self.keep(Keeper::erase);
        browser::storage::forget_words();
        self.forget();
        self.load();
        let said = match left {
            Ok(0) => self.say(Text::EraseDone),
            Ok(left) => self.text(Text::EraseLeft, &[("count", &left.to_string())]),
            Err(_) => self.say(Text::EraseUnknown),
        };
        self.change_vault(|vault| {
            vault.may_erase = false;
            // There is nothing to take back any more, and nothing of it may stay in sight.
            vault.restore = Restore::Nothing;
            vault.restored.clear();
            vault.saved.clear();
            vault.erased = said;
        });
        browser::page::focus(ERASE_SAID);
    }
}
