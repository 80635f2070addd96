//! What restoring would do, before anything is done.

use super::classify::{self, Effect};
use super::names::Names;
use super::{Backup, Kept, Record, Unread, Unreadable};
use crate::store::{ItemKind, Slot, StoreError, Stored, prefix, quarantine_key};
use crate::{Item, ItemId, Items, Millis, Writer};

/// What restoring a backup would do. Restoring merges: nothing that is newer here gives way.
///
/// It holds only as long as storage is what it was made from: each [`Write`] says what must be
/// there before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RestorePlan {
    /// What is not here and will be.
    pub adds: Vec<Slot>,
    /// What is here and will have other texts, or another position, or more pages read.
    pub replaces: Vec<Slot>,
    /// What is here and will be gone: it was deleted elsewhere, later than it was written here.
    pub removes: Vec<Slot>,
    /// What will look as it does.
    pub keeps: Vec<Slot>,
    /// What will be here in two versions, since it was changed here and elsewhere.
    pub conflicts: Vec<Slot>,
    /// What is in the backup but was deleted here later, and will stay away: see
    /// [`RestorePlan::bring_back`].
    pub deleted_here: Vec<Slot>,
    /// What a newer release keeps here, and is not touched.
    pub left_alone: Vec<Slot>,
    /// The names of records that cannot be read, and are put back as they were.
    pub put_back: Vec<String>,
    steps: Vec<Step>,
    deleted: Vec<Deleted>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Step {
    name: String,
    before: Option<String>,
    after: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Deleted {
    kind: ItemKind,
    /// The text that is here, of a tombstone.
    before: String,
    /// The tombstone, merged with what the backup has.
    here: Item,
    there: Item,
    /// The ids of its copies that nothing else has.
    free: Vec<ItemId>,
}

/// One change of storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// The key.
    pub key: String,
    /// What must be there, or nothing must be. If it is not so, another tab has written meanwhile:
    /// do nothing, and make a new plan.
    pub before: Option<String>,
    /// What is to be there, or nothing.
    pub after: Option<String>,
}

/// What to do, all of it or nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transaction {
    /// In this order.
    pub writes: Vec<Write>,
    /// In this order, to take it back: after a write that failed, those whose `before` is there;
    /// later, when the person wants it, so long as nothing has been written since. After undoing,
    /// memory must be dropped, not merged.
    pub undo: Vec<Write>,
}

impl Transaction {
    /// What takes this back.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self {
            writes: self.undo,
            undo: self.writes,
        }
    }
}

impl RestorePlan {
    /// What restoring would do to these records. They are all that there are under our prefix.
    pub fn new(current: &[Record], backup: &Backup, now: Millis) -> Self {
        let known = backup.records.iter().map(|kept| kept.slot.name());
        let known: Vec<_> = known.collect();
        let known = known.iter().map(String::as_str);
        let unread = backup.unread.iter().map(|unread| unread.name.as_str());
        let sides = Sides {
            here: Names::of(current.iter().map(|record| record.name.as_str())),
            there: Names::of(known.chain(unread)),
            current,
        };
        let mut plan = Self::default();
        for kept in &backup.records {
            plan.restore(&sides, kept, now);
        }
        for unread in &backup.unread {
            plan.put_back(&sides, unread);
        }
        plan
    }

    /// How many of these are of a kind; the name is a kind's.
    pub fn count(slots: &[Slot], kind_name: &str) -> usize {
        let is_of_kind = |slot: &&Slot| slot.kind_name() == kind_name;
        slots.iter().filter(is_of_kind).count()
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.steps.is_empty()
    }

    /// Lets the backup win over the deletions of [`RestorePlan::deleted_here`].
    pub fn bring_back(&mut self, writer: Writer, now: Millis) {
        for deleted in std::mem::take(&mut self.deleted) {
            let (kind, before) = (deleted.kind, deleted.before);
            let mut items: Items = [deleted.here.clone()].into_iter().collect();
            items.bring_back(&deleted.there, writer, now);
            for item in items.iter() {
                let slot = Slot::Item(kind, item.id().clone());
                let is_main = item.id() == deleted.here.id();
                // A copy may have become an item of its own long ago.
                if is_main || deleted.free.contains(item.id()) {
                    let after = Stored::Item(kind, item.clone()).encode(now);
                    // The tombstones of both are not merged any more.
                    self.steps.retain(|step| step.name != slot.name());
                    self.step(&slot, is_main.then(|| before.clone()), after);
                    self.adds.push(slot);
                }
            }
        }
        self.deleted_here.clear();
    }

    /// The writes, for the site at this base path.
    pub fn transaction(&self, base_path: &str) -> Transaction {
        let prefix = prefix(base_path);
        let write = |step: &Step| Write {
            key: [&prefix, &*step.name].concat(),
            before: step.before.clone(),
            after: Some(step.after.clone()),
        };
        let writes: Vec<_> = self.steps.iter().map(write).collect();
        let undo = writes.iter().rev().map(Write::undone).collect();
        Transaction { writes, undo }
    }

