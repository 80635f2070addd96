//! What a person does with items.

use super::make::branch;
use super::{Field, Item, Items, Seen, Stamp, Version, Writer};
use crate::{FieldName, ItemId, Millis};

impl Items {
    /// Makes an item. Returns whether it was made: not if there is or was one of this id.
    pub fn create(
        &mut self,
        id: &ItemId,
        texts: &[(&FieldName, &str)],
        writer: Writer,
        now: Millis,
    ) -> bool {
        let is_new = self.show(id).is_none() && self.get(id).is_none();
        if is_new {
            self.write(id, now, &[], Vec::new(), texts, writer, now);
        }
        is_new
    }

    /// Changes texts of an item or a copy; the others stay as they are. Returns whether that
    /// changed anything: not if the item is deleted or the texts are what they were.
    pub fn edit(
        &mut self,
        id: &ItemId,
        texts: &[(&FieldName, &str)],
        writer: Writer,
        now: Millis,
    ) -> bool {
        let has_news = self.show(id).is_some_and(|shown| {
            let is_news = |(name, text): &(&FieldName, &str)| shown.text(name) != *text;
            texts.iter().any(is_news)
        });
        if has_news {
            self.settle(id, writer, now);
            self.replace(id, texts, writer, now);
        }
        has_news
    }

    /// Deletes an item or a copy. What is shown as a copy of it stays. Returns what was there, for
    /// [`Items::bring_back`].
    pub fn delete(&mut self, id: &ItemId, writer: Writer, now: Millis) -> Option<Item> {
        self.show(id)?;
        self.settle(id, writer, now);
        let old = self.get(id)?.clone();
        self.keep_copies(&old);
        let deleted_at = now.max(old.changed_at());
        self.put(Item::from_parts(id.clone(), deleted_at, Vec::new()));
        Some(old)
    }

    /// Takes back a deletion, here or on another device: the texts of `old` are there again.
    /// Returns whether that changed anything: not if the item is there.
    pub fn bring_back(&mut self, old: &Item, writer: Writer, now: Millis) -> bool {
        let is_here = self.get(old.id()).is_some_and(|item| !item.is_deleted());
        let Some(newest) = old.versions().first().filter(|_| !is_here) else {
            return false;
        };
        self.keep_copies(old);
        let split = old.split(&|_| false);
        let texts = split.fields.iter();
        let texts: Vec<_> = texts
            .map(|field| (&field.name, field.text.as_str()))
            .collect();
        self.write(
            old.id(),
            newest.created,
            &[],
            Vec::new(),
            &texts,
            writer,
            now,
        );
        true
    }

    /// Gives a copy a record of its own. In the record of the item it is a copy of nothing is left
    /// of it: deleting it must delete it there too.
    fn settle(&mut self, id: &ItemId, writer: Writer, now: Millis) {
        if self.get(id).is_some() {
            return;
        }
        let shown = self.shown();
        let copy = shown.iter().find(|shown| shown.id == *id);
        let Some(origin) = copy.and_then(|copy| copy.copy_of).cloned() else {
            return;
        };
        let own = self.get(&origin).and_then(|item| {
            let copies = item.split(&|_| false).copies;
            let own = copies.into_iter().find(|(copy, _)| copy == id);
            own.map(|(_, version)| version.clone())
        });
        if let Some(version) = own {
            self.put(Item::from_parts(id.clone(), Millis(0), vec![version]));
            self.replace(&origin, &[], writer, now);
        }
    }

    /// Gives every copy of an item a record of its own.
    fn keep_copies(&mut self, item: &Item) {
        for (id, version) in item.split(&|_| false).copies {
            if self.get(&id).is_none() {
                self.put(Item::from_parts(id, Millis(0), vec![version.clone()]));
            }
        }
    }

    /// Writes a version in the place of those that are shown together under this id.
    fn replace(&mut self, id: &ItemId, texts: &[(&FieldName, &str)], writer: Writer, now: Millis) {
        let Some(item) = self.get(id).cloned() else {
            return;
        };
        let split = item.split(&|id| self.get(id).is_some());
        let Some(newest) = split.parents.first() else {
            return;
        };
        let fields = split.fields.into_iter().cloned().collect();
        self.write(
            id,
            newest.created,
            &split.parents,
            fields,
            texts,
            writer,
            now,
        );
    }

    #[expect(
        clippy::too_many_arguments,
        reason = "this is what a version is made of"
    )]
    fn write(
        &mut self,
        id: &ItemId,
        created: Millis,
        parents: &[&Version],
        mut fields: Vec<Field>,
        texts: &[(&FieldName, &str)],
        writer: Writer,
        now: Millis,
    ) {
        let item = self.get(id);
        let before = item.map(Item::changed_at).unwrap_or_default();
        let stamp = Stamp {
            at: now.after(before),
            by: writer,
            branch: match parents {
                // A line goes on only where its own writer goes on with it.
                [parent] if parent.stamp.by == writer => parent.stamp.branch,
                _ => branch(id, parents),
            },
        };
        for (name, text) in texts {
            change(&mut fields, name, text, stamp);
        }
        let had = parents
            .iter()
            .flat_map(|parent| parent.base.iter().chain([&parent.stamp]));
        let version = Version {
            stamp,
            created,
            fields,
            base: had.copied().collect::<Seen>(),
        };
        let deleted_at = item.map(Item::deleted_at).unwrap_or_default();
        self.put(Item::from_parts(id.clone(), deleted_at, vec![version]));
    }
}

/// Puts a text in its place, unless it is what is there.
fn change(fields: &mut Vec<Field>, name: &FieldName, text: &str, changed: Stamp) {
    let field = Field {
        name: name.clone(),
        changed,
        text: text.to_owned(),
    };
    match fields.binary_search_by(|known| known.name.cmp(name)) {
        Ok(at) => {
            if let Some(known) = fields.get_mut(at).filter(|known| known.text != text) {
                *known = field;
            }
        }
        Err(at) => fields.insert(at, field),
    }
}
