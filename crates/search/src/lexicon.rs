//! The words of the index, in the order of their bytes.

use std::ops::Range;

use crate::distance;
use crate::parts::Class;
use crate::rows::Rows;
use crate::stem::stem;

/// Every word, its class, and the words of each class.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lexicon {
    text: String,
    /// Where each word ends in the text.
    ends: Vec<u32>,
    classes: Vec<Class>,
    letters: Vec<u32>,
    by_class: Rows<u32>,
}

impl Lexicon {
    /// The words of two sorted lists.
    pub fn of(first: &[(String, Class)], second: &[(String, Class)], classes: usize) -> Lexicon {
        let mut lexicon = Lexicon::default();
        let mut second = second.iter().peekable();
        for word in first {
            while let Some(other) = second.next_if(|other| other.0 < word.0) {
                lexicon.push(&other.0, other.1);
            }
            lexicon.push(&word.0, word.1);
        }
        for other in second {
            lexicon.push(&other.0, other.1);
        }
        let pairs: Vec<_> = lexicon.classes.iter().copied().zip(0_u32..).collect();
        lexicon.by_class = Rows::of(classes, &pairs);
        lexicon
    }

    fn push(&mut self, word: &str, class: Class) {
        self.text.push_str(word);
        self.ends
            .push(u32::try_from(self.text.len()).unwrap_or(u32::MAX));
        self.classes.push(class);
        self.letters.push(distance::letters(word));
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// A word by its place.
    pub fn word(&self, at: usize) -> &str {
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        self.text
            .get(start as usize..self.ends[at] as usize)
            .unwrap_or_default()
    }

    /// The words of a class.
    pub fn words_of(&self, class: Class) -> impl Iterator<Item = &str> {
        let places = self.by_class.get(class).iter();
        places.map(|at| self.word(*at as usize))
    }

    /// The first place whose word is not before `wanted`.
    fn place(&self, wanted: &str) -> usize {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            if self.word(middle) < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// The class of this very word.
    pub fn exact(&self, word: &str) -> Option<Class> {
        let at = self.place(word);
        (at < self.len() && self.word(at) == word).then(|| self.classes[at])
    }

    /// The classes of words that begin so, in order of the words; a class may come twice.
    pub fn beginning(&self, start: &str) -> impl Iterator<Item = Class> {
        let from = self.place(start);
        let words = (from..self.len()).take_while(move |at| self.word(*at).starts_with(start));
        words.map(|at| self.classes[at])
    }

    /// Words that begin so, in their order.
    pub fn words_beginning(&self, start: &str) -> impl Iterator<Item = (&str, Class)> {
        let from = self.place(start);
        let words = (from..self.len()).map(|at| (self.word(at), self.classes[at]));
        words.take_while(move |(word, _)| word.starts_with(start))
    }

    /// The class of a word that has the same stem.
    pub fn same_stem(&self, word: &str) -> Option<Class> {
        let stemmed = stem(word);
        // What words with this stem surely share: stems may differ from words in their end.
        let shared = stemmed.len().saturating_sub(1).min(4);
        let start = stemmed.get(..shared).filter(|_| shared > 1)?;
        let from = self.place(start);
        (from..self.len())
            .take_while(|at| self.word(*at).starts_with(start))
            .find(|at| stem(self.word(*at)) == stemmed)
            .map(|at| self.classes[at])
    }

    /// The classes of the words that are nearest, and how many mistakes away they are. Words with
    /// the same first letter come first: few people mistype that one.
    pub fn nearest(&self, typed: &str, most: usize, is_prefix: bool) -> (usize, Vec<Class>) {
        let first = typed.chars().next().map_or(0, char::len_utf8);
        let letter = typed.get(..first).unwrap_or_default();
        let from = self.place(letter);
        let to = (from..self.len()).find(|at| !self.word(*at).starts_with(letter));
        let same = from..to.unwrap_or(self.len());
        let near = self.nearest_in(same, typed, most, is_prefix);
        if near.1.is_empty() {
            return self.nearest_in(0..self.len(), typed, most, is_prefix);
        }
        near
    }

    fn nearest_in(
        &self,
        places: Range<usize>,
        typed: &str,
        mut most: usize,
        is_prefix: bool,
    ) -> (usize, Vec<Class>) {
        let mut found = Vec::new();
        let letters = distance::letters(typed);
        for at in places {
            let theirs = self.letters[at];
            // Of a longer word any letters may follow.
            let missing = (letters & !theirs).count_ones() as usize;
            let added = (theirs & !letters).count_ones() as usize;
            if missing > most || (!is_prefix && added > most) {
                continue;
            }
            let Some(cost) = distance::between(typed, self.word(at), most, is_prefix) else {
                continue;
            };
            if cost < most {
                most = cost;
                found.clear();
            }
            if !found.contains(&self.classes[at]) {
                found.push(self.classes[at]);
            }
        }
        (most, found)
    }
}
