//! From what somebody typed to the classes of words that are meant.

use crate::distance;
use crate::fold;
use crate::index::Index;
use crate::parts::{Class, Weight};
use crate::stem::stem;

/// The most words of a query that are looked at.
const MOST_WORDS: usize = 24;
/// A word that is not in the index says this much.
const UNKNOWN: f32 = 0.6;
/// A word about who or when says this much of what it would say else.
const WEAK: f32 = 0.25;
/// The least a word says.
const LEAST: f32 = 0.3;
/// Quality of a word that begins as the typed one, which is no word itself.
const BEGINS: f32 = 0.8;
/// Quality of a word that begins as the typed one, which is a word itself.
const LONGER: f32 = 0.25;
/// Quality of a word with the same stem.
const STEM: f32 = 0.95;
/// Quality with one typing mistake, and with two.
const MISTAKES: [f32; 2] = [0.85, 0.7];
/// Quality of a word that is looked for too.
const NEAR: f32 = 0.6;
/// So many words that begin as the typed one are looked at.
const MOST_BEGUN: usize = 300;
/// What is begun has to be this long before a sign is shown for it.
const SHORT: usize = 3;
/// A mistake in a shorter stem makes another word of it.
const STEM_LENGTH: usize = 5;

/// One thing that was asked for.
#[derive(Clone, Debug)]
pub(crate) struct Concept {
    /// The classes that may be meant, and how surely, from 0 to 1.
    pub classes: Vec<(Class, f32)>,
    /// How much it says, from 0 to 1.
    pub weight: f32,
    /// A treatment or a number: beside a sign it does not count against it.
    pub is_context: bool,
    /// A number.
    pub is_number: bool,
    /// Only the first letters of a word, and few of them.
    pub is_begun: bool,
}

/// A typed word with what it may mean.
struct Meant {
    classes: Vec<(Class, f32)>,
    is_begun: bool,
    is_number: bool,
}

/// What is asked for, in the order in which it was typed, each thing once.
pub(crate) fn concepts(index: &Index, text: &str) -> Vec<Concept> {
    let mut words = fold::words(text);
    words.truncate(MOST_WORDS);
    // Whoever has typed a space after it has finished the last word.
    let last = text.chars().next_back().map(String::from);
    let is_open = last.is_some_and(|last| !fold::words(&last).is_empty());
    let meant = meant(index, &words, is_open);
    // "Where it may go": of nothing but such words each counts, and "he" may become "headache".
    let says = |word: &Meant| {
        let first = word.classes.first();
        first.is_none_or(|(class, _)| index.weight(*class) != Weight::Ignored)
    };
    let ignores = meant.iter().any(says);
    let mut concepts: Vec<Concept> = Vec::new();
    let mut at = 0;
    while at < meant.len() {
        let (classes, length) = match phrase_at(index, &meant[at..]) {
            Some((class, quality, length)) => (vec![(class, quality)], length),
            None => (meant[at].classes.clone(), 1),
        };
        let is_begun = meant[at].is_begun && length == 1;
        let is_number = meant[at].is_number && length == 1;
        at += length;
        if let Some(concept) = concept(index, classes, is_number, is_begun, ignores)
            && !concepts.iter().any(|known| is_same(known, &concept))
        {
            concepts.push(concept);
        }
    }
    concepts
}

fn is_same(left: &Concept, right: &Concept) -> bool {
    let first = |concept: &Concept| concept.classes.first().map(|(class, _)| *class);
    first(left).is_some() && first(left) == first(right)
}

/// The classes of each word; two or three words that are one in the index are one here.
fn meant(index: &Index, words: &[String], is_open: bool) -> Vec<Meant> {
    let mut meant = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let joined = [3, 2].into_iter().find_map(|length| {
            let parts = words.get(at..at + length)?;
            let is_ignored = |word: &String| {
                let class = index.lexicon.exact(word);
                class.is_some_and(|class| index.weight(class) == Weight::Ignored)
            };
            if parts.iter().any(is_ignored) {
                return None;
            }
            Some((index.lexicon.exact(&parts.concat())?, length))
        });
        if let Some((class, length)) = joined {
            meant.push(Meant {
                classes: vec![(class, 1.0)],
                is_begun: false,
                is_number: false,
            });
            at += length;
            continue;
        }
        let word = &words[at];
        at += 1;
        let is_last = is_open && at == words.len();
        meant.push(Meant {
            classes: of_word(index, word, is_last),
            is_number: word.bytes().all(|byte| byte.is_ascii_digit()),
            is_begun: is_last
                && word.len() < SHORT
                && !word.starts_with(|letter: char| letter.is_ascii_digit()),
        });
    }
    meant
}

