use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::testing::any_json;

#[track_caller]
fn check_text(json: &str, expected: Result<&str, Malformed>) {
    let got = read_all(json, Reader::text);
    assert_eq!(got.as_deref(), expected.as_ref().copied(), "{json}");
}

#[test]
fn texts_are_read_with_their_escapes() {
    check_text(r#" "größe" "#, Ok("größe"));
    check_text(r#""\"\\\/\n\t\r\b\f""#, Ok("\"\\/\n\t\r\u{8}\u{c}"));
    check_text(r#""\u0041\u00e4\ud83d\ude00""#, Ok("Aä😀"));
    for wrong in [
        "",
        "\"",
        "\"a",
        "a\"",
        "\"a\"b",
        "\"\\",
        "\"\\\"",
        "\"\\x\"",
        "\"\\u12\"",
        "\"\\u+123\"",
        "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\ude00\"",
        "\"\\uä12\"",
        "\"\n\"",
        "1",
    ] {
        check_text(wrong, Err(Malformed));
    }
}

#[track_caller]
fn check_number(json: &str, expected: Result<u32, Malformed>) {
    assert_eq!(read_all(json, Reader::number), expected, "{json}");
}

#[test]
fn only_whole_numbers_that_fit_are_read() {
    check_number("0", Ok(0));
    check_number(" 4294967295\n", Ok(u32::MAX));
    for wrong in [
        "",
        " ",
        "4294967296",
        "18446744073709551616",
        "-1",
        "+1",
        "1.0",
        "1e3",
        "1 2",
        "\"1\"",
        "[1]",
        "one",
    ] {
        check_number(wrong, Err(Malformed));
    }
}

#[test]
fn lists_and_fields_end_where_they_should() {
    let list = |json| read_all(json, |reader| reader.list(Reader::number::<u8>));
    assert_eq!(list(" [ 1 , 2 ] "), Ok(vec![1, 2]));
    assert_eq!(list("[]"), Ok(vec![]));
    for wrong in [
        "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]", "[1]]", "[1},", "1",
    ] {
        assert_eq!(list(wrong), Err(Malformed), "{wrong}");
    }
    let fields = |json| read_all(json, Reader::fields);
    assert_eq!(
        fields(r#" { "a" : [ 1, {"]":"}"} ] , "b\u0063":"\"," } "#),
        Ok(vec![
            ("a".to_owned(), r#"[ 1, {"]":"}"} ]"#),
            ("bc".to_owned(), r#""\",""#),
        ])
    );
    assert_eq!(fields("{}"), Ok(vec![]));
    for wrong in [
        "{",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1"#,
        r#"{"a":1,}"#,
        "{a:1}",
        r#"{"a":[1}"#,
        r#"{"a":"1}"#,
        r#"{"a":1}}"#,
        "[]",
    ] {
        assert_eq!(fields(wrong), Err(Malformed), "{wrong}");
    }
}

proptest! {
    #[test]
    fn every_text_is_written_as_others_read_it_and_read_as_others_write_it(text in any::<String>()) {
        let mut ours = String::new();
        write_text(&mut ours, &text);
        let theirs = serde_json::to_string(&text).expect("a text can be written");
        prop_assert_eq!(serde_json::from_str::<String>(&ours).ok(), Some(text.clone()));
        prop_assert_eq!(read_all(&ours, Reader::text), Ok(text.clone()));
        prop_assert_eq!(read_all(&theirs, Reader::text), Ok(text));
    }

    #[test]
    fn texts_that_others_refuse_are_refused(json in r#""([a-zä😀\\"/\n]|\\u[0-9a-fdD]{3,4}){0,8}""#) {
        let theirs = serde_json::from_str::<String>(&json).map_err(|_| Malformed);
        prop_assert_eq!(read_all(&json, Reader::text), theirs);
    }

    #[test]
    fn any_value_is_stepped_over_whole(value in any_json(), is_pretty in any::<bool>()) {
        let json = if is_pretty { format!("{value:#}") } else { value.to_string() };
        prop_assert_eq!(read_all(&json, Reader::raw), Ok(json.as_str()));
        let listed = format!("[ {json} , {json}]");
        prop_assert_eq!(
            read_all(&listed, |reader| reader.list(Reader::raw)),
            Ok(vec![json.as_str(); 2])
        );
    }

    #[test]
    fn the_fields_are_those_that_others_find(
        fields in proptest::collection::btree_map(any::<String>(), any_json(), 0..6)
    ) {
        let object: serde_json::Map<String, Value> = fields.into_iter().collect();
        let json = Value::from(object.clone()).to_string();
        let found = read_all(&json, Reader::fields).expect("it is an object");
        let expected: Vec<_> = object
            .iter()
            .map(|(name, value)| (name.clone(), value.to_string()))
            .collect();
        let found: Vec<_> = found
            .into_iter()
            .map(|(name, raw)| (name, raw.to_owned()))
            .collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn no_text_makes_reading_panic(json in r#"[\[\]{}",:\\u 0-9a-fä😀\n]{0,40}"#) {
        let _ = read_all(&json, Reader::raw);
        let _ = read_all(&json, Reader::text);
        let _ = read_all(&json, Reader::flag);
        let _ = read_all(&json, Reader::fields);
        let _ = read_all(&json, Reader::number::<u64>);
        let _ = read_all(&json, |reader| reader.list(Reader::text));
    }
}
