use super::simulation::{item_id, name};
use super::*;
use crate::{FieldName, Millis};

const PHONE: Writer = Writer::new(1);
const LAPTOP: Writer = Writer::new(2);

fn note() -> ItemId {
    item_id("note")
}

/// A note with a title and a text, known to everyone.
fn shared() -> Items {
    let mut items = Items::default();
    let (title, text) = (name("title"), name("text"));
    let texts = [(&title, "Scan"), (&text, "Ask about the scan.")];
    assert!(items.create(&note(), &texts, PHONE, Millis(10)));
    items
}

#[track_caller]
fn edit(items: &mut Items, id: &ItemId, field: &str, text: &str, writer: Writer, at: u64) {
    let field: FieldName = name(field);
    let has_changed = items.edit(id, &[(&field, text)], writer, Millis(at));
    assert!(has_changed, "{id} could not be changed to {text:?}");
}

/// What is shown: `title|text`, copies with a `*`.
#[track_caller]
fn check(items: &Items, expected: &[&str]) {
    let line = |shown: &Shown| {
        let mark = if shown.copy_of.is_some() { "*" } else { "" };
        let [title, text] = ["title", "text"].map(|field| shown.text(&name(field)));
        [mark, title, "|", text].concat()
    };
    let lines: Vec<_> = items.shown().iter().map(line).collect();
    assert_eq!(lines, expected);
}

fn copy(items: &Items) -> ItemId {
    let shown = items.shown();
    let copy = shown.iter().find(|shown| shown.copy_of.is_some());
    copy.expect("there is a copy").id.clone()
}

#[test]
fn ids_sort_by_age_and_do_not_meet() {
    let one = ItemId::new(Millis(1_795_363_200_000), 7);
    let other = ItemId::new(Millis(1_795_363_200_000), 8);
    let later = ItemId::new(Millis(1_795_363_200_001), 0);
    assert!(one < other && other < later);
    assert_eq!(one.as_str(), "000001a203fc5c00-0000000000000007");
}

#[test]
fn an_item_is_made_once() {
    let mut items = shared();
    let text = name("text");
    assert!(!items.create(&note(), &[(&text, "Again")], LAPTOP, Millis(20)));
    items.delete(&note(), PHONE, Millis(30));
    assert!(!items.create(&note(), &[(&text, "Again")], LAPTOP, Millis(40)));
    check(&items, &[]);
}

#[test]
fn writing_what_is_there_changes_nothing() {
    let mut items = shared();
    let (title, before) = (name("title"), items.clone());
    assert!(!items.edit(&note(), &[(&title, "Scan")], LAPTOP, Millis(20)));
    assert!(!items.edit(&item_id("other"), &[(&title, "Scan")], LAPTOP, Millis(20)));
    assert_eq!(items, before);
}

#[test]
fn texts_that_a_tool_does_not_name_stay() {
    let mut items = shared();
    edit(
        &mut items,
        &note(),
        "from-a-later-release",
        "kept",
        PHONE,
        15,
    );
    edit(&mut items, &note(), "text", "Ask.", LAPTOP, 20);
    let shown = items.show(&note()).expect("it is there");
    assert_eq!(shown.text(&name("from-a-later-release")), "kept");
    assert_eq!((shown.created, shown.edited), (Millis(10), Millis(20)));
}

#[test]
fn a_change_reaches_who_has_an_older_version_however_old() {
    let old = shared();
    let mut new = old.clone();
    for (at, writer) in [(20, LAPTOP), (30, LAPTOP), (40, PHONE), (50, LAPTOP)] {
        edit(&mut new, &note(), "text", &at.to_string(), writer, at);
    }
    check(&old.merge(&new), &["Scan|50"]);
}

#[test]
fn different_texts_changed_in_two_places_come_together() {
    let (mut phone, mut laptop) = (shared(), shared());
    edit(&mut phone, &note(), "title", "Bone scan", PHONE, 20);
    edit(&mut laptop, &note(), "text", "Ask Ana.", LAPTOP, 30);
    let mut both = phone.merge(&laptop);
    check(&both, &["Bone scan|Ask Ana."]);
    edit(&mut both, &note(), "text", "Ask Ana why.", PHONE, 40);
    check(
        &both.merge(&laptop).merge(&phone),
        &["Bone scan|Ask Ana why."],
    );
}

#[test]
fn the_same_text_changed_in_two_places_is_kept_twice() {
    let (mut phone, mut laptop) = (shared(), shared());
    edit(&mut phone, &note(), "text", "Ask Ana.", PHONE, 20);
    edit(&mut laptop, &note(), "text", "Ask Ben.", LAPTOP, 30);
    let both = phone.merge(&laptop);
    check(&both, &["Scan|Ask Ben.", "*Scan|Ask Ana."]);
    let copy = copy(&both);
    let (mut here, mut there) = (both.clone(), both);
    edit(&mut here, &note(), "text", "Ask Ben first.", PHONE, 40);
    edit(&mut there, &copy, "text", "Ask Ana too.", LAPTOP, 50);
    check(&here, &["Scan|Ask Ben first.", "*Scan|Ask Ana."]);
    check(&there, &["Scan|Ask Ana too.", "Scan|Ask Ben."]);
    check(
        &here.merge(&there),
        &["Scan|Ask Ana too.", "Scan|Ask Ben first."],
    );
}

