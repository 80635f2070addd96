//! From text to words: small letters, no accents, no apostrophes.
//!
//! Index and query are folded alike. The tables of Unicode would weigh more than the rest of this
//! crate, so the letters that occur in European languages are folded by hand; any other letter
//! stays as it is.

/// Longest word that is looked at, in bytes; the rest of it is left out.
const MAX_WORD: usize = 40;

/// The words of a text, in order.
///
/// A hyphen ends a word, an apostrophe does not: "Ki-67" is `ki` and `67`, "can't" is `cant`. Of a
/// number only what stands before the point is kept: "37.8" is `37`.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    // Whether a point stood right after a digit; if a digit follows, it is left out with the rest.
    let mut in_fraction = false;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_number = word.bytes().all(|byte| byte.is_ascii_digit()) && !word.is_empty();
        let next_is_digit = letters.peek().is_some_and(char::is_ascii_digit);
        match fold(letter) {
            Folded::Nothing => {}
            Folded::Letter(letter) if in_fraction && letter.is_ascii_digit() => {}
            Folded::Letter(letter) => {
                in_fraction = false;
                push(&mut word, letter);
            }
            Folded::Two(first, second) => {
                push(&mut word, first);
                push(&mut word, second);
            }
            Folded::Space if (letter == '.' || letter == ',') && is_number && next_is_digit => {
                in_fraction = true;
            }
            // "A&E"
            Folded::Space if letter == '&' && !word.is_empty() => {}
            Folded::Space => {
                in_fraction = false;
                if !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
            }
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

fn push(word: &mut String, letter: char) {
    if word.len() + letter.len_utf8() <= MAX_WORD {
        word.push(letter);
    }
}

/// What a character becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Folded {
    Letter(char),
    Two(char, char),
    /// It ends a word.
    Space,
    /// It is as if it were not there.
    Nothing,
}

fn fold(letter: char) -> Folded {
    let plain = match letter {
        'a'..='z' | '0'..='9' => letter,
        'A'..='Z' => letter.to_ascii_lowercase(),
        '\'' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '`' | '\u{b4}' | '\u{ad}' => {
            return Folded::Nothing;
        }
        // Accents that stand as characters of their own.
        '\u{300}'..='\u{36f}' => return Folded::Nothing,
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' => 'a',
        'Ç' | 'ç' | 'Ć'..='č' => 'c',
        'Ď'..='đ' | 'Ð' | 'ð' => 'd',
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' => 'e',
        'Ĝ'..='ģ' => 'g',
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' => 'i',
        'Ĺ'..='ł' => 'l',
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => 'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' => 'o',
        'Ŕ'..='ř' => 'r',
        'Ś'..='š' => 's',
        'Ţ'..='ŧ' => 't',
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' => 'u',
        'Ý' | 'ý' | 'ÿ' | 'Ÿ' => 'y',
        'Ź'..='ž' => 'z',
        'Æ' | 'æ' => return Folded::Two('a', 'e'),
        'Œ' | 'œ' => return Folded::Two('o', 'e'),
        'ß' => return Folded::Two('s', 's'),
        // ASCII signs, signs of Latin-1, general punctuation up to arrows and shapes, and the
        // punctuation of East Asia. What is none of these is taken for a letter.
        '\0'..='\u{bf}' | '×' | '÷' | '\u{2000}'..='\u{2bff}' | '\u{3000}'..='\u{303f}' => {
            return Folded::Space;
        }
        other => other,
    };
    Folded::Letter(plain)
}

#[cfg(test)]
mod tests {
    use super::words;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(words(text).join(" "), expected);
    }

    #[test]
    fn case_accents_and_apostrophes_do_not_matter() {
        check("Can’t breathe", "cant breathe");
        check("CAN'T", "cant");
        check(
            "Nausée à la fièvre, naïve, œdème",
            "nausee a la fievre naive oedeme",
        );
        check("e\u{301}clair", "eclair");
    }

    #[test]
    fn hyphens_and_signs_end_a_word() {
        check("Ki-67, PD-L1 (CPS)", "ki 67 pd l1 cps");
        check("CDK4/6", "cdk4 6");
        check("…", "");
    }

    #[test]
    fn only_the_whole_part_of_a_number_counts() {
        check("37.8 °C", "37 c");
        check("37,5 or 38.", "37 or 38");
        check("1.A 2.", "1 a 2");
    }

    #[test]
    fn an_ampersand_joins_letters() {
        check("A&E, R & D", "ae r d");
    }

    #[test]
    fn other_scripts_stay_as_they_are() {
        check("боль в груди", "боль в груди");
    }
}
