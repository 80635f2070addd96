//! Saving files: a backup, a protected one, and a page to read.

use super::{AGAIN, AppState, BackupSession, NEW_PASSPHRASE, SEALED_GO};
use crate::browser::{cipher, clock, files, page};
use bearings_domain::backup::passphrase::SHORTEST;
use bearings_domain::backup::sealed::Sealed;
use bearings_domain::backup::{Backup, Record};
use bearings_domain::text::Text;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::time::Duration;

/// How long a text is held for the browser, which may ask the person where to save it.
const HELD: Duration = Duration::from_mins(2);

/// What is taken along.
pub struct BackupSource {
    /// The records: as they are kept, and joined with what this tab knows beyond that.
    pub records: Vec<Record>,
    /// Whether the browser let us read all that is kept.
    pub is_whole: bool,
}

impl AppState {
    /// Saves a backup that anybody can read.
    pub fn export(&self) {
        if let Some((backup, is_whole)) = self.backup_text() {
            let json = "application/json";
            self.save_file("bearings-backup", "json", json, &backup, is_whole);
        }
    }

    /// Asks the browser to save a file, and says so. The name of one that lacks something says it.
    pub fn save_file(
        &self,
        name: &str,
        ending: &str,
        media_type: &'static str,
        text: &str,
        is_whole: bool,
    ) {
        let part = if is_whole { "-" } else { "-not-whole-" };
        let name = [name, part, &clock::day(self.now()), ".", ending].concat();
        let said = match files::save(&name, media_type, text) {
            None => return self.say_saved(Text::SavedFailed),
            Some(url) => {
                set_timeout(move || files::forget(&url), HELD);
                if is_whole {
                    Text::SavedFile
                } else {
                    Text::SavedPart
                }
            }
        };
        self.backup.saved.set(self.text(said, &[("name", &name)]));
        if let Some(offer) = self.inner.with_value(|inner| inner.backup.offer) {
            offer(self, name, media_type, text);
        }
    }

    /// All that is kept, joined with what this tab knows. So it is whole also when the browser has
    /// no room, or keeps nothing at all.
    pub fn backup_source(&self) -> BackupSource {
        let (mut records, is_whole) = self.inner.with_value(|inner| inner.records.readable());
        self.add_reading_to(&mut records);
        if let Some(add_unsaved) = self.inner.with_value(|inner| inner.items.add_unsaved) {
            add_unsaved(self, &mut records);
        }
        BackupSource { records, is_whole }
    }

    fn backup_text(&self) -> Option<(String, bool)> {
        let BackupSource { records, is_whole } = self.backup_source();
        if records.is_empty() {
            self.say_saved(if is_whole {
                Text::SavedNothing
            } else {
                Text::SavedUnread
            });
            return None;
        }
        let backup = Backup::write(&records, &page::build(), self.now());
        Some((backup, is_whole))
    }

    fn say_saved(&self, text: Text) {
        // What was offered with the sentence before goes with it.
        self.backup.offers.set(None);
        self.backup.saved.set(self.text(text, &[]));
    }
}

impl BackupSession {
    /// Saves a backup that anybody can read. Where the browser keeps nothing, words are in the page
    /// that they were written in, and nowhere else: then "nothing yet" would be untrue.
    pub fn export(&self) {
        let state = self.state;
        let is_lasting = state.inner.with_value(|inner| inner.records.is_lasting());
        if !is_lasting && state.backup_source().records.is_empty() {
            return state.say_saved(Text::BackupNotHere);
        }
        state.export();
    }

    /// Makes a backup that opens with the passphrase in both fields, and opens it again to be sure.
    /// It takes a slow phone seconds, and a browser may drop a file that comes so long after the
    /// tap: so it is made first, and saved with the next tap.
    pub fn seal(&self) {
        let (session, state) = (*self, self.state);
        let passphrase = cipher::canonical(&files::written(NEW_PASSPHRASE));
        let again = cipher::canonical(&files::written(AGAIN));
        if passphrase.chars().count() < SHORTEST {
            return state.say_saved(Text::SealShort);
        }
        if passphrase != again {
            return state.say_saved(Text::SealDiffer);
        }
        let Some((backup, is_whole)) = state.backup_text() else {
            return;
        };
        state.say_saved(Text::BackupBusy);
        self.change(|steps| {
            steps.is_busy = true;
            steps.sealed = None;
        });
        spawn_local(async move {
            let sealed = cipher::seal(&passphrase, &backup).await;
            let text = sealed.as_ref().map(Sealed::print);
            let opened = match text.as_deref().map(Sealed::parse) {
                Some(Ok(sealed)) => cipher::open(&again, &sealed).await,
                _ => None,
            };
            let is_sure = opened.as_ref() == Some(&backup);
            session.change(|steps| {
                steps.is_busy = false;
                steps.sealed = text.filter(|_| is_sure).map(|text| (text, is_whole));
            });
            if !is_sure {
                return state.say_saved(Text::SavedFailed);
            }
            files::empty(NEW_PASSPHRASE);
            files::empty(AGAIN);
            state.say_saved(Text::SealReady);
            // The button has its room in the next step of the executor.
            tick().await;
            page::focus(SEALED_GO);
        });
    }

    /// Saves what [`BackupSession::seal`] has made.
    pub fn save_sealed(&self) {
        let sealed = self.steps.with_untracked(|steps| steps.sealed.clone());
        if let Some((text, is_whole)) = sealed {
            let (name, kind) = ("bearings-protected-backup", "text/plain");
            self.state.save_file(name, "txt", kind, &text, is_whole);
        }
    }

    /// Says at once when the second passphrase is not the first. Not while it is
    /// still being typed, unless the person `has_left` the field.
    pub fn compare(&self, has_left: bool) {
        let first = cipher::canonical(&files::written(NEW_PASSPHRASE));
        let again = cipher::canonical(&files::written(AGAIN));
        let is_begun = !has_left && first.starts_with(&again);
        let differs = !again.is_empty() && first != again && !is_begun;
        self.change(|steps| steps.differs = differs);
    }
}
