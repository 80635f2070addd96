//! Groups of words that mean the same, while they are put together.

use std::collections::{BTreeMap, BTreeSet};

use bearings_search::stem;

/// Groups of words, joined one by one.
#[derive(Debug, Default)]
pub(super) struct Groups {
    pub numbers: BTreeMap<String, usize>,
    /// Where each word is joined to; the first of a group to itself.
    joined: Vec<usize>,
}

impl Groups {
    /// The number of a word, which is put there if it is new.
    pub fn number(&mut self, word: &str) -> usize {
        let next = self.joined.len();
        let number = *self.numbers.entry(word.to_owned()).or_insert(next);
        if number == next {
            self.joined.push(next);
        }
        number
    }

    /// The first word that a word is joined to.
    pub fn first(&self, mut number: usize) -> usize {
        while self.joined[number] != number {
            number = self.joined[number];
        }
        number
    }

    /// Puts two words into one group.
    pub fn join(&mut self, left: &str, right: &str) {
        let (left, right) = (self.number(left), self.number(right));
        let (left, right) = (self.first(left), self.first(right));
        self.joined[left.max(right)] = left.min(right);
    }

    /// Joins words with the same stem, but for those that are kept `apart`.
    pub fn join_stems(&mut self, apart: &BTreeSet<String>) {
        let mut stems: BTreeMap<String, String> = BTreeMap::new();
        let words = self.numbers.keys().filter(|word| !apart.contains(*word));
        let words: Vec<_> = words.cloned().collect();
        for word in words {
            let first = stems
                .entry(stem(&word))
                .or_insert_with(|| word.clone())
                .clone();
            self.join(&first, &word);
        }
    }
}
