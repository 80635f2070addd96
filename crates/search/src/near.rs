//! Words to try where nothing was found.

use crate::fold;
use crate::index::Index;
use crate::parts::Weight;

/// A word begins at least so far as what was typed.
const LEAST: usize = 2;

/// Words of the guide that begin most like what was typed, the last word of it first.
pub fn near(index: &Index, text: &str, most: usize) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for word in fold::words(text).iter().rev() {
        let starts = (LEAST..=word.len()).rev();
        let starts = starts.filter_map(|length| word.get(..length));
        let says = |start: &&str| {
            let words = index.lexicon.words_beginning(start);
            let says = |class| !matches!(index.weight(class), Weight::Ignored | Weight::Weak);
            let words = words.filter(|(word, class)| says(*class) && word.len() > 2);
            words
                .map(|(word, _)| word.to_owned())
                .take(most)
                .collect::<Vec<_>>()
        };
        let words = starts
            .map(|start| says(&start))
            .find(|words| !words.is_empty());
        for word in words.into_iter().flatten() {
            if !found.contains(&word) {
                found.push(word);
            }
        }
    }
    found.truncate(most);
    found
}
