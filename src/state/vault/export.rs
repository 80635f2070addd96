//! Saving files: a backup, a protected one, and a page to read.

use super::{AppState, NEW_PASSPHRASE, Vault};
use crate::browser::{cipher, clock, files, page};
use bearings_domain::backup::{Backup, Record};
use bearings_domain::text::Text;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// How long a text is held for the browser, which may ask the person where to save it.
const HELD: Duration = Duration::from_mins(2);
/// The fewest characters of a new passphrase: shorter ones are guessed in minutes.
const SHORTEST: usize = 8;

impl AppState {
    /// Saves a backup that anybody can read.
    pub fn export(&self) {
        if let Some(backup) = self.backup() {
            self.save_file("bearings-backup", "json", "application/json", &backup);
        }
    }

    /// Asks the browser to save a file, and says so.
    pub fn save_file(&self, name: &str, ending: &str, media_type: &str, text: &str) {
        let name = [name, "-", &clock::day(clock::now()), ".", ending].concat();
        let Some(url) = files::save(&name, media_type, text) else {
            return self.say_saved(Text::SavedFailed);
        };
        set_timeout(move || files::forget(&url), HELD);
        self.saved
            .set(self.text(Text::SavedFile, &[("name", &name)]));
    }

    /// All records: as they are kept, and joined with what this tab knows beyond that. So they
    /// are whole also when the browser has no room, or keeps nothing at all.
    pub fn records(&self) -> Vec<Record> {
        let mut records = self.keep(|keeper| keeper.all()).unwrap_or_default();
        self.gather(&mut records);
        if let Some(gather) = self.inner.with_value(|inner| inner.gather) {
            gather(self, &mut records);
        }
        records
    }

    fn backup(&self) -> Option<String> {
        let records = self.records();
        if records.is_empty() {
            self.say_saved(Text::SavedNothing);
            return None;
        }
        Some(Backup::write(&records, &page::build(), clock::now()))
    }

    fn say_saved(&self, text: Text) {
        self.saved.set(self.text(text, &[]));
    }
}

impl Vault {
    /// Saves a backup that opens with the passphrase in its field.
    pub fn export_sealed(&self) {
        let (vault, state) = (*self, self.state);
        let passphrase = files::written(NEW_PASSPHRASE);
        if passphrase.chars().count() < SHORTEST {
            return state.say_saved(Text::SealShort);
        }
        let Some(backup) = state.backup() else {
            return;
        };
        state.say_saved(Text::VaultBusy);
        self.change(|steps| steps.is_busy = true);
        spawn_local(async move {
            let sealed = cipher::seal(&passphrase, &backup).await;
            vault.change(|steps| steps.is_busy = false);
            match sealed {
                Some(sealed) => {
                    let text = sealed.print();
                    state.save_file("bearings-protected-backup", "txt", "text/plain", &text);
                    files::empty(NEW_PASSPHRASE);
                }
                None => state.say_saved(Text::SavedFailed),
            }
        });
    }
}

/// Joins records with what this tab knows of what was written. One that says it all already stays
/// as it stands, and so does one that cannot be read: it is worth as much as the others.
pub(super) fn gather(state: &AppState, records: &mut Vec<Record>) {
    let now = clock::now();
    for (slot, known) in state.notes_in_memory() {
        let name = slot.name();
        let Some(record) = records.iter_mut().find(|record| record.name == name) else {
            let text = known.encode(now);
            records.push(Record { name, text });
            continue;
        };
        if let Ok(read) = slot.decode(&record.text) {
            let kept = read.into_value();
            let joined = kept.merge(&known);
            if joined != kept {
                record.text = joined.encode(now);
            }
        }
    }
}
