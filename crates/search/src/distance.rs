//! How far two words are from each other, in typing mistakes.

/// Longest word that is compared, in bytes.
const MAX: usize = 40;

/// How many mistakes are forgiven in a word of this many bytes.
pub fn allowed(length: usize) -> usize {
    match length {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// The letters of a word as bits, to tell most pairs apart without comparing them: one mistake
/// changes at most two bits.
pub fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| bits | 1 << (byte & 31))
}

/// How many letters were left out, added, exchanged, or swapped with the next one, if not more
/// than `most`.
///
/// With `is_prefix`, `known` may go on: then the distance is that to the nearest beginning of it.
pub fn between(typed: &str, known: &str, most: usize, is_prefix: bool) -> Option<usize> {
    let (typed, known) = (typed.as_bytes(), known.as_bytes());
    if typed.len() > MAX || known.len() > MAX {
        return None;
    }
    let too_long = !is_prefix && known.len() > typed.len() + most;
    if too_long || typed.len() > known.len() + most {
        return None;
    }
    // Three rows of the table of Damerau and Levenshtein (optimal string alignment); a row for
    // each letter of `known`.
    let width = typed.len() + 1;
    let (mut before, mut above, mut row) = ([0_u8; MAX + 1], [0_u8; MAX + 1], [0_u8; MAX + 1]);
    for (at, cell) in (0_u8..).zip(&mut above[..width]) {
        *cell = at;
    }
    let mut nearest = usize::from(above[width - 1]);
    for (line, letter) in known.iter().enumerate() {
        row[0] = above[0] + 1;
        let mut least = row[0];
        for at in 1..width {
            let changed = above[at - 1] + u8::from(typed[at - 1] != *letter);
            let mut cost = changed.min(above[at] + 1).min(row[at - 1] + 1);
            let is_swap =
                at > 1 && line > 0 && typed[at - 1] == known[line - 1] && typed[at - 2] == *letter;
            if is_swap {
                cost = cost.min(before[at - 2] + 1);
            }
            row[at] = cost;
            least = least.min(cost);
        }
        nearest = nearest.min(usize::from(row[width - 1]));
        if usize::from(least) > most {
            break;
        }
        if line + 1 == known.len() && !is_prefix {
            return Some(usize::from(row[width - 1])).filter(|cost| *cost <= most);
        }
        (before, above, row) = (above, row, before);
    }
    let found = if is_prefix || known.is_empty() {
        nearest
    } else {
        most + 1
    };
    Some(found).filter(|cost| *cost <= most)
}

#[cfg(test)]
mod tests {
    use super::{allowed, between, letters};
    use proptest::prelude::*;

    #[test]
    fn each_kind_of_mistake_counts_once() {
        for typed in ["nasea", "nauseaa", "nausia", "nuasea"] {
            assert_eq!(between(typed, "nausea", 2, false), Some(1), "{typed}");
        }
        assert_eq!(between("nausea", "nausea", 0, false), Some(0));
        assert_eq!(between("abraxain", "abraxane", 2, false), Some(2));
        assert_eq!(between("scan", "nausea", 2, false), None);
    }

    #[test]
    fn a_word_that_is_being_typed_is_near_its_beginning() {
        assert_eq!(between("palbocy", "palbociclib", 1, true), Some(1));
        assert_eq!(between("palbo", "palbociclib", 0, true), Some(0));
        assert_eq!(between("palbo", "palbociclib", 1, false), None);
    }

    #[test]
    fn short_words_have_to_be_right() {
        assert_eq!((allowed(3), allowed(4), allowed(7)), (0, 1, 2));
    }

    /// The distance by its definition, without bounds.
    fn plain(left: &[u8], right: &[u8]) -> usize {
        let mut table = vec![vec![0; right.len() + 1]; left.len() + 1];
        for i in 0..=left.len() {
            for j in 0..=right.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let same = usize::from(left[i - 1] != right[j - 1]);
                    let mut cost = (table[i - 1][j - 1] + same)
                        .min(table[i - 1][j] + 1)
                        .min(table[i][j - 1] + 1);
                    if i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]
                    {
                        cost = cost.min(table[i - 2][j - 2] + 1);
                    }
                    cost
                };
            }
        }
        table[left.len()][right.len()]
    }

    proptest! {
        #[test]
        fn the_bounded_distance_is_the_plain_one(left in "[a-d]{0,9}", right in "[a-d]{0,9}", most in 0_usize..4) {
            let expected = Some(plain(left.as_bytes(), right.as_bytes())).filter(|cost| *cost <= most);
            prop_assert_eq!(between(&left, &right, most, false), expected);
            let nearest = (0..=right.len()).map(|end| plain(left.as_bytes(), &right.as_bytes()[..end])).min();
            prop_assert_eq!(between(&left, &right, most, true), nearest.filter(|cost| *cost <= most));
        }

        #[test]
        fn a_mistake_changes_two_letters_at_most(left in "\\PC{0,9}", right in "\\PC{0,9}") {
            let differing = (letters(&left) ^ letters(&right)).count_ones() as usize;
            if let Some(mistakes) = between(&left, &right, 9, false) {
                prop_assert!(differing <= 2 * mistakes);
            }
        }
    }
}
