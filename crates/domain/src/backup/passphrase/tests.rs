use proptest::prelude::*;

use super::*;

fn small(text: &str) -> String {
    text.to_lowercase()
}

fn large(text: &str) -> String {
    text.to_uppercase()
}

/// As the browser does it; ASCII and the signs below need no NFKC.
fn canonical_of(typed: &str) -> String {
    canonical(&small(typed))
}

/// What people typed, and what keyboards make of it.
const IMPROVED: [(&str, &str); 12] = [
    ("it's four green boats", "it\u{2019}s four green boats"),
    ("'four' green boats", "\u{2018}four\u{2019} green boats"),
    ("\"four\" green boats", "\u{201c}four\u{201d} green boats"),
    ("four green--boats", "four green\u{2014}boats"),
    ("four green--boats", "four green\u{2013}boats"),
    ("four green-boats", "four green\u{2011}boats"),
    ("four green boats", "four green boats "),
    ("four green boats", "  four  green boats"),
    ("four green  boats", "four green. boats"),
    ("four green  boats", "Four green. Boats"),
    ("four green boats", "Four green boats"),
    (
        "four green boats",
        "four\u{200b} green\u{feff} boats\u{200e}",
    ),
];

#[test]
fn what_keyboards_make_of_a_passphrase_is_the_same_passphrase() {
    for (typed, improved) in IMPROVED {
        assert_eq!(canonical_of(typed), canonical_of(improved), "{improved:?}");
    }
}

/// Frozen with version 2 of sealed files.
#[test]
fn the_canonical_form_is_what_it_was_when_it_was_released() {
    for (typed, form) in [
        ("", ""),
        (" . ", ""),
        ("four green boats", "four green boats"),
        ("  Four\tgreen.  Boats. ", "four green boats"),
        (
            "it\u{2019}s \u{201e}here\u{201c} \u{2013} A--B",
            "it's \"here\" - a-b",
        ),
        ("3.14 is 3...", "3.14 is 3"),
        ("bl\u{e5}b\u{e6}r", "bl\u{e5}b\u{e6}r"),
    ] {
        assert_eq!(canonical_of(typed), form, "{typed:?}");
    }
}

#[test]
fn other_words_are_another_passphrase() {
    for (one, other) in [
        ("four green boats", "fourgreen boats"),
        ("four green boats", "four green boat"),
        ("four-green boats", "four green boats"),
        ("its four green boats", "it's four green boats"),
        ("version 3.1", "version 31"),
    ] {
        assert_ne!(canonical_of(one), canonical_of(other));
    }
}

#[test]
fn a_file_of_version_1_opens_whichever_way_the_keyboard_has_improved() {
    for (typed, improved) in IMPROVED {
        let (plain, changed) = (likely(typed, small, large), likely(improved, small, large));
        assert_eq!(plain[0], typed, "what was typed is tried first");
        let opens = |forms: &[String], sealed: &str| forms.iter().any(|form| form == sealed);
        // Spaces and capitals in the middle, and signs that cannot be seen, cannot be guessed.
        let is_guess = improved.starts_with(' ')
            || improved.contains(". B")
            || improved.contains(['\u{200b}', '\u{2011}']);
        assert!(
            is_guess || opens(&plain, improved),
            "sealed with {improved:?}, opened with {typed:?}: {plain:?}"
        );
        let is_spaced = typed.contains("  ");
        assert!(
            is_spaced || typed.contains("n-b") || opens(&changed, typed),
            "sealed with {typed:?}, opened with {improved:?}: {changed:?}"
        );
    }
}

proptest! {
    #[test]
    fn one_form_for_all(text in any::<String>()) {
        let form = canonical_of(&text);
        prop_assert_eq!(&canonical(&form), &form, "it is its own form");
        prop_assert_eq!(form.trim(), &form);
        prop_assert!(!form.contains("--") && !form.contains("  "));
        prop_assert!(form.chars().count() <= small(&text).chars().count());
    }

    #[test]
    fn what_nobody_sees_changes_nothing(
        words in proptest::collection::vec("[a-z0-9'\"-]{1,6}", 1..6),
        at in any::<proptest::sample::Index>(),
        sign in proptest::sample::select(vec!["\u{200b}", "\u{feff}", "\u{2060}", "\u{ad}"]),
        gap in proptest::sample::select(vec![" ", "  ", ". ", ".  ", "\t", "\u{a0}"]),
        end in proptest::sample::select(vec!["", " ", ". ", "\u{200b} "]),
    ) {
        let plain = canonical_of(&words.join(" "));
        let mut typed = [&*words.join(gap), end].concat();
        typed.insert_str(at.index(words[0].len()), sign);
        prop_assert_eq!(canonical_of(&typed), plain.clone());
        let curly = typed.replace('\'', "\u{2019}").replace('"', "\u{201d}");
        prop_assert_eq!(canonical_of(&curly.replace('-', "\u{2014}")), plain.clone());
        prop_assert_eq!(canonical_of(&first(&typed, large)), plain);
    }

    #[test]
    fn few_forms_are_tried_and_the_typed_one_first(text in any::<String>()) {
        let forms = likely(&text, small, large);
        prop_assert!(!forms.is_empty() && forms.len() <= MOST_FORMS);
        prop_assert_eq!(&forms[0], &text);
        for (at, form) in forms.iter().enumerate() {
            prop_assert!(!forms[..at].contains(form));
        }
    }
}
