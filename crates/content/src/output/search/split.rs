//! Which words go into which file.

use std::collections::BTreeMap;

use bearings_search::{BlockParts, Class, Parts, Weight};

/// Leaves to the second file the words that only it can use: those that the first file finds
/// nothing for. Classes are counted anew, those of the first file first.
pub(super) fn late_words(mut parts: Parts, mut blocks: BlockParts) -> (Parts, BlockParts) {
    let mut is_used: Vec<bool> = parts
        .postings
        .iter()
        .zip(&parts.weights)
        .map(|(postings, weight)| !postings.is_empty() || *weight != Weight::Full)
        .collect();
    let phrases = parts.phrases.iter();
    let phrases = phrases.flat_map(|(phrase, class)| phrase.iter().chain([class]));
    let near = parts.near.iter().flat_map(|(from, to)| [from, to]);
    let named = parts
        .names
        .iter()
        .flat_map(|names| names.names.iter().flatten());
    for class in phrases.chain(near).chain(named) {
        is_used[*class as usize] = true;
    }
    let words = std::mem::take(&mut parts.words).into_iter();
    let (first, second): (Vec<_>, Vec<_>) = words.partition(|(_, class)| is_used[*class as usize]);
    let mut numbers: BTreeMap<Class, Class> = BTreeMap::new();
    for (_, class) in first.iter().chain(&second) {
        let next = Class::try_from(numbers.len()).unwrap_or(Class::MAX);
        numbers.entry(*class).or_insert(next);
    }
    let anew = |class: &mut Class| *class = numbers[class];
    let renamed = |mut words: Vec<(String, Class)>| {
        for (_, class) in &mut words {
            anew(class);
        }
        words
    };
    parts.words = renamed(first);
    blocks.words = renamed(second);
    for (phrase, class) in &mut parts.phrases {
        phrase.iter_mut().chain([class]).for_each(anew);
    }
    parts
        .phrases
        .sort_by_key(|(phrase, class)| (*class, phrase.clone()));
    parts
        .near
        .iter_mut()
        .flat_map(|(from, to)| [from, to])
        .for_each(anew);
    for names in &mut parts.names {
        for name in &mut names.names {
            name.iter_mut().for_each(anew);
            name.sort_unstable();
        }
        names.names.sort();
    }
    let mut old: Vec<Class> = numbers.keys().copied().collect();
    old.sort_by_key(|class| numbers[class]);
    let used = old.iter().filter(|class| is_used[**class as usize]).count();
    parts.weights = old[..used]
        .iter()
        .map(|class| parts.weights[*class as usize])
        .collect();
    parts.postings = old[..used]
        .iter()
        .map(|class| std::mem::take(&mut parts.postings[*class as usize]))
        .collect();
    blocks.postings = old
        .iter()
        .map(|class| std::mem::take(&mut blocks.postings[*class as usize]))
        .collect();
    (parts, blocks)
}
