//! How hard a text is to read.
//!
//! Two formulas, each from its first publication:
//!
//! - **Flesch-Kincaid grade level**: `0.39 words/sentences + 11.8 syllables/words - 15.59`.
//!   Kincaid, Fishburne, Rogers, Chissom: *Derivation of new readability formulas for Navy
//!   enlisted personnel*. Research Branch Report 8-75, Naval Technical Training Command, 1975.
//! - **SMOG grade**: `1.0430 sqrt(30 long words/sentences) + 3.1291`, a long word being one of
//!   three syllables or more. G. Harry `McLaughlin`: *SMOG grading: a new readability formula*.
//!   Journal of Reading 12 (8), 1969, 639-646. It asks for 30 sentences; on shorter texts the
//!   ratio is used, as is the custom, and the result swings more.
//!
//! What is measured: paragraphs, list items (each ends a sentence), ready-made sentences, the
//! short version at the top, and the self-tests. Headings are dropped, and so are bare fragments:
//! paragraphs of fewer than four words without a closing mark. Abbreviations such as MRI count
//! their letters as syllables for Flesch-Kincaid and are not long words for SMOG.

mod names;
mod sentences;
mod syllables;

use crate::base::problem::Spot;

pub(crate) use names::Names;
pub(crate) use sentences::{is_number, sentences, words};

/// Highest Flesch-Kincaid grade of a page.
pub(crate) const MAX_FKGL: f64 = 8.0;
/// Lowest Flesch-Kincaid grade of a page: below it the guide would talk down to a grown person.
pub(crate) const MIN_FKGL: f64 = 4.0;
/// Highest SMOG grade of a page.
pub(crate) const MAX_SMOG: f64 = 10.0;
/// Highest mean sentence length of a page, in words.
pub(crate) const MAX_MEAN: f64 = 14.0;
/// Most words in one sentence.
pub(crate) const MAX_SENTENCE: usize = 25;

/// A stretch of text that sentences do not cross, and the line it stands on.
#[derive(Clone, Debug)]
pub(crate) struct Passage {
    pub text: String,
    pub spot: Spot,
}

/// A sentence of so many words.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub text: String,
    pub words: usize,
    pub spot: Spot,
}

/// What was counted in a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Level {
    pub words: usize,
    pub sentences: usize,
    pub syllables: usize,
    pub long_words: usize,
    /// The number of words of each sentence.
    pub lengths: Vec<usize>,
    /// The number of words of the longest sentence.
    pub longest: usize,
    /// Sentences of more than [`MAX_SENTENCE`] words.
    pub too_long: Vec<Sentence>,
}

impl Level {
    pub fn of(passages: &[Passage]) -> Level {
        Level::without(&Names::default(), passages)
    }

    /// The level of the text without these names.
    pub fn without(names: &Names, passages: &[Passage]) -> Level {
        let mut level = Level::default();
        for passage in passages {
            for sentence in sentences(&passage.text) {
                level.count(sentence, names, &passage.spot);
            }
        }
        level
    }

    fn count(&mut self, sentence: &str, names: &Names, spot: &Spot) {
        let mut in_sentence = 0;
        for word in words(sentence).filter(|word| !names.has(word)) {
            in_sentence += 1;
            let syllables = syllables::count(word);
            self.syllables += syllables;
            self.long_words += usize::from(syllables >= 3 && !syllables::is_abbreviation(word));
        }
        if in_sentence == 0 {
            return;
        }
        self.words += in_sentence;
        self.sentences += 1;
        self.lengths.push(in_sentence);
        self.longest = self.longest.max(in_sentence);
        if in_sentence > MAX_SENTENCE {
            let text = sentence.trim().to_owned();
            self.too_long.push(Sentence {
                text,
                words: in_sentence,
                spot: spot.clone(),
            });
        }
    }

    /// Flesch-Kincaid grade level, to two decimals; 0 for a text without words.
    pub fn fkgl(&self) -> f64 {
        if self.words == 0 {
            return 0.0;
        }
        to_hundredths(0.39 * self.mean() + 11.8 * ratio(self.syllables, self.words) - 15.59)
    }

    /// SMOG grade, to two decimals; 0 for a text without words.
    pub fn smog(&self) -> f64 {
        if self.sentences == 0 {
            return 0.0;
        }
        to_hundredths(1.043 * (30.0 * ratio(self.long_words, self.sentences)).sqrt() + 3.1291)
    }

    /// Mean sentence length in words, to two decimals; 0 for a text without words.
    pub fn mean(&self) -> f64 {
        if self.sentences == 0 {
            return 0.0;
        }
        ratio(self.words, self.sentences)
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(whole)
}

fn to_hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests;
