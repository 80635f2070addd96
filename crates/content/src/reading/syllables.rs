//! Counts the syllables of an English word: groups of vowels, the rules of the silent `e`, vowels
//! that meet but do not melt, and a list of words that follow no rule.

use std::cell::RefCell;
use std::collections::HashMap;

/// Words that the rules get wrong. Names of medicines and plain words of the guide go here when
/// a reading score looks odd.
#[rustfmt::skip]
const EXCEPTIONS: &[(&str, usize)] = &[
    ("ache", 1), ("aches", 1), ("anyone", 3), ("area", 3), ("areas", 3), ("because", 2),
    ("being", 2), ("billion", 2), ("business", 2), ("caregiver", 3), ("caregivers", 3),
    ("cement", 2), ("chocolate", 3), ("clothes", 1), ("colleague", 2), ("colleagues", 2),
    ("diarrhea", 4), ("diarrhoea", 4), ("element", 3), ("elements", 3), ("elsewhere", 2),
    ("evening", 2), ("evenings", 2), ("every", 2), ("everyday", 3), ("everyone", 3),
    ("everything", 3), ("everywhere", 3), ("fluid", 2), ("fluids", 2), ("forever", 3),
    ("genuine", 3), ("headache", 2), ("headaches", 2), ("hereditary", 5), ("household", 2),
    ("households", 2), ("idea", 3), ("ideal", 3), ("ideas", 3), ("leopard", 2), ("lifeline", 2),
    ("lifelong", 2), ("lifestyle", 2), ("lifetime", 2), ("likewise", 2), ("million", 2),
    ("millions", 2), ("museum", 3), ("naive", 2), ("nausea", 3), ("onion", 2), ("onions", 2),
    ("opinion", 3), ("opinions", 3), ("people", 2), ("peoples", 2), ("persuade", 2), ("poem", 2),
    ("poems", 2), ("poet", 2), ("preoperative", 5), ("reopen", 3), ("ruin", 2), ("safeguard", 2),
    ("science", 2), ("sciences", 2), ("someone", 2), ("something", 2), ("sometimes", 2),
    ("somewhere", 2), ("stomachache", 3), ("theatre", 3), ("therefore", 2), ("union", 2),
    ("vacuum", 2), ("vegetable", 4), ("vegetables", 4), ("wednesday", 2), ("whereas", 2),
];

/// Endings before which a silent `e` stays silent: safe-ly, care-ful, home-less, move-ment.
const SILENT_E_BEFORE: &[&str] = &["ly", "ful", "fully", "less", "ness", "ment", "ments"];

thread_local! {
    /// A guide of thousands of pages has but a few thousand different words.
    static COUNTED: RefCell<HashMap<String, usize>> = RefCell::default();
}

/// The syllables of a word; a word with a hyphen is the sum of its parts. At least 1.
pub(crate) fn count(word: &str) -> usize {
    COUNTED.with_borrow_mut(|counted| {
        if let Some(count) = counted.get(word) {
            return *count;
        }
        let count = count_afresh(word);
        counted.insert(word.to_owned(), count);
        count
    })
}

fn count_afresh(word: &str) -> usize {
    if super::is_number(word) {
        return of_number(word);
    }
    if is_abbreviation(word) {
        return word.chars().filter(|char| char.is_alphanumeric()).count();
    }
    word.split('-')
        .filter(|part| !part.is_empty())
        .map(of_part)
        .sum::<usize>()
        .max(1)
}

/// Whether a word is spoken letter by letter: `MRI`, `CT`, `HER2`, `A&E`.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    // These are spoken as words.
    if matches!(word, "PET" | "BRCA" | "ER's") {
        return false;
    }
    let stem = word.strip_suffix('s').unwrap_or(word);
    stem.chars().filter(char::is_ascii_uppercase).count() >= 2
        && !stem.chars().any(char::is_lowercase)
}

/// Digits as they are said: "seven", "twenty-five", "two thousand and six".
fn of_number(word: &str) -> usize {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let percent = if word.ends_with('%') { 2 } else { 0 };
    match digits.parse::<usize>() {
        Ok(number) if number < 10_000 && !digits.starts_with('0') => said(number) + percent,
        _ => {
            digits
                .bytes()
                .map(|digit| said(usize::from(digit - b'0')))
                .sum::<usize>()
                + percent
        }
    }
}

fn said(number: usize) -> usize {
    const UP_TO_19: [usize; 20] = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2];
    let rest = |rest: usize| if rest == 0 { 0 } else { said(rest) };
    match number {
        0..20 => UP_TO_19[number],
        20..100 => 2 + usize::from(number / 10 == 7) + rest(number % 10),
        100..1000 => said(number / 100) + 2 + rest(number % 100),
        _ => said(number / 1000) + 2 + rest(number % 1000),
    }
}

