//! The page says everything a person wrote, and names no page of *Choose to read*.

use super::*;
use crate::testing::{block, catalog, page};
use bearings_domain::Writer;
use bearings_domain::ids::{FieldName, ItemId};
use bearings_domain::store::Kind;

const NOW: Millis = Millis(1_000);

fn record(slot: &Slot, value: &Stored) -> Record {
    Record {
        name: slot.name(),
        text: value.encode(NOW),
    }
}

fn dates(when: Millis) -> String {
    when.0.to_string()
}

fn all(records: &[Record]) -> Vec<Section> {
    sections(&catalog(), records, &dates)
}

fn section<'a>(sections: &'a [Section], heading: &str) -> &'a Section {
    let found = sections.iter().find(|section| section.heading == heading);
    found.expect("the page has the section")
}

#[test]
fn what_was_written_stands_there_with_its_names_and_dates() {
    let id = ItemId::new(NOW, 7);
    let name = |name| FieldName::parse(name).expect("a valid name");
    let (said, empty) = (name("what-was-said"), name("empty"));
    let mut items = Items::default();
    let texts = [(&said, "Rest <b>well</b>"), (&empty, "")];
    items.create(&id, &texts, Writer::new(1), NOW);
    let item = items.get(&id).expect("it was written").clone();
    let slot = Slot::Item(ItemKind::Note, id);
    let sections = all(&[record(&slot, &Stored::Item(ItemKind::Note, item))]);
    let notes = section(&sections, "destination-notes");
    assert!(notes.lines.is_empty());
    assert_eq!(
        notes.pieces,
        [Piece {
            about: String::from("readable-written"),
            texts: vec![(
                String::from("what was said"),
                String::from("Rest <b>well</b>")
            )],
        }]
    );
    assert_eq!(
        section(&sections, "destination-visits").lines,
        ["readable-nothing"]
    );
}

#[test]
fn the_place_and_the_marks_are_titles_and_hard_topics_are_only_counted() {
    let mut progress = Progress::default();
    for id in ["bone-scan", "time"] {
        progress.mark_read(&page(id), NOW);
    }
    let position = Position {
        at: NOW,
        page: page("old-scan"),
        block: block("hot-spots"),
        offset: 0,
    };
    let sections = all(&[
        record(&Slot::One(Kind::Progress), &Stored::Progress(progress)),
        record(&Slot::One(Kind::Position), &Stored::Position(position)),
    ]);
    let marks = &section(&sections, "readable-marks").lines;
    assert_eq!(*marks, ["About bone-scan", "readable-choose"]);
    assert_eq!(
        section(&sections, "readable-position").lines,
        ["About bone-scan"]
    );
}

#[test]
fn what_cannot_be_read_is_counted() {
    let torn = Record {
        name: String::from("place:damaged:7"),
        text: String::from("{torn"),
    };
    let sections = all(&[torn]);
    let last = sections.last().expect("there are sections");
    assert_eq!(last.lines, ["readable-nothing", "readable-unread"]);
}
