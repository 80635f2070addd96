//! When records go into the journal, and when they come out of it: see [`journal`].

use super::NOTE;
use crate::browser::journal;
use crate::state::notebook::Notebook;
use crate::state::{AppState, keeper};
use bearings_domain::items::Item;
use bearings_domain::store::{self, Slot};
use bearings_domain::time::Millis;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Chromium and Firefox have brought local storage to disk by then.
const WITHOUT_JOURNAL: Duration = Duration::from_secs(6);
/// Local storage is on disk by then for certain, so the journal can let go.
const ON_DISK: Duration = Duration::from_secs(20);

impl AppState {
    /// Puts records into the journal; what was written in this round is then certain. Where there
    /// is no database it is when local storage had the time to reach the disk.
    pub(super) fn journal(&self, round: u32, records: Vec<(String, String)>) {
        let state = *self;
        self.remember_journal(records.clone());
        spawn_local(async move {
            let is_on_disk = journal::write(records).await.is_some();
            let wait = if is_on_disk {
                Duration::ZERO
            } else {
                WITHOUT_JOURNAL
            };
            set_timeout(
                move || {
                    state.tend(|notes| notes.be_certain(round));
                },
                wait,
            );
        });
    }

    /// These are in the journal; they are taken out when nothing has been added for a while.
    fn remember_journal(&self, records: Vec<(String, String)>) {
        let state = *self;
        let count = self.change(|inner| {
            let pending = &mut inner.pending;
            // Of each name the newest is there, and no other.
            let is_new = |(name, _): &(String, String)| records.iter().all(|(new, _)| new != name);
            pending.journaled.retain(is_new);
            pending.journaled.extend(records);
            pending.journals += 1;
            pending.journals
        });
        set_timeout(
            move || {
                let records = state.change(|inner| {
                    let pending = &mut inner.pending;
                    let is_last = Some(pending.journals) == count;
                    is_last.then(|| std::mem::take(&mut pending.journaled))
                });
                // What could not be kept elsewhere stays where it is.
                let is_kept = !state.notes.with_untracked(Notebook::has_changes);
                if let (true, Some(Some(records))) = (is_kept, records) {
                    spawn_local(journal::forget(records));
                }
            },
            ON_DISK,
        );
    }

    /// Empties the journal. Whoever clears what is kept on this device must call this too, or
    /// what was written last would come back.
    pub fn clear_journal(&self) {
        self.change(|inner| inner.pending.journaled.clear());
        spawn_local(async { _ = journal::clear().await });
    }
}

/// Joins what the journal holds: words that a killed browser had not brought to disk.
pub(super) async fn recover(state: AppState) {
    let is_lasting = state.notes.with_untracked(|notes| notes.lasting);
    let records = journal::read().await;
    if records.is_empty() || !is_lasting {
        return;
    }
    let mut items = Vec::new();
    for (name, text) in &records {
        if let Some(Slot::Item(NOTE, id)) = slot(name)
            && let Ok(read) = keeper::decode(NOTE, &id, text)
        {
            items.push(read.into_value());
        }
    }
    state.tend(|notes| notes.hear(items));
    state.flush_notes();
    state.remember_journal(records);
}

/// The name and the text of the record of a note, as this tab puts it into the journal. Another tab
/// has names of its own: what each of them wrote last of the same note stays until it is certain.
pub(super) fn record(item: &Item, tab: u64, now: Millis) -> (String, String) {
    let name = Slot::Item(NOTE, item.id().clone()).name();
    let name = [&name, "@", &tab.to_string()].concat();
    (name, store::encode_item(NOTE, item, now))
}

/// Which record a name in the journal is for. Names of earlier releases do not say whose they are.
fn slot(name: &str) -> Option<Slot> {
    Slot::parse(name.split('@').next()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bearings_domain::ids::ItemId;
    use bearings_domain::items::Items;
    use bearings_domain::{FieldName, Writer};

    #[test]
    fn two_tabs_never_put_a_note_under_the_same_name_into_the_journal() {
        let (mut items, id) = (Items::default(), ItemId::new(Millis(7), 7));
        let text = FieldName::parse("text").expect("a name");
        items.create(&id, &[(&text, "Ask")], Writer::new(1), Millis(7));
        let item = items.get(&id).expect("it was made");
        let [(one, _), (other, _)] = [1, 2].map(|tab| record(item, tab, Millis(7)));
        assert_ne!(one, other);
        for name in [one, other, format!("note:{id}")] {
            assert_eq!(slot(&name), Some(Slot::Item(NOTE, id.clone())), "{name}");
        }
    }
}
