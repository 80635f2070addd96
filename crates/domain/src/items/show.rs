//! What people see of the versions of an item.

use super::make::{copy_id, is_copy_id};
use super::{Field, Item, Items, Version};
use crate::{FieldName, ItemId, Millis};

/// Whether there is an item of an id. Not generic: each closure would bring the code of `split`
/// once more.
pub(crate) type IsTaken<'a> = &'a dyn Fn(&ItemId) -> bool;

/// An item as a person sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The name to change or delete it by.
    pub id: ItemId,
    /// When it was made.
    pub created: Millis,
    /// When one of its texts was last changed.
    pub edited: Millis,
    /// The item that this is another version of, changed elsewhere at the same time.
    pub copy_of: Option<&'a ItemId>,
    /// Its texts, in the order of their names.
    pub fields: Vec<&'a Field>,
}

impl Shown<'_> {
    /// The text of this name; empty if it was never written.
    pub fn text(&self, name: &FieldName) -> &str {
        let found = self.fields.iter().find(|field| field.name == *name);
        found.map_or("", |field| &field.text)
    }
}

impl Items {
    /// Everything that is not deleted, copies beside what they are copies of.
    pub fn shown(&self) -> Vec<Shown<'_>> {
        let is_taken = |id: &ItemId| self.get(id).is_some();
        self.iter().flat_map(|item| item.shown(&is_taken)).collect()
    }

    /// What is shown of the record of this id: the item, then its copies.
    pub fn shown_of(&self, id: &ItemId) -> Vec<Shown<'_>> {
        let is_taken = |id: &ItemId| self.get(id).is_some();
        self.get(id)
            .map_or_else(Vec::new, |item| item.shown(&is_taken))
    }

    /// What is shown under this id; nothing if it is deleted or was never there.
    pub fn show(&self, id: &ItemId) -> Option<Shown<'_>> {
        if self.get(id).is_some() {
            return self.shown_of(id).into_iter().next();
        }
        // Only a copy is shown without a record of its own, and every record may hold it.
        let shown = if is_copy_id(id) {
            self.shown()
        } else {
            Vec::new()
        };
        shown.into_iter().find(|shown| shown.id == *id)
    }
}

impl Item {
    /// The item, then its copies. A copy whose id `is_taken` has become an item of its own.
    pub(crate) fn shown(&self, is_taken: IsTaken) -> Vec<Shown<'_>> {
        let Some(newest) = self.versions().first() else {
            return Vec::new();
        };
        let split = self.split(is_taken);
        let mut shown = vec![show(self.id().clone(), newest, None, split.fields)];
        for (id, version) in split.copies {
            let fields = version.fields.iter().collect();
            shown.push(show(id, version, Some(self.id()), fields));
        }
        shown
    }

    /// Sorts out what belongs together and what is shown apart.
    pub(super) fn split(&self, is_taken: IsTaken) -> Split<'_> {
        let mut fields = Vec::new();
        let mut has_lost = vec![false; self.versions().len()];
        for name in self.names() {
            let current = self.current(name);
            // The texts of the newest version stay together. Where it has nothing to say, the
            // last change counts.
            let newest = current.iter().find(|(version, _)| *version == 0);
            let last = current.iter().max_by_key(|(_, field)| *field);
            let Some((_, kept)) = newest.or(last) else {
                continue;
            };
            for (version, field) in &current {
                let is_lost = field.text != kept.text && !field.text.is_empty();
                if let Some(has_lost) = has_lost.get_mut(*version) {
                    *has_lost |= is_lost;
                }
            }
            fields.push(*kept);
        }
        let (mut parents, mut copies) = (Vec::new(), Vec::new());
        for (version, has_lost) in self.versions().iter().zip(has_lost) {
            let id = has_lost.then(|| copy_id(self.id(), version));
            match id.filter(|id| !is_taken(id)) {
                Some(id) => copies.push((id, version)),
                None => parents.push(version),
            }
        }
        Split {
            fields,
            parents,
            copies,
        }
    }

    /// The texts of one name that no other version replaces, each with the position of its
    /// version.
    fn current(&self, name: &FieldName) -> Vec<(usize, &Field)> {
        let all: Vec<_> = self
            .versions()
            .iter()
            .enumerate()
            .filter_map(|(at, version)| Some((at, version, version.field(name)?)))
            .collect();
        let is_replaced = |field: &Field| {
            all.iter().any(|(_, version, other)| {
                field.changed < other.changed && version.base.covers(&field.changed)
            })
        };
        all.iter()
            .filter(|(_, _, field)| !is_replaced(field))
            .map(|(at, _, field)| (*at, *field))
            .collect()
    }

    fn names(&self) -> Vec<&FieldName> {
        let mut names = Vec::new();
        for field in self.versions().iter().flat_map(|version| &version.fields) {
            if let Err(at) = names.binary_search(&&field.name) {
                names.insert(at, &field.name);
            }
        }
        names
    }
}

/// The versions of an item, sorted out.
pub(super) struct Split<'a> {
    /// The texts of the item, in the order of their names.
    pub fields: Vec<&'a Field>,
    /// The versions that a change of the item replaces.
    pub parents: Vec<&'a Version>,
    /// The versions that are shown as items of their own.
    pub copies: Vec<(ItemId, &'a Version)>,
}

fn show<'a>(
    id: ItemId,
    version: &Version,
    copy_of: Option<&'a ItemId>,
    fields: Vec<&'a Field>,
) -> Shown<'a> {
    let edited = fields.iter().map(|field| field.changed.at).max();
    Shown {
        id,
        created: version.created,
        edited: edited.unwrap_or(version.stamp.at),
        copy_of,
        fields,
    }
}
