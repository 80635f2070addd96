//! A second place for what was written last, which is on the disk sooner than storage is.
//!
//! What goes in: every item that is saved, under a name of this tab. What comes out: everything
//! this tab put in, 20 s after the last of it, when nothing is unsaved; storage is on the disk by
//! then. Chromium and Firefox bring local storage to the disk up to five seconds after a page has
//! written to it, and a browser that is killed meanwhile has forgotten it.

use bearings_domain::backup::Record;
use bearings_domain::items::Item;
use bearings_domain::store::{ItemKind, Slot, Stored};
use std::time::Duration;

/// Where there is no journal: storage is on the disk by then.
pub(crate) const WITHOUT_JOURNAL: Duration = Duration::from_secs(6);

/// Storage is on the disk by then for certain, so the journal can let go.
pub(crate) const ON_DISK: Duration = Duration::from_secs(20);

/// A database that reaches the disk sooner than [`Storage`](crate::Storage) does.
///
/// It is asked and never waited for: the app answers a `put` through
/// [`ItemStore::journal_answered`](crate::ItemStore::journal_answered), once, or never.
pub trait Journal {
    /// Writes entries, in place of those of the same names.
    fn put(&mut self, round: Round, entries: Vec<Record>);
    /// Removes entries where they still are what is given here.
    fn remove(&mut self, entries: Vec<Record>);
    /// Removes every entry, those of other tabs included.
    fn clear(&mut self);
}

/// No journal: it takes nothing and answers nothing.
#[derive(Debug, Default)]
pub struct NoJournal;

impl Journal for NoJournal {
    fn put(&mut self, _round: Round, _entries: Vec<Record>) {}
    fn remove(&mut self, _entries: Vec<Record>) {}
    fn clear(&mut self) {}
}

/// A round of saving one kind of items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Round {
    /// Which kind.
    pub kind: ItemKind,
    /// Counts the rounds of this page.
    pub number: u32,
}

/// The item that an entry holds; nothing for what this release cannot read.
///
/// Entries are named `note:<id>@<tab>`, by earlier releases `note:<id>`.
pub fn item_of(entry: &Record) -> Option<(ItemKind, Item)> {
    let slot = Slot::parse(entry.name.split('@').next()?)?;
    match slot.decode(&entry.text).ok()?.into_value() {
        Stored::Item(kind, item) => Some((kind, item)),
        _ => None,
    }
}

/// What this tab has put into the journal and not taken out yet.
#[derive(Debug, Default)]
pub(crate) struct JournalLog {
    /// Tells the entries of this tab from those of others.
    pub tab: u64,
    entries: Vec<Record>,
    /// How often entries were put in, so that a timer knows whether it is the last.
    puts: u32,
}

impl JournalLog {
    /// The name of an entry. Another tab has names of its own: what each of them wrote last of the
    /// same item stays until it is certain.
    pub(crate) fn name(&self, slot: &Slot) -> String {
        [&slot.name(), "@", &self.tab.to_string()].concat()
    }

    /// Remembers entries. Of each name the newest counts, as in the journal. Returns which put it
    /// was.
    pub(crate) fn add(&mut self, entries: Vec<Record>) -> u32 {
        let is_new = |known: &Record| entries.iter().all(|entry| entry.name != known.name);
        self.entries.retain(is_new);
        self.entries.extend(entries);
        self.puts += 1;
        self.puts
    }

    /// Whether the journal may hold an entry of this tab for a record.
    pub(crate) fn may_hold(&self, slot: &Slot) -> bool {
        let name = self.name(slot);
        self.entries.iter().any(|entry| entry.name == name)
    }

    /// The entries that can come out: all of them once `put` is the newest and all is saved.
    /// Otherwise they stay for the next time.
    pub(crate) fn take(&mut self, put: u32, is_all_saved: bool) -> Vec<Record> {
        if put == self.puts && is_all_saved {
            std::mem::take(&mut self.entries)
        } else {
            Vec::new()
        }
    }

    /// Forgets everything, when the journal was cleared.
    pub(crate) fn clear(&mut self) {
        self.entries.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bearings_domain::ids::ItemId;
    use bearings_domain::time::Millis;

    #[test]
    fn two_tabs_never_put_an_item_under_the_same_name_into_the_journal() {
        let slot = Slot::Item(ItemKind::Note, ItemId::new(Millis(7), 7));
        let [one, other] = [1, 2].map(|tab| {
            let log = JournalLog {
                tab,
                ..JournalLog::default()
            };
            log.name(&slot)
        });
        assert_ne!(one, other);
        for name in [one, other, slot.name()] {
            let parsed = name.split('@').next().and_then(Slot::parse);
            assert_eq!(parsed.as_ref(), Some(&slot), "{name}");
        }
    }
}
