//! Words that mean the same: those with one stem, and those that `synonyms.toml` and `drugs.toml`
//! put together.

use std::collections::{BTreeMap, BTreeSet};

use bearings_search::{Class, Weight, stem};

use super::entries::Found;
use super::groups::Groups;
use super::texts;
use crate::parse::library::Library;

/// Every word with its class.
#[derive(Clone, Debug, Default)]
pub(super) struct Classes {
    of_word: BTreeMap<String, Class>,
    weights: Vec<Weight>,
    /// By their first class.
    phrases: BTreeMap<Class, Vec<(Vec<Class>, Class)>>,
    near: Vec<(Class, Class)>,
    /// One word for each stem, with its class.
    kept: Vec<(String, Class)>,
}

impl Classes {
    pub fn of(library: &Library, found: &[Found]) -> Classes {
        let mut groups = Groups::default();
        let same = same(library);
        let synonyms = &library.synonyms;
        let lists = synonyms
            .ignored
            .iter()
            .chain(&synonyms.weak)
            .chain(&synonyms.context)
            .map(|word| &word.value);
        let near = synonyms
            .near
            .iter()
            .flat_map(|near| near.to.iter().chain([&near.from.value]));
        let everyday = &library.everyday;
        let tables = [&everyday.signs, &everyday.pages, &everyday.terms];
        let everyday = tables.into_iter().flatten().flat_map(|(_, words)| words);
        let everyday = everyday.map(|words| &words.value);
        let drugs = library
            .drugs
            .all
            .iter()
            .flat_map(|drug| &drug.names)
            .map(|name| &name.value);
        let signs = library.signs.all.iter().flat_map(|sign| &sign.words);
        let signs = signs.map(|words| &words.value);
        let lists = lists
            .chain(signs)
            .chain(near)
            .chain(everyday)
            .chain(drugs)
            .chain(same.iter().flatten());
        for word in lists.flat_map(|text| texts::words(text)) {
            groups.number(&word);
        }
        for word in found
            .iter()
            .flat_map(|found| &found.texts)
            .flat_map(|text| &text.words)
        {
            groups.number(word);
        }
        let apart: BTreeSet<String> = synonyms
            .apart
            .iter()
            .flat_map(|word| bearings_search::words(&word.value))
            .collect();
        for word in &apart {
            groups.number(word);
        }
        groups.join_stems(&apart);
        for group in &same {
            let single = group.iter().filter_map(|word| one_word(word));
            let single: Vec<_> = single.collect();
            for pair in single.windows(2) {
                groups.join(&pair[0], &pair[1]);
            }
        }
        let mut classes = Classes::numbered(&groups, &apart);
        classes.weigh(library);
        classes.add_phrases(&same);
        for near in &synonyms.near {
            let from = classes
                .of_word
                .get(&one_word(&near.from.value).unwrap_or_default());
            for to in &near.to {
                let to = classes.of_word.get(&one_word(to).unwrap_or_default());
                if let (Some(from), Some(to)) = (from, to) {
                    classes.near.push((*from, *to));
                }
            }
        }
        classes
    }

    /// Classes are counted in the order in which their first word stands.
    fn numbered(groups: &Groups, apart: &BTreeSet<String>) -> Classes {
        let mut numbers = BTreeMap::new();
        let mut classes = Classes::default();
        let mut shortest: BTreeMap<String, &String> = BTreeMap::new();
        for word in groups.numbers.keys().filter(|word| !apart.contains(*word)) {
            let known = shortest.entry(stem(word)).or_insert(word);
            if word.len() < known.len() {
                *known = word;
            }
        }
        let kept: BTreeSet<&String> = shortest.into_values().chain(apart).collect();
        for word in &kept {
            let next = Class::try_from(numbers.len()).unwrap_or(Class::MAX);
            let group = groups.first(groups.numbers[*word]);
            let class = *numbers.entry(group).or_insert(next);
            classes.kept.push(((*word).clone(), class));
        }
        for (word, number) in &groups.numbers {
            classes
                .of_word
                .insert(word.clone(), numbers[&groups.first(*number)]);
        }
        classes.weights = vec![Weight::Full; numbers.len()];
        classes
    }

    fn weigh(&mut self, library: &Library) {
        let synonyms = &library.synonyms;
        let mut weigh = |text: &str, weight| {
            for word in bearings_search::words(text) {
                if let Some(class) = self.of_word.get(&word) {
                    self.weights[*class as usize] = weight;
                }
            }
        };
        let names = library.drugs.all.iter().flat_map(|drug| &drug.names);
        let names = names.filter_map(|name| one_word(&name.value));
        names.for_each(|name| weigh(&name, Weight::Context));
        for (list, weight) in [
            (&synonyms.context, Weight::Context),
            (&synonyms.weak, Weight::Weak),
            (&synonyms.ignored, Weight::Ignored),
        ] {
            for word in list {
                weigh(&word.value, weight);
            }
        }
    }

