use proptest::prelude::*;

use super::*;

const TEXT: &str = "bearings-sealed 2\n\
    kdf PBKDF2-HMAC-SHA-256 600000\n\
    salt AAECAwQFBgcICQoLDA0ODw==\n\
    nonce AAECAwQFBgcICQoL\n\
    AAECAwQFBgcICQoLDA0ODxA=\n";

fn sealed() -> Sealed {
    let salt = std::array::from_fn(|at| u8::try_from(at).expect("16 fit"));
    let nonce = std::array::from_fn(|at| u8::try_from(at).expect("12 fit"));
    Sealed {
        header: Header::new(salt, nonce),
        ciphertext: (0..17).collect(),
    }
}

#[track_caller]
fn check(from: &str, to: &str, why: SealedError) {
    assert!(TEXT.contains(from), "{from:?} stands in the text");
    let text = TEXT.replacen(from, to, 1);
    assert_eq!(Sealed::parse(&text), Err(why), "{text}");
}

#[test]
fn the_form_is_what_it_was_when_it_was_released() {
    assert_eq!(sealed().print(), TEXT);
    assert_eq!(Sealed::parse(TEXT), Ok(sealed()));
    assert!(Sealed::is_claimed(TEXT));
}

#[test]
fn files_of_the_first_version_are_read_for_ever_and_known_as_such() {
    let text = TEXT.replacen("sealed 2", "sealed 1", 1);
    let read = Sealed::parse(&text).expect("it was released");
    assert!(read.header.is_as_typed());
    assert!(!sealed().header.is_as_typed());
    // What is authenticated says which version it is.
    assert_eq!(read.print(), text);
    let saved = include_str!("../../../../../tests/browser/fixtures/v1/protected.txt");
    let read = Sealed::parse(saved).expect("a release saved it");
    assert!(read.header.is_as_typed());
    assert_eq!(read.print(), saved);
}

#[test]
fn what_is_authenticated_is_the_header_as_it_stands() {
    let header = sealed().header.additional_data();
    assert_eq!(header.lines().count(), 4);
    assert!(TEXT.starts_with(&header) && header.ends_with('\n'));
}

#[test]
fn programs_that_pass_a_file_on_may_change_the_ends_of_its_lines() {
    for text in [
        TEXT.replace('\n', "\r\n"),
        ["\u{feff}", TEXT, "\n \n"].concat(),
        TEXT.trim_end().to_owned(),
    ] {
        assert_eq!(Sealed::parse(&text), Ok(sealed()), "{text:?}");
    }
}

#[test]
fn a_file_of_somebody_else_is_not_sealed() {
    for text in [
        "",
        "\n",
        "hello",
        "bearings-sealed",
        r#"{"app":"bearings","backup":1}"#,
    ] {
        assert_eq!(Sealed::parse(text), Err(SealedError::NotSealed), "{text}");
        assert!(!Sealed::is_claimed(text));
    }
}

#[test]
fn a_newer_file_is_known_as_such_whatever_else_is_in_it() {
    check("sealed 2", "sealed 3", SealedError::Newer { version: 3 });
    let text = "bearings-sealed 99999999999\nanything";
    let version = u32::MAX;
    assert_eq!(Sealed::parse(text), Err(SealedError::Newer { version }));
}

#[test]
fn a_key_that_is_too_weak_or_takes_too_long_is_not_made() {
    for count in [
        "99999",
        "10000001",
        "4294967296",
        "99999999999999999999",
        "0",
    ] {
        check("600000", count, SealedError::Unreasonable);
    }
    check("SHA-256", "SHA-1", SealedError::Unreasonable);
    check("PBKDF2-HMAC-SHA-256", "none", SealedError::Unreasonable);
    for count in ["100000", "10000000"] {
        let text = TEXT.replace("600000", count);
        let read = Sealed::parse(&text).expect("the number is in bounds");
        assert_eq!(read.header.iterations().to_string(), count);
        assert_eq!(read.print(), text);
    }
}

#[test]
fn a_file_that_is_not_as_we_write_it_is_damaged() {
    for (from, to) in [
        ("sealed 2", "sealed 0"),
        ("sealed 2", "sealed 02"),
        ("sealed 2", "sealed +2"),
        ("sealed 2", "sealed 2 "),
        ("600000", "0600000"),
        ("600000", "600000 "),
        (" 600000", ""),
        ("kdf ", ""),
        ("salt ", "salt  "),
        ("salt AA", "salt "),
        ("DA0ODw==", "DA0ODx=="),
        ("nonce ", "salt "),
        ("nonce AAEC", "nonce "),
        ("ODxA=", "ODxA"),
        ("ODxA=", "ODxA=\nAAAA"),
        ("AAECAwQFBgcICQoLDA0ODxA=", "AAECAwQFBgcICQoLDA0O"),
        ("AAECAwQFBgcICQoLDA0ODxA=", ""),
    ] {
        check(from, to, SealedError::Damaged);
    }
}

#[test]
fn a_file_that_no_backup_can_have_become_is_not_looked_into() {
    let bytes = SEALED_LIMIT + 1;
    let text = "x".repeat(bytes);
    assert_eq!(Sealed::parse(&text), Err(SealedError::TooLarge { bytes }));
    let largest = Sealed {
        ciphertext: vec![0; LIMIT + TAG],
        ..sealed()
    };
    assert!(largest.print().len() <= SEALED_LIMIT);
}

proptest! {
    #[test]
    fn what_is_printed_is_parsed(
        salt in any::<[u8; 16]>(),
        nonce in any::<[u8; 12]>(),
        ciphertext in proptest::collection::vec(any::<u8>(), 16..100),
    ) {
        let header = Header::new(salt, nonce);
        let sealed = Sealed { header, ciphertext };
        prop_assert_eq!((header.salt(), header.nonce()), (&salt, &nonce));
        prop_assert_eq!(Sealed::parse(&sealed.print()), Ok(sealed));
    }

    #[test]
    fn what_is_parsed_is_authenticated_as_it_stands(
        at in any::<proptest::sample::Index>(), byte in 0x0a..0x7f_u8
    ) {
        let mut bytes = TEXT.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let text = String::from_utf8(bytes).expect("only ASCII is in it");
        if let Ok(sealed) = Sealed::parse(&text) {
            // But for the ends of lines nothing is overlooked.
            let lines: Vec<_> = text.trim().lines().collect();
            let printed = sealed.print();
            prop_assert_eq!(printed.lines().collect::<Vec<_>>(), lines);
        }
    }
}
