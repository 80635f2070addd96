//! What else a person can do with a file when no file comes: the browsers inside some apps, and a
//! guide opened from the home screen of an iPhone, save none and do not say so.

use super::AppState;
use crate::browser::{files, page};
use bearings_domain::text::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The file that the browser was last asked to save.
pub(super) struct Offered {
    name: String,
    media_type: &'static str,
    text: String,
}

/// Offers to share or copy what the browser was asked to save.
pub(super) fn offer(state: &AppState, name: String, media_type: &'static str, text: &str) {
    let can_share = files::Shared::of(&name, media_type, text).is_some();
    let text = text.to_owned();
    state.change(|inner| {
        inner.backup.offered = Some(Offered {
            name,
            media_type,
            text,
        });
    });
    state.backup.offers.set(Some(can_share));
}

impl AppState {
    /// Lets the person hand the file on, as the device offers it.
    pub fn share_saved(&self) {
        let state = *self;
        // At once: browsers only do it right after a tap.
        let asked = self.inner.with_value(|inner| {
            let file = inner.backup.offered.as_ref()?;
            let shared = files::Shared::of(&file.name, file.media_type, &file.text)?;
            Some(shared.ask())
        });
        spawn_local(async move {
            let is_shared = match asked {
                Some(asked) => asked.went().await,
                None => false,
            };
            let said = if is_shared {
                Text::BackupShared
            } else {
                Text::BackupNotShared
            };
            state.backup.saved.set(state.text(said, &[]));
        });
    }

    /// Copies the text of the file.
    pub fn copy_saved(&self) {
        let state = *self;
        let offered = self.inner.with_value(|inner| {
            let offered = inner.backup.offered.as_ref();
            offered.map(|offered| offered.text.clone())
        });
        let Some(text) = offered else {
            return;
        };
        spawn_local(async move {
            let said = if page::copy(&text).await {
                Text::BackupCopied
            } else {
                Text::BackupNotCopied
            };
            state.backup.saved.set(state.text(said, &[]));
        });
    }

    /// Takes the offer back, and lets go of the text.
    pub(super) fn forget_saved(&self) {
        self.change(|inner| inner.backup.offered = None);
        self.backup.offers.set(None);
        self.backup.saved.set(String::new());
    }
}
