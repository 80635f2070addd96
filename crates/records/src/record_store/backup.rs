//! What this page knows beyond the records, joined with them for a backup.

use bearings_domain::backup::Record;
use bearings_domain::items::Item;
use bearings_domain::store::{ItemKind, SingleRecord, Slot, Stored};
use bearings_domain::time::Millis;

/// Joins the record of `known` with it. A record that says it all already stays as it is, and so
/// does one that cannot be read: it is worth as much as the others. `now` is noted on its envelope.
pub fn include<R: SingleRecord + PartialEq>(records: &mut Vec<Record>, known: &R, now: Millis) {
    let name = R::KIND.name();
    let Some(record) = find(records, name) else {
        let (name, text) = (name.to_owned(), known.encode(now));
        return records.push(Record { name, text });
    };
    if let Ok(read) = R::decode(&record.text) {
        let kept = read.into_value();
        let joined = kept.merge(known);
        if joined != kept {
            record.text = joined.encode(now);
        }
    }
}

/// The same for an item.
pub(crate) fn include_item(records: &mut Vec<Record>, kind: ItemKind, known: &Item, now: Millis) {
    let slot = Slot::Item(kind, known.id().clone());
    let known = Stored::Item(kind, known.clone());
    let name = slot.name();
    let Some(record) = find(records, &name) else {
        let text = known.encode(now);
        return records.push(Record { name, text });
    };
    if let Ok(read) = slot.decode(&record.text) {
        let kept = read.into_value();
        let joined = kept.merge(&known);
        if joined != kept {
            record.text = joined.encode(now);
        }
    }
}

fn find<'a>(records: &'a mut [Record], name: &str) -> Option<&'a mut Record> {
    records.iter_mut().find(|record| record.name == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use bearings_domain::progress::Progress;
    use bearings_domain::{ItemId, Items, Writer};

    const NOW: Millis = Millis(7);

    fn note(text: &str) -> Item {
        let (mut items, id) = (Items::default(), ItemId::new(NOW, 1));
        let field = bearings_domain::FieldName::parse("text").expect("a name");
        items.create(&id, &[(&field, text)], Writer::new(1), NOW);
        items.get(&id).expect("it was made").clone()
    }

    #[test]
    fn what_has_no_record_gets_one_and_what_is_said_already_stays_as_it_is() {
        let mut records = Vec::new();
        include(&mut records, &Progress::default(), NOW);
        include_item(&mut records, ItemKind::Note, &note("Ask"), NOW);
        assert_eq!(records.len(), 2);
        let before = records.clone();
        include(&mut records, &Progress::default(), Millis(99));
        include_item(&mut records, ItemKind::Note, &note("Ask"), Millis(99));
        assert_eq!(records, before);
    }

    #[test]
    fn a_record_that_cannot_be_read_is_worth_as_much_as_the_others() {
        let name = Slot::Item(ItemKind::Note, note("Ask").id().clone()).name();
        let torn = |name: &str| Record {
            name: name.to_owned(),
            text: "{torn".to_owned(),
        };
        let mut records = vec![torn(&name), torn("progress")];
        let before = records.clone();
        include_item(&mut records, ItemKind::Note, &note("Ask"), NOW);
        include(&mut records, &Progress::default(), NOW);
        assert_eq!(records, before);
    }
}
