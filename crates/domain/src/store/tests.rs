use proptest::prelude::*;

use super::*;
use crate::items::simulation::{any_items, item_id};
use crate::progress::tests::any_progress;
use crate::settings::tests::any_settings;
use crate::testing::{any_block, any_json, any_page, block, page};

fn a_position() -> Position {
    Position {
        at: Millis(1_795_363_200_000),
        page: page("bone-scan"),
        block: block("hot-spots"),
        offset: 42,
    }
}

fn damaged<T>(why: Damage) -> Result<Read<T>, StoreError> {
    Err(StoreError::Damaged { why })
}

#[test]
fn an_envelope_says_what_is_in_it() {
    assert_eq!(
        a_position().encode(Millis(5)),
        r#"{"app":"bearings","kind":"place","v":1,"at":5,"sum":"d9d92b30","data":{"page":"bone-scan","block":"hot-spots","offset":42,"at":1795363200000}}"#
    );
}

#[test]
fn the_names_of_kinds_differ() {
    let kinds = Kind::ALL.iter().map(|kind| kind.name());
    let item_kinds = ItemKind::ALL.iter().map(|kind| kind.name());
    let mut names: Vec<_> = kinds.chain(item_kinds).collect();
    let all = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), all);
}

#[track_caller]
fn check_place(text: &str, why: Damage) {
    assert_eq!(Position::decode(text), damaged(why), "{text}");
}

#[test]
fn foreign_texts_are_no_envelopes() {
    for text in [
        "",
        "null",
        "true",
        "[]",
        "{}",
        "hello",
        r#"{"page":"bone-scan"}"#,
        r#"{"app":"another","v":1}"#,
        r#"{"app":"another","v":99}"#,
        r#"{"app":"bearings"}"#,
        r#"{"app":"bearings","v":"1"}"#,
        r#"{"app":"bearings","v":-1}"#,
        r#"{"app":"bearings","v":1.5}"#,
        r#"{"app":"bearings","v":1}"#,
        r#"{"app":"bearings","v":1,"kind":"place","sum":"00000000"}"#,
    ] {
        check_place(text, Damage::Envelope);
    }
}

#[test]
fn a_record_of_another_kind_is_not_taken_for_this_one() {
    let progress = Progress::default().encode(Millis(1));
    check_place(&progress, Damage::Kind);
}