/// A word without hyphens.
fn of_part(part: &str) -> usize {
    let lower = part.to_lowercase().replace('’', "'");
    let (word, extra) = without_apostrophe(&lower);
    let letters: String = word
        .chars()
        .filter(|char| char.is_alphabetic())
        .map(plain)
        .collect();
    if let Ok(at) = EXCEPTIONS.binary_search_by_key(&letters.as_str(), |entry| entry.0) {
        return EXCEPTIONS[at].1 + extra;
    }
    let groups = vowel_groups(&letters);
    (groups + extra + kept_apart(&letters))
        .saturating_sub(silent(&letters))
        .max(1)
}

/// `doctor's` and `you've` lose their ending; `didn't` has a syllable more than `didn`.
fn without_apostrophe(word: &str) -> (&str, usize) {
    if let Some(stem) = word.strip_suffix("n't") {
        return (stem, usize::from(stem.ends_with(['d', 's'])));
    }
    let endings = ["'s", "'ve", "'re", "'d", "'m", "'ll", "'"];
    (
        endings
            .iter()
            .find_map(|ending| word.strip_suffix(ending))
            .unwrap_or(word),
        0,
    )
}

/// The letter without its accent, where the accent does not matter.
fn plain(char: char) -> char {
    match char {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        other => other,
    }
}

fn is_vowel(byte: u8) -> bool {
    matches!(byte, b'a' | b'e' | b'i' | b'o' | b'u')
}

/// Which letters are vowels. `y` is one unless another vowel follows at the start of a word or
/// between two vowels: "yes", "beyond".
fn vowels(word: &str) -> Vec<bool> {
    let bytes = word.as_bytes();
    let vowel = |at: usize| bytes.get(at).copied().is_some_and(is_vowel);
    (0..bytes.len())
        .map(|at| match bytes[at] {
            b'y' => !(vowel(at + 1) && (at == 0 || vowel(at - 1))),
            byte => is_vowel(byte),
        })
        .collect()
}

fn vowel_groups(word: &str) -> usize {
    let vowels = vowels(word);
    (0..vowels.len())
        .filter(|at| vowels[*at] && (*at == 0 || !vowels[*at - 1]))
        .count()
}

/// Vowels that meet without melting into one syllable: di-agnosis, bi-opsy, us-u-al.
fn kept_apart(word: &str) -> usize {
    let bytes = word.as_bytes();
    let mut extra = 0;
    for at in 1..bytes.len() {
        let before = if at >= 2 { bytes[at - 2] } else { b' ' };
        let rest = &word.get(at + 1..).unwrap_or_default();
        let soft = matches!(before, b't' | b's' | b'c' | b'g' | b'x');
        extra += usize::from(match (bytes[at - 1], bytes[at]) {
            (b'i', b'a') => {
                let melts = soft && !rest.starts_with('t') || rest.starts_with("ge");
                !melts || at == 2
            }
            (b'i', b'o') => !soft || at == 2 || word.starts_with("physio"),
            (b'e', b'o') => before != b'g' && before != b'p',
            (b'i' | b'e' | b'a', b'u') => bytes[at - 1] == b'i',
            (b'u', b'a') => before != b'q' && before != b'g',
            (b'u', b'e') => {
                before != b'q' && before != b'g' && rest.starts_with(['n', 'l', 't', 'r'])
            }
            (b'u' | b'a', b'o') | (b'i', b'i') => before != b'q',
            (b'o' | b'e', b'i') => *rest == "ng" || *rest == "ngs",
            (b'u', b'i') => before != b'q' && before != b'g' && *rest == "ng",
            (b'y', b'i') => at >= 2 && !is_vowel(before) && rest.starts_with("ng"),
            (b'y', b'o' | b'a') => at >= 2 && !is_vowel(before),
            (b'i', b'e') => {
                let long = word.len() > 5;
                (*rest == "r" || *rest == "rs" || *rest == "st") && long
                    || (rest.starts_with("nt") || rest.starts_with("nc"))
                        && !matches!(before, b't' | b'c')
                    || rest.starts_with("ty")
                    || word.starts_with("diet")
                    || word.starts_with("quiet")
            }
            (b'e', b'a') => {
                word.ends_with("rea")
                    || word.starts_with("creat") && !word.starts_with("creature")
                    || word.contains("react")
                    || word.starts_with("reas") && rest.starts_with("ss")
                    || word.starts_with("reali")
            }
            _ => false,
        });
    }
    // A last m that is sung: metabolis-m, rhyth-m.
    extra + usize::from(word.ends_with("sm") || word.ends_with("thm"))
}