/// The classes that a typed word may mean; none if it is unknown.
fn of_word(index: &Index, word: &str, is_last: bool) -> Vec<(Class, f32)> {
    let lexicon = &index.lexicon;
    let mut classes = Vec::new();
    let exact = lexicon.exact(word).map(|class| (class, 1.0));
    let same = exact.or_else(|| lexicon.same_stem(word).map(|class| (class, STEM)));
    classes.extend(same);
    if is_last {
        let is_word = !classes.is_empty() && word.len() >= SHORT;
        let quality = if is_word { LONGER } else { BEGINS };
        for class in lexicon.beginning(word).take(MOST_BEGUN) {
            add(index, &mut classes, class, quality);
        }
    }
    if !classes.is_empty() {
        return classes;
    }
    let most = distance::allowed(word.len());
    if most == 0 {
        return classes;
    }
    let (mut mistakes, mut found) = lexicon.nearest(word, most, false);
    let is_far = mistakes > 1 || found.is_empty();
    if let Some((first, second)) = two_words(index, word).filter(|_| is_far) {
        return vec![(first, STEM), (second, STEM)];
    }
    if found.is_empty() && is_last {
        (mistakes, found) = lexicon.nearest(word, 1, true);
    }
    if found.is_empty() {
        // Of all words with one stem the lexicon has one: "halucinating" is far from "hallucinate".
        let stemmed = stem(word);
        if stemmed.len() > STEM_LENGTH {
            (mistakes, found) = lexicon.nearest(&stemmed, 1, true);
        }
    }
    let quality = MISTAKES[mistakes.clamp(1, 2) - 1];
    for class in found {
        add(index, &mut classes, class, quality);
    }
    classes
}

fn add(index: &Index, classes: &mut Vec<(Class, f32)>, class: Class, quality: f32) {
    let says = index.weight(class) != Weight::Ignored;
    if says && !classes.iter().any(|(known, _)| *known == class) {
        classes.push((class, quality));
    }
}

/// The classes of two words that were typed as one.
fn two_words(index: &Index, word: &str) -> Option<(Class, Class)> {
    (3..word.len().saturating_sub(2)).find_map(|at| {
        let (first, second) = word.split_at_checked(at)?;
        Some((index.lexicon.exact(first)?, index.lexicon.exact(second)?))
    })
}

/// The class that these words stand for together, how surely, and how many they are.
fn phrase_at(index: &Index, meant: &[Meant]) -> Option<(Class, f32, usize)> {
    let fits = |phrase: &[Class]| {
        if phrase.len() > meant.len() {
            return None;
        }
        let pairs = phrase.iter().zip(meant);
        let mut quality = 1.0_f32;
        for (class, word) in pairs {
            let found = word.classes.iter().find(|(meant, _)| meant == class);
            // What is only begun may become anything.
            quality = quality.min(found.filter(|(_, quality)| *quality > BEGINS)?.1);
        }
        Some(quality)
    };
    let fitting = index
        .phrases()
        .iter()
        .filter_map(|(phrase, class)| Some((*class, fits(phrase)?, phrase.len())));
    fitting.max_by_key(|(.., length)| *length)
}

fn concept(
    index: &Index,
    mut classes: Vec<(Class, f32)>,
    is_number: bool,
    is_begun: bool,
    ignores: bool,
) -> Option<Concept> {
    let Some((first, _)) = classes.first().copied() else {
        return Some(Concept {
            classes,
            weight: UNKNOWN,
            is_context: is_number,
            is_number,
            is_begun,
        });
    };
    let weight = match index.weight(first) {
        Weight::Ignored if ignores => return None,
        Weight::Ignored => WEAK,
        Weight::Weak => WEAK * rarity(index, first),
        Weight::Full | Weight::Context => rarity(index, first),
    };
    for at in 0..classes.len() {
        let (class, quality) = classes[at];
        if quality < STEM {
            continue;
        }
        for near in index.near(class) {
            add(index, &mut classes, *near, quality * NEAR);
        }
    }
    let is_context = is_number || index.weight(first) == Weight::Context;
    Some(Concept {
        classes,
        weight,
        is_context,
        is_number,
        is_begun,
    })
}

/// How rare a class is, from [`LEAST`] to 1.
fn rarity(index: &Index, class: Class) -> f32 {
    let stands = index.postings(class).len();
    if stands == 0 {
        return UNKNOWN;
    }
    let entries = to_float(index.readable().max(2));
    let stands = to_float(stands);
    let rare = (entries / stands).ln() / entries.ln();
    LEAST + (1.0 - LEAST) * rare.clamp(0.0, 1.0)
}

/// A count as a number to reckon with; counts are small here.
pub(crate) fn to_float(count: usize) -> f32 {
    u16::try_from(count).map_or(f32::from(u16::MAX), f32::from)
}