    fn restore(&mut self, sides: &Sides, kept: &Kept, now: Millis) {
        let slot = &kept.slot;
        let text = || kept.text.clone().unwrap_or_else(|| kept.value.encode(now));
        let Some(before) = sides.text(&slot.name()) else {
            self.note(slot, classify::new(&kept.value));
            self.step(slot, None, text());
            return;
        };
        let value = match slot.decode(before) {
            Ok(read) => read.into_value(),
            Err(StoreError::Newer { .. }) => return self.left_alone.push(slot.clone()),
            Err(StoreError::Damaged { .. }) => {
                self.note(slot, classify::new(&kept.value));
                self.set_aside(sides, &slot.name(), before, now);
                self.step(slot, Some(before.to_owned()), text());
                return;
            }
        };
        let merged = value.merge(&kept.value);
        let effect = {
            let is_taken_before = |id: &ItemId| sides.text(&named(slot, id)).is_some();
            let is_taken_after = |id: &ItemId| sides.has(&named(slot, id));
            classify::merged(&value, &merged, [&is_taken_before, &is_taken_after])
        };
        self.note(slot, effect);
        if merged != value {
            let after = if merged == kept.value {
                text()
            } else {
                merged.encode(now)
            };
            self.step(slot, Some(before.to_owned()), after);
        }
        if let (Stored::Item(kind, merged), Stored::Item(_, there)) = (merged, &kept.value)
            && merged.is_deleted()
            && !there.is_deleted()
        {
            let shown = there.shown(&|id| sides.has(&named(slot, id)));
            self.deleted_here.push(slot.clone());
            self.deleted.push(Deleted {
                kind,
                before: before.to_owned(),
                here: merged,
                free: shown.into_iter().map(|shown| shown.id).collect(),
                there: there.clone(),
            });
        }
    }

    /// What cannot be read is put back where nothing is. Not so what only a forger can have made,
    /// nor a newer record of which there is one: it would keep this build from saving at all.
    fn put_back(&mut self, sides: &Sides, unread: &Unread) {
        let stays_in_the_file = match unread.why {
            Unreadable::Unbelievable => true,
            Unreadable::Newer { .. } => matches!(Slot::parse(&unread.name), Some(Slot::One(_))),
            _ => false,
        };
        let is_name = unread
            .name
            .bytes()
            .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b':'));
        if sides.text(&unread.name).is_none() && is_name && !stays_in_the_file {
            self.put_back.push(unread.name.clone());
            self.steps.push(Step {
                name: unread.name.clone(),
                before: None,
                after: unread.text.clone(),
            });
        }
    }

    fn note(&mut self, slot: &Slot, effect: Effect) {
        let list = match effect {
            Effect::Adds => &mut self.adds,
            Effect::Replaces => &mut self.replaces,
            Effect::Removes => &mut self.removes,
            Effect::Keeps => &mut self.keeps,
            Effect::Conflicts => &mut self.conflicts,
            Effect::Hidden => return,
        };
        list.push(slot.clone());
    }

    fn step(&mut self, slot: &Slot, before: Option<String>, after: String) {
        self.steps.push(Step {
            name: slot.name(),
            before,
            after,
        });
    }

    /// Copies a damaged record to a name where nothing is.
    fn set_aside(&mut self, sides: &Sides, name: &str, text: &str, now: Millis) {
        let mut at = now;
        let mut aside = quarantine_key(name, at);
        while sides.has(&aside) {
            at.0 = at.0.wrapping_add(1);
            aside = quarantine_key(name, at);
        }
        self.steps.push(Step {
            name: aside,
            before: None,
            after: text.to_owned(),
        });
    }
}

impl Write {
    /// What takes it back.
    #[must_use]
    pub fn undone(&self) -> Self {
        Self {
            key: self.key.clone(),
            before: self.after.clone(),
            after: self.before.clone(),
        }
    }
}

/// The name of another item of the same kind.
fn named(slot: &Slot, id: &ItemId) -> String {
    match slot {
        Slot::Item(kind, _) => Slot::Item(*kind, id.clone()).name(),
        Slot::One(_) => slot.name(),
    }
}

/// The records here, and those of the backup.
struct Sides<'a> {
    current: &'a [Record],
    here: Names<'a>,
    there: Names<'a>,
}

impl Sides<'_> {
    /// The text of a record that is here.
    fn text(&self, name: &str) -> Option<&str> {
        let record = self.current.get(self.here.position(name)?)?;
        Some(&record.text)
    }

    fn has(&self, name: &str) -> bool {
        self.here.position(name).is_some() || self.there.position(name).is_some()
    }
}
