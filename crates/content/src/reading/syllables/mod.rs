//! Counts the syllables of an English word: groups of vowels, the rules of the silent `e`, vowels
//! that meet but do not melt, and a list of words that follow no rule.

mod exceptions;
mod numbers;
mod spelling;

use std::cell::RefCell;
use std::collections::HashMap;

use crate::reading::sentences::is_number;

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
    if is_number(word) {
        return numbers::count(word);
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

/// A word without hyphens.
fn of_part(part: &str) -> usize {
    let lower = part.to_lowercase().replace('’', "'");
    let (word, extra) = without_apostrophe(&lower);
    let letters: String = word
        .chars()
        .filter(|char| char.is_alphabetic())
        .map(plain)
        .collect();
    exceptions::find(&letters)
        .map_or_else(|| spelling::count(&letters, extra), |known| known + extra)
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

#[cfg(test)]
mod tests {
    use super::{count, is_abbreviation};

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
