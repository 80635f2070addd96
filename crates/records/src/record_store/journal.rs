//! What goes into the journal, comes out of it, and is found there.

use super::RecordStore;
use crate::journal::{Journal, ON_DISK, Round, item_of};
use crate::{Timer, Wake};
use bearings_domain::backup::Record;
use bearings_domain::items::Item;
use bearings_domain::store::{self, ItemKind, Slot};

/// What the journal held: words that a killed browser had not brought to the disk.
#[derive(Debug, Default)]
pub struct Recovered {
    /// Joined with what storage holds, and stored.
    pub stored: Vec<(ItemKind, Item)>,
    /// Those that storage refused: they are known to this page alone, and stay in the journal.
    pub refused: Vec<(ItemKind, Item)>,
    /// When the journal may let go of what was stored.
    pub timer: Option<Timer>,
}

impl RecordStore {
    /// Gives this store its journal; `tab` tells the entries of this page from those of others.
    pub fn set_journal(&mut self, journal: Box<dyn Journal>, tab: u64) {
        self.journal = journal;
        self.log.tab = tab;
    }

    /// The entry of an item, as this tab puts it into the journal.
    pub(crate) fn journal_entry(&self, kind: ItemKind, item: &Item) -> Record {
        Record {
            name: self.log.name(&Slot::Item(kind, item.id().clone())),
            text: store::encode_item(kind, item, self.now()),
        }
    }

    /// Puts entries into the journal. They come out when nothing has been added for a while.
    pub(crate) fn put_in_journal(&mut self, round: Round, entries: Vec<Record>) -> Timer {
        let timer = self.release_later(entries.clone());
        self.journal.put(round, entries);
        timer
    }

    /// Takes out what this tab put in, if `put` is the last time that it did. What could not be
    /// saved stays where it is.
    pub fn release_journal(&mut self, put: u32, is_all_saved: bool) {
        let entries = self.log.take(put, is_all_saved);
        if !entries.is_empty() {
            self.journal.remove(entries);
        }
    }

    /// Empties the journal: its entries would come back at the next start.
    pub(super) fn clear_journal(&mut self) {
        self.log.clear();
        self.journal.clear();
    }

    /// Joins these entries of the journal with what is stored, whichever kind they are of. An entry
    /// that this release cannot read was written by a newer one, and is left alone. Where nothing
    /// may outlive the page, nothing is taken in.
    pub fn recover(&mut self, entries: Vec<Record>) -> Recovered {
        let mut recovered = Recovered::default();
        if !self.is_lasting {
            return recovered;
        }
        // What one tab deleted another may hold as it was: joined first, then stored.
        let mut found: Vec<(ItemKind, Item, Vec<Record>)> = Vec::new();
        for entry in entries {
            let Some((kind, item)) = item_of(&entry) else {
                continue;
            };
            let is_same =
                |known: &&mut (ItemKind, Item, _)| known.0 == kind && known.1.id() == item.id();
            match found.iter_mut().find(is_same) {
                Some((_, known, entries)) => {
                    *known = known.merge(&item);
                    entries.push(entry);
                }
                None => found.push((kind, item, vec![entry])),
            }
        }
        let mut done = Vec::new();
        for (kind, item, entries) in found {
            match self.save_item(kind, &item) {
                Ok(stored) => {
                    recovered.stored.push((kind, stored));
                    done.extend(entries);
                }
                Err(_) => recovered.refused.push((kind, item)),
            }
        }
        if !done.is_empty() {
            recovered.timer = Some(self.release_later(done));
        }
        recovered
    }

    fn release_later(&mut self, entries: Vec<Record>) -> Timer {
        Timer {
            after: ON_DISK,
            wake: Wake::Release(self.log.add(entries)),
        }
    }
}
