//! Stems of English words: "scan", "scans", "scanning" and "scanned" are one.
//!
//! The steps of Porter's second English stemmer that matter for plain words, without its lists of
//! exceptions. Only words that the index does not have are stemmed in the browser; both sides use
//! this, so that they can never disagree.

/// Endings that go when something as long as a syllable is left (the region R1), and what stands
/// in their place. The first that fits is taken, so longer ones come first.
const DERIVED: &[(&str, &str)] = &[
    ("ization", "ize"),
    ("isation", "ize"),
    ("ational", "ate"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("iveness", "ive"),
    ("tional", "tion"),
    ("biliti", "ble"),
    ("lessli", "less"),
    ("entli", "ent"),
    ("ation", "ate"),
    ("alism", "al"),
    ("aliti", "al"),
    ("ousli", "ous"),
    ("iviti", "ive"),
    ("fulli", "ful"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("abli", "able"),
    ("izer", "ize"),
    ("ator", "ate"),
    ("alli", "al"),
    ("ness", ""),
    ("ical", "ic"),
    ("ful", ""),
    ("bli", "ble"),
    ("li", ""),
];

/// Endings that go when two syllables are left (the region R2).
const DROPPED: &[&str] = &[
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous",
    "ive", "ize", "al", "er", "ic",
];

fn is_vowel(word: &[u8], at: usize) -> bool {
    match word[at] {
        b'a' | b'e' | b'i' | b'o' | b'u' => true,
        // At the start and after a vowel it is a consonant.
        b'y' => at > 0 && !matches!(word[at - 1], b'a' | b'e' | b'i' | b'o' | b'u'),
        _ => false,
    }
}

fn has_vowel(word: &[u8]) -> bool {
    (0..word.len()).any(|at| is_vowel(word, at))
}

/// Where the region after the first consonant that follows a vowel begins.
fn region(word: &[u8], from: usize) -> usize {
    let after = (from + 1..word.len()).find(|at| !is_vowel(word, *at) && is_vowel(word, at - 1));
    after.map_or(word.len(), |at| at + 1)
}

/// Whether the word ends with a short syllable: consonant, vowel, consonant other than w and x.
fn ends_short(word: &[u8]) -> bool {
    let length = word.len();
    if length < 3 {
        return length == 2 && is_vowel(word, 0) && !is_vowel(word, 1);
    }
    !is_vowel(word, length - 3)
        && is_vowel(word, length - 2)
        && !is_vowel(word, length - 1)
        && !matches!(word[length - 1], b'w' | b'x' | b'y')
}

/// The stem of a folded word. A word with anything but `a` to `z` in it is its own stem.
pub fn stem(word: &str) -> String {
    let is_plain = word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_plain {
        return word.to_owned();
    }
    let mut word = word.as_bytes().to_vec();
    let one = region(&word, 0);
    let two = region(&word, one);
    plural(&mut word);
    past(&mut word, one);
    let last = word.len() - 1;
    if last > 1 && word[last] == b'y' && !is_vowel(&word, last - 1) {
        word[last] = b'i';
    }
    let derived = DERIVED
        .iter()
        .find(|(end, _)| word.ends_with(end.as_bytes()));
    if let Some((end, instead)) = derived
        && word.len() - end.len() >= one
    {
        word.truncate(word.len() - end.len());
        word.extend(instead.bytes());
    }
    let dropped = DROPPED.iter().find(|end| word.ends_with(end.as_bytes()));
    if let Some(end) = dropped
        && word.len() - end.len() >= two
    {
        word.truncate(word.len() - end.len());
    } else if (word.ends_with(b"sion") || word.ends_with(b"tion")) && word.len() - 3 >= two {
        word.truncate(word.len() - 3);
    }
    last_letter(&mut word, one, two);
    String::from_utf8(word).unwrap_or_default()
}

/// Takes the s of a plural away.
fn plural(word: &mut Vec<u8>) {
    let length = word.len();
    if word.ends_with(b"sses") {
        word.truncate(length - 2);
    } else if word.ends_with(b"ies") || word.ends_with(b"ied") {
        word.truncate(if length > 4 { length - 2 } else { length - 1 });
    } else if word.ends_with(b"s")
        && !word.ends_with(b"ss")
        && !word.ends_with(b"us")
        && has_vowel(&word[..length - 2])
    {
        word.truncate(length - 1);
    }
}

/// Takes `ed` and `ing` away, and mends what is left: "hoping" is "hope", "hopping" is "hop".
fn past(word: &mut Vec<u8>, one: usize) {
    let length = word.len();
    if word.ends_with(b"eed") || word.ends_with(b"eedly") {
        return;
    }
    let ends: [&[u8]; 4] = [b"ingly", b"edly", b"ing", b"ed"];
    let Some(end) = ends.into_iter().find(|end| word.ends_with(end)) else {
        return;
    };
    if !has_vowel(&word[..length - end.len()]) {
        return;
    }
    word.truncate(length - end.len());
    let length = word.len();
    let is_double = length > 2
        && word[length - 1] == word[length - 2]
        && b"bdfgmnprt".contains(&word[length - 1]);
    if [b"at", b"bl", b"iz"].iter().any(|end| word.ends_with(*end)) {
        word.push(b'e');
    } else if is_double {
        word.pop();
    } else if ends_short(word) && length <= one {
        word.push(b'e');
    }
}

/// Takes a silent e at the end away, and one of two l.
fn last_letter(word: &mut Vec<u8>, one: usize, two: usize) {
    let length = word.len();
    let goes = if word.ends_with(b"e") {
        let is_in_one = length > one;
        length > two || (is_in_one && !ends_short(&word[..length - 1]))
    } else {
        length > two && word.ends_with(b"ll")
    };
    if goes {
        word.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::stem;
    use rust_stemmers::{Algorithm, Stemmer};

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            "scan scans scanned scanning",
            "swell swelling swells swelled",
            "breathe breathing breathes breathed",
            "treat treating treated treats",
            "tablet tablets",
            "worry worries worried worrying",
            "infection infections",
            "sore soreness sores",
        ] {
            let mut stems: Vec<_> = forms.split(' ').map(stem).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{forms}: {stems:?}");
        }
    }

    #[test]
    fn words_that_only_look_alike_keep_apart() {
        for (left, right) in [
            ("organ", "organise"),
            ("port", "portion"),
            ("bleed", "bled"),
        ] {
            assert_ne!(stem(left), stem(right), "{left}, {right}");
        }
    }

    #[test]
    fn most_stems_are_those_of_the_library() {
        let library = Stemmer::create(Algorithm::English);
        let text = include_str!("../../../content/en/signs.toml");
        let mut words = crate::fold::words(text);
        words.sort();
        words.dedup();
        let same = words
            .iter()
            .filter(|word| stem(word) == library.stem(word))
            .count();
        let differing: Vec<_> = words
            .iter()
            .filter(|word| stem(word) != library.stem(word))
            .map(|word| format!("{word}: {} {}", stem(word), library.stem(word)))
            .collect();
        assert!(
            same * 100 >= words.len() * 98,
            "{same} of {}: {differing:#?}",
            words.len()
        );
    }
}
