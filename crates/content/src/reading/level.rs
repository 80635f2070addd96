//! Counts words, sentences and syllables, and works out the grades.

use super::names::Names;
use super::sentences::{sentences, words};
use super::syllables;
use crate::base::problem::Spot;

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

/// A part of a whole.
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    let number = |count: usize| f64::from(u32::try_from(count).unwrap_or(u32::MAX));
    number(part) / number(whole)
}

fn to_hundredths(number: f64) -> f64 {
    (number * 100.0).round() / 100.0
}