/// Vowel groups that are written but not said.
fn silent(word: &str) -> usize {
    if word.len() < 3 {
        return 0;
    }
    silent_ending(word) + silent_inside(word)
}

fn silent_ending(word: &str) -> usize {
    let stem = word.strip_suffix('s').unwrap_or(word);
    if let Some(before) = stem
        .strip_suffix("gue")
        .or_else(|| stem.strip_suffix("que"))
    {
        // fatigue, technique, tongue; but ar-gue
        return usize::from(!before.ends_with('r') && vowel_groups(before) > 0);
    }
    let (before, ending) = if let Some(before) = word.strip_suffix("es") {
        (before, "es")
    } else if let Some(before) = word.strip_suffix("ed") {
        (before, "ed")
    } else if let Some(before) = word.strip_suffix('e') {
        (before, "e")
    } else {
        return 0;
    };
    // Of the whole word: what `y` is depends on the letter after it.
    let vowels = &vowels(word)[..before.len()];
    let Some(false) = vowels.last() else { return 0 };
    if !vowels.contains(&true) {
        // the, she
        return 0;
    }
    let said = match ending {
        "es" => ["s", "x", "z", "ch", "sh", "c", "g"]
            .iter()
            .any(|end| before.ends_with(end)),
        "ed" => before.ends_with(['t', 'd']),
        _ => false,
    };
    // lit-tle, ta-bles, han-dled; but not called, feel
    let sung = before.ends_with('l')
        && vowels.len() >= 2
        && !vowels[vowels.len() - 2]
        && !before.ends_with("ll");
    usize::from(!said && !sung)
}

/// The silent `e` before an ending that begins with a consonant: safe-ly, some-times.
fn silent_inside(word: &str) -> usize {
    SILENT_E_BEFORE
        .iter()
        .filter_map(|ending| word.strip_suffix(ending)?.strip_suffix('e'))
        .any(|stem| {
            let vowels = vowels(stem);
            let sung = stem.ends_with('l') && vowels.len() >= 2 && !vowels[vowels.len() - 2];
            vowels.contains(&true) && vowels.last() == Some(&false) && !sung
        })
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exceptions_are_in_alphabetical_order() {
        assert!(
            EXCEPTIONS.is_sorted_by_key(|entry| entry.0),
            "sort EXCEPTIONS: it is searched"
        );
    }

    #[test]
    fn syllables_are_counted_as_a_speaker_says_them() {
        let table = "
            1: the scan scans bone bones through eyes called healed aches clothes breathe changed
               lymph don't can't you've there's tubes 2 10 weight heart spread whole sure cure
            2: cancer doctor breathing table tables handled people lungs-full every safely careful
               movement places changes needed treated fluid being going trying saying player
               someone something quiet diet trial science patient nation fatigue technique value
               tissue beyond didn't wasn't fruitful question hormone immune client special social
               homeless argue rarely closely agreed carried headache liver tumour vessel
               giant 7 20 marriage region surgeon worries
            3: biopsy usual period medium calcium radio area idea nausea everyone completely
               management family medicine oestrogen receptor mammogram tomorrow remember
               important hospital together injection expensive description carrier earlier
               actual question-mark pharmacist continue settlement supplement diseases million-fold
               theory various serious diagnose react-to opinion theatre
            4: diagnosis experience usually anxiety anaemia metastasis metastatic material
               radiation temperature pathologist oncology palliative pneumonia bacteria
               appreciate chemical-free particular emergency biology society influenza
            5: radiographer chemotherapy laboratory metabolism neutropenia immediately
               examination radiologist
            6: radiotherapy physiotherapist immunotherapy";
        let mut wrong = Vec::new();
        let mut expected = 0;
        for word in table.split_whitespace() {
            if let Some(number) = word.strip_suffix(':') {
                expected = number.parse().expect("a number before the colon");
            } else if count(word) != expected {
                wrong.push(format!("{word}: {} instead of {expected}", count(word)));
            }
        }
        // Every entry is a word of the guide or a rule of English spelling: none may be wrong.
        assert!(
            wrong.is_empty(),
            "mend the rules or the exceptions: {wrong:?}"
        );
    }

    #[test]
    fn abbreviations_are_said_letter_by_letter() {
        assert_eq!(
            ["MRI", "CT", "HER2", "PET", "A&E"].map(count),
            [3, 2, 4, 1, 2]
        );
        assert!(is_abbreviation("MRIs") && !is_abbreviation("A") && !is_abbreviation("Help"));
    }

    #[test]
    fn numbers_are_said_in_words() {
        assert_eq!(
            ["1", "7", "17", "25", "70", "116", "2026"].map(count),
            [1, 2, 3, 3, 3, 5, 6]
        );
    }
}