#[test]
fn the_texts_of_the_newest_version_stay_together() {
    let (mut phone, mut laptop) = (shared(), shared());
    edit(&mut phone, &note(), "title", "Phone", PHONE, 20);
    edit(&mut laptop, &note(), "title", "Laptop", LAPTOP, 30);
    edit(&mut laptop, &note(), "text", "Written there.", LAPTOP, 40);
    edit(&mut phone, &note(), "text", "Written here.", PHONE, 50);
    let both = phone.merge(&laptop);
    check(&both, &["Phone|Written here.", "*Laptop|Written there."]);
}

#[test]
fn who_goes_on_with_the_version_of_another_does_not_replace_their_own() {
    let (mut phone, mut laptop) = (shared(), shared());
    edit(&mut phone, &note(), "text", "Ask Ana.", PHONE, 20);
    edit(&mut laptop, &note(), "text", "Ask Ben.", LAPTOP, 30);
    let mut both = phone.merge(&laptop);
    for at in [40, 50, 60] {
        edit(&mut both, &note(), "text", &at.to_string(), PHONE, at);
    }
    check(&both, &["Scan|60", "*Scan|Ask Ana."]);
    check(&both.merge(&phone), &["Scan|60", "*Scan|Ask Ana."]);
}

#[test]
fn the_same_change_made_twice_is_no_conflict() {
    let (mut phone, mut laptop) = (shared(), shared());
    edit(&mut phone, &note(), "text", "Ask Ana.", PHONE, 20);
    edit(&mut laptop, &note(), "text", "Ask Ana.", LAPTOP, 30);
    check(&phone.merge(&laptop), &["Scan|Ask Ana."]);
}

#[test]
fn a_copy_goes_when_a_later_tab_shows_that_it_had_been_replaced() {
    let (mut phone, mut laptop) = (shared(), shared());
    edit(&mut phone, &note(), "text", "Ask Ana.", PHONE, 20);
    let early = phone.clone();
    edit(&mut phone, &note(), "text", "Ask Ana and Eva.", PHONE, 25);
    edit(&mut laptop, &note(), "text", "Ask Ben.", LAPTOP, 30);
    let both = laptop.merge(&early);
    check(&both, &["Scan|Ask Ben.", "*Scan|Ask Ana."]);
    check(
        &both.merge(&phone),
        &["Scan|Ask Ben.", "*Scan|Ask Ana and Eva."],
    );
}

#[test]
fn a_deleted_copy_is_gone_from_the_record_it_came_from() {
    let (mut phone, mut laptop) = (shared(), shared());
    edit(&mut phone, &note(), "text", "Ask Ana.", PHONE, 20);
    edit(&mut laptop, &note(), "text", "Ask Ben.", LAPTOP, 30);
    let mut both = phone.merge(&laptop);
    let copy = copy(&both);
    assert!(both.delete(&copy, PHONE, Millis(40)).is_some());
    check(&both, &["Scan|Ask Ben."]);
    assert!(!format!("{both:?}").contains("Ana"));
    check(&both.merge(&phone).merge(&laptop), &["Scan|Ask Ben."]);
}

#[test]
fn deleting_an_item_leaves_what_is_shown_as_its_copy() {
    let (mut phone, mut laptop) = (shared(), shared());
    edit(&mut phone, &note(), "text", "Ask Ana.", PHONE, 20);
    edit(&mut laptop, &note(), "text", "Ask Ben.", LAPTOP, 30);
    let mut both = phone.merge(&laptop);
    both.delete(&note(), PHONE, Millis(40));
    check(&both, &["Scan|Ask Ana."]);
    check(&both.merge(&phone).merge(&laptop), &["Scan|Ask Ana."]);
}

#[test]
fn a_deletion_wins_over_what_was_written_before_it_and_loses_to_what_came_after() {
    let (mut phone, mut early, mut late) = (shared(), shared(), shared());
    edit(&mut early, &note(), "text", "Before", LAPTOP, 20);
    edit(&mut late, &note(), "text", "After", LAPTOP, 40);
    let old = phone.delete(&note(), PHONE, Millis(30));
    check(&phone.merge(&early), &[]);
    // Whole, with the title that was written before the deletion.
    check(&phone.merge(&late), &["Scan|After"]);
    check(&phone.merge(&early).merge(&late), &["Scan|After"]);
    assert_eq!(old.as_ref(), shared().get(&note()));
}

#[test]
fn a_deletion_counts_even_when_the_clock_has_been_set_back() {
    let before = shared();
    let mut after = before.clone();
    after.delete(&note(), LAPTOP, Millis(1));
    check(&before.merge(&after), &[]);
}

#[test]
fn a_deletion_can_be_taken_back_in_every_tab() {
    let mut here = shared();
    let old = here
        .delete(&note(), PHONE, Millis(20))
        .expect("it was there");
    let there = here.clone();
    assert!(here.bring_back(&old, PHONE, Millis(20)));
    assert!(!here.bring_back(&old, PHONE, Millis(20)));
    check(&there.merge(&here), &["Scan|Ask about the scan."]);
    let shown = here.show(&note()).expect("it is there");
    assert_eq!(shown.created, Millis(10));
}

#[test]
fn only_changed_items_are_written() {
    let before = shared();
    let mut items = before.clone();
    let text = name("text");
    items.create(&item_id("other"), &[(&text, "Other")], PHONE, Millis(20));
    let changed = items.changed_since(&before).map(|item| item.id().as_str());
    assert_eq!(changed.collect::<Vec<_>>(), ["other"]);
}