    fn add_phrases(&mut self, same: &[Vec<String>]) {
        for group in same {
            let Some(class) = group.iter().find_map(|word| one_word(word)) else {
                continue;
            };
            let class = self.of_word[&class];
            for words in group {
                let words = bearings_search::words(words);
                if words.len() < 2 {
                    continue;
                }
                let phrase: Vec<_> = words.iter().map(|word| self.of_word[word]).collect();
                self.phrases
                    .entry(phrase[0])
                    .or_default()
                    .push((phrase, class));
            }
        }
    }

    /// Whether a class says as much as it is rare.
    pub fn is_full(&self, class: Class) -> bool {
        matches!(self.weights[class as usize], Weight::Full | Weight::Context)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.weights.len()
    }

    /// One word for each stem, the shortest: the stemmer of the search leads the others to it.
    /// Classes are in the order in which their first word stands.
    pub fn words(&self) -> Vec<(String, Class)> {
        let mut words = self.kept.clone();
        words.sort();
        words
    }

    pub fn weights(&self) -> Vec<Weight> {
        self.weights.clone()
    }

    pub fn phrases(&self) -> Vec<(Vec<Class>, Class)> {
        let mut phrases: Vec<_> = self.phrases.values().flatten().cloned().collect();
        phrases.sort_by_key(|(phrase, class)| (*class, phrase.clone()));
        phrases.dedup();
        phrases
    }

    pub fn near(&self) -> Vec<(Class, Class)> {
        let mut near = self.near.clone();
        near.sort_unstable();
        near.dedup();
        near
    }

    /// The longest phrase at the start of these classes: its class, and how many it takes.
    fn phrase_at(&self, classes: &[Class]) -> Option<(Class, usize)> {
        let phrases = self.phrases.get(classes.first()?)?;
        let fitting = phrases
            .iter()
            .filter(|(phrase, _)| classes.starts_with(phrase));
        let longest = fitting.max_by_key(|(phrase, _)| phrase.len());
        longest.map(|(phrase, class)| (*class, phrase.len()))
    }

    /// The classes of a text, as often as they occur, without words that say nothing. A phrase
    /// counts as its words and as what it stands for.
    pub fn in_text(&self, words: &[String]) -> Vec<Class> {
        let all: Vec<_> = words.iter().map(|word| self.of_word[word]).collect();
        let phrases = (0..all.len()).filter_map(|at| Some(self.phrase_at(&all[at..])?.0));
        let phrases: Vec<_> = phrases.collect();
        let counts = |class: &Class| self.weights[*class as usize] != Weight::Ignored;
        all.into_iter().chain(phrases).filter(counts).collect()
    }

    /// The classes of a name, each once, in rising order. A phrase counts as what it stands for.
    pub fn in_name(&self, name: &str) -> Vec<Class> {
        let words = bearings_search::words(name);
        let mut all = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let joined = [3, 2].into_iter().find_map(|length| {
                let parts = words.get(at..at + length)?;
                let is_ignored = |word: &String| {
                    self.of_word
                        .get(word)
                        .is_some_and(|class| self.weights[*class as usize] == Weight::Ignored)
                };
                if parts.iter().any(is_ignored) {
                    return None;
                }
                Some((*self.of_word.get(&parts.concat())?, length))
            });
            let (class, length) = joined.unwrap_or_else(|| (self.of_word[&words[at]], 1));
            all.push(class);
            at += length;
        }
        let mut classes = BTreeSet::new();
        at = 0;
        while at < all.len() {
            let (class, length) = self.phrase_at(&all[at..]).unwrap_or((all[at], 1));
            if self.weights[class as usize] != Weight::Ignored {
                classes.insert(class);
            }
            at += length;
        }
        if classes.is_empty() {
            // "Where it may go" has no other words than such that say nothing.
            classes.extend(all);
        }
        classes.into_iter().collect()
    }

    /// Whether a name says anything but who, when and how much.
    pub fn says_something(&self, name: &[Class]) -> bool {
        name.iter().any(|class| self.is_full(*class))
    }
}

/// The one word of a text, if it has one: "x-ray" is one, as "xray".
fn one_word(text: &str) -> Option<String> {
    let mut words = bearings_search::words(text);
    match words.len() {
        1 => words.pop(),
        0 => None,
        _ => (!text.trim().contains(char::is_whitespace)).then(|| words.concat()),
    }
}

/// Groups of words that mean the same: those of the file, and the names of each drug.
fn same(library: &Library) -> Vec<Vec<String>> {
    let drugs = library.drugs.all.iter().map(|drug| {
        let names = drug.names.iter().map(|name| name.value.clone());
        names.collect::<Vec<_>>()
    });
    let synonyms = library.synonyms.same.iter().map(|(_, words)| words.clone());
    drugs.chain(synonyms).collect()
}