#[test]
fn changed_data_is_found_out() {
    let text = a_position().encode(Millis(5));
    check_place(&text.replace("42", "43"), Damage::Checksum);
    check_place(
        &text.replace(r#""data":{"#, r#""data":{ "#),
        Damage::Checksum,
    );
    check_place(&text.replace("d9d92b30", "D9D92B30"), Damage::Checksum);
}

#[test]
fn whole_data_of_the_wrong_form_or_with_impossible_values_is_damage() {
    #[track_caller]
    fn check(data: &str, why: Damage) {
        check_place(&envelope::seal("place", 1, Millis(1), data), why);
    }
    check("{}", Damage::Form);
    check("[]", Damage::Form);
    check(
        r#"{"page":"a","block":"b","offset":-1,"at":1}"#,
        Damage::Form,
    );
    check(
        r#"{"page":"a","block":"b","offset":1,"at":1,"more":1}"#,
        Damage::Form,
    );
    check(
        r#"{"page":"A","block":"b","offset":1,"at":1}"#,
        Damage::Value,
    );
    check(
        r#"{"page":"a","block":"","offset":1,"at":1}"#,
        Damage::Value,
    );
    check(
        r#"{"page":"a","block":"b","offset":1,"at":8640000000000001}"#,
        Damage::Value,
    );
}

#[test]
fn marks_from_before_the_last_start_again_do_not_come_back() {
    let data = r#"{"marks":[["a",5,true],["b",6,true]],"cleared":5,"pace":[0,0,0]}"#;
    let text = envelope::seal("progress", 1, Millis(9), data);
    let progress = Progress::decode(&text)
        .map(Read::into_value)
        .expect("it is whole");
    assert!(!progress.is_read(&page("a")));
    assert!(progress.is_read(&page("b")));
}

#[test]
fn settings_that_cannot_be_are_damage() {
    #[track_caller]
    fn check(data: &str, why: Damage) {
        let text = envelope::seal("settings", 1, Millis(1), data);
        assert_eq!(Settings::decode(&text), damaged(why), "{data}");
    }
    let form =
        |theme: &str, size: &str| format!(r#"{{"theme":{theme},"size":{size},"how_much":["",0]}}"#);
    check("{}", Damage::Form);
    check(&form("[null,0]", "[0,0]"), Damage::Form);
    check(&form(r#"["pink",0]"#, "[0,0]"), Damage::Value);
    check(&form(r#"["",0]"#, "[401,0]"), Damage::Value);
    check(&form(r#"["",8640000000000001]"#, "[0,0]"), Damage::Value);
}

#[test]
fn settings_of_version_2_that_cannot_be_are_damage() {
    #[track_caller]
    fn check(from: &str, to: &str, why: Damage) {
        let text = Settings::default().encode(Millis(1));
        let (_, data) = text.split_once(r#""data":"#).expect("a record has data");
        let data = data.strip_suffix('}').expect("a record ends");
        let changed = data.replacen(from, to, 1);
        assert_ne!(changed, data, "{from} is there");
        let text = envelope::seal("settings", 2, Millis(1), &changed);
        assert_eq!(Settings::decode(&text), damaged(why), "{changed}");
    }
    check(r#""theme":["",0]"#, r#""theme":[null,0]"#, Damage::Form);
    check(r#""theme":["",0],"#, "", Damage::Form);
    check(r#""theme":["",0]"#, r#""theme":["pink",0]"#, Damage::Value);
    check(r#""size":["",0]"#, r#""size":["401",0]"#, Damage::Value);
    check(r#""size":["",0]"#, r#""size":["1e2",0]"#, Damage::Value);
    let late = r#""lines":["",8640000000000001]"#;
    check(r#""lines":["",0]"#, late, Damage::Value);
}

#[test]
fn items_that_cannot_be_are_damage() {
    #[track_caller]
    fn check(versions: &str, why: Damage) {
        let data = format!(r#"{{"id":"a","deleted":0,"versions":[{versions}]}}"#);
        let text = envelope::seal("note", 1, Millis(1), &data);
        assert_eq!(decode_item(ItemKind::Note, &text), damaged(why), "{data}");
    }
    let version = |stamp: &str, base: &str, fields: &str| {
        format!(r#"{{"stamp":{stamp},"created":1,"base":[{base}],"fields":[{fields}]}}"#)
    };
    check("{}", Damage::Form);
    check(&version("[5,1]", "", ""), Damage::Form);
    check(&version("[5,1,4294967296]", "", ""), Damage::Form);
    // A writer that other programs could not read exactly.
    check(&version("[5,9007199254740992,1]", "", ""), Damage::Value);
    // Nobody has before them what is written later.
    check(&version("[5,1,1]", "[5,1,1]", ""), Damage::Value);
    check(
        &version("[5,1,1]", "", r#"["a",[6,1,1],""]"#),
        Damage::Value,
    );
    check(&version("[5,1,1]", "[4,2,1],[4,1,1]", ""), Damage::Value);
    check(
        &version("[5,1,1]", "", r#"["b",[5,1,1],""],["a",[5,1,1],""]"#),
        Damage::Value,
    );
    check(
        &version("[5,1,1]", "", r#"["a b",[5,1,1],""]"#),
        Damage::Value,
    );
    check(
        &vec![version("[5,1,1]", "", ""); 1_001].join(","),
        Damage::Value,
    );
}

#[test]
fn every_record_has_a_name_and_a_key_of_its_own() {
    let note = Slot::Item(ItemKind::Note, item_id("7f"));
    assert_eq!(Slot::parse("note:7f"), Some(note.clone()));
    assert_eq!(
        note.key("/a/"),
        item_key("/a/", ItemKind::Note, &item_id("7f"))
    );
    for kind in Kind::ALL {
        assert_eq!(Slot::parse(kind.name()), Some(Slot::One(kind)));
        assert_eq!(Slot::One(kind).key("/a/"), key("/a/", kind));
    }
    for name in [
        "",
        "note",
        "note:",
        "note:A",
        "place:7f",
        "note:7f:damaged:1",
        "place:damaged:1",
    ] {
        assert_eq!(Slot::parse(name), None, "{name}");
    }
}

#[test]
fn an_item_under_the_key_of_another_is_damage() {
    let slot = |id| Slot::Item(ItemKind::Note, item_id(id));
    let item = Item::from_parts(item_id("one"), Millis(5), Vec::new());
    let text = encode_item(ItemKind::Note, &item, Millis(1));
    assert!(slot("one").decode(&text).is_ok());
    assert_eq!(slot("other").decode(&text), Err(Damage::Value.into()));
}

pub(crate) fn any_position() -> impl Strategy<Value = Position> {
    (
        any_page(),
        any_block(),
        any::<u32>(),
        0..=8_640_000_000_000_000_u64,
    )
        .prop_map(|(page, block, offset, at)| Position {
            at: Millis(at),
            page,
            block,
            offset,
        })
}

proptest! {
    #[test]
    fn a_place_comes_back_from_its_record(position in any_position(), now in any::<u64>()) {
        let text = position.encode(Millis(now));
        prop_assert_eq!(Position::decode(&text), Ok(Read::Current(position)));
    }

    #[test]
    fn progress_comes_back_from_its_record(progress in any_progress(), now in any::<u64>()) {
        let text = progress.encode(Millis(now));
        prop_assert_eq!(Progress::decode(&text), Ok(Read::Current(progress)));
    }

    #[test]
    fn settings_come_back_from_their_record(settings in any_settings(), now in any::<u64>()) {
        let text = settings.encode(Millis(now));
        prop_assert_eq!(Settings::decode(&text), Ok(Read::Current(settings)));
    }

    #[test]
    fn every_item_comes_back_from_its_record(items in any_items(), now in any::<u64>()) {
        for item in items.iter() {
            for kind in ItemKind::ALL {
                let text = encode_item(kind, item, Millis(now));
                prop_assert_eq!(decode_item(kind, &text), Ok(Read::Current(item.clone())));
            }
        }
    }

    #[test]
    fn no_text_makes_decoding_panic(text in any::<String>()) {
        prop_assert_eq!(Position::decode(&text), damaged(Damage::Envelope));
        prop_assert_eq!(Progress::decode(&text), damaged(Damage::Envelope));
        prop_assert_eq!(Settings::decode(&text), damaged(Damage::Envelope));
        prop_assert_eq!(decode_item(ItemKind::Card, &text), damaged(Damage::Envelope));
    }

    #[test]
    fn no_json_makes_decoding_panic(data in any_json(), version in 0..3_u32) {
        for kind in Kind::ALL {
            let text = envelope::seal(kind.name(), version, Millis(0), &data.to_string());
            let _ = Position::decode(&text);
            let _ = Progress::decode(&text);
            let _ = Settings::decode(&text);
        }
        let text = envelope::seal("note", version, Millis(0), &data.to_string());
        let _ = decode_item(ItemKind::Note, &text);
    }

    #[test]
    fn no_damage_to_a_record_goes_unseen(
        position in any_position(), at in any::<proptest::sample::Index>(), byte in 0x20..0x7f_u8
    ) {
        let text = position.encode(Millis(7));
        let mut bytes = text.clone().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let other = String::from_utf8(bytes).expect("only ASCII is in it");
        match Position::decode(&other) {
            // The time of writing is not part of what is kept.
            Ok(read) => prop_assert_eq!(read.into_value(), position),
            Err(StoreError::Newer { .. }) => prop_assert!(byte.is_ascii_digit()),
            Err(StoreError::Damaged { .. }) => prop_assert_ne!(text, other),
        }
    }

    #[test]
    fn a_record_that_was_cut_is_damaged(
        progress in any_progress(), at in any::<proptest::sample::Index>()
    ) {
        let text = progress.encode(Millis(7));
        let cut = &text[..at.index(text.len())];
        prop_assert_eq!(Progress::decode(cut), damaged(Damage::Envelope));
    }

    #[test]
    fn newer_is_never_taken_as_damaged(
        version in 2..u64::MAX,
        rest in proptest::collection::btree_map("[a-z]{0,6}", any_json(), 0..6),
    ) {
        let mut envelope: serde_json::Map<_, _> = rest.into_iter().collect();
        envelope.insert("app".to_owned(), "bearings".into());
        envelope.insert("v".to_owned(), version.into());
        let text = serde_json::Value::from(envelope).to_string();
        let version = u32::try_from(version).unwrap_or(u32::MAX);
        prop_assert_eq!(Position::decode(&text), Err(StoreError::Newer { version }));
        prop_assert_eq!(Progress::decode(&text), Err(StoreError::Newer { version }));
        prop_assert_eq!(Settings::decode(&text), Err(StoreError::Newer { version }));
        prop_assert_eq!(decode_item(ItemKind::Note, &text), Err(StoreError::Newer { version }));
    }
}
