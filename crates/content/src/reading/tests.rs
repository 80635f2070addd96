//! Texts whose scores are known from elsewhere. Counting syllables by rule is never exact, and
//! other counters differ among themselves, hence the tolerances.

use super::level::ratio;
use super::{Level, Passage};
use crate::base::problem::Spot;

fn level(text: &str) -> Level {
    let spot = Spot::new("text", 1);
    let passages: Vec<_> = text
        .lines()
        .map(|line| Passage {
            text: line.into(),
            spot: spot.clone(),
        })
        .collect();
    Level::of(&passages)
}

#[track_caller]
fn close(what: &str, got: f64, expected: f64, tolerance: f64) {
    assert!(
        (got - expected).abs() <= tolerance,
        "{what}: {got} instead of {expected}"
    );
}

/// Abraham Lincoln, 1863 (the Bliss copy).
const GETTYSBURG: &str = "Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in Liberty, and dedicated to the proposition that all men are created equal.
Now we are engaged in a great civil war, testing whether that nation, or any nation so conceived and so dedicated, can long endure. We are met on a great battle-field of that war. We have come to dedicate a portion of that field, as a final resting place for those who here gave their lives that that nation might live. It is altogether fitting and proper that we should do this.
But, in a larger sense, we can not dedicate -- we can not consecrate -- we can not hallow -- this ground. The brave men, living and dead, who struggled here, have consecrated it, far above our poor power to add or detract. The world will little note, nor long remember what we say here, but it can never forget what they did here. It is for us the living, rather, to be dedicated here to the unfinished work which they who fought here have thus far so nobly advanced. It is rather for us to be here dedicated to the great task remaining before us -- that from these honored dead we take increased devotion to that cause for which they gave the last full measure of devotion -- that we here highly resolve that these dead shall not have died in vain -- that this nation, under God, shall have a new birth of freedom -- and that government of the people, by the people, for the people, shall not perish from the earth.";

/// Counted by hand, with a dictionary: 13 words, 26 syllables, 4 of the words long.
#[test]
fn the_platypus_is_counted_as_the_dictionary_does() {
    let level =
        level("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.");
    assert_eq!(
        (level.words, level.syllables, level.long_words),
        (13, 26, 4)
    );
}

/// Wikipedia, "Flesch-Kincaid readability tests", gives this sentence a reading ease of 69.
#[test]
fn a_sentence_that_proves_a_point_has_a_reading_ease_of_69() {
    let level = level(
        "This sentence, taken as a reading passage unto itself, is being used to prove a point.",
    );
    let ease = 206.835 - 1.015 * level.mean() - 84.6 * ratio(level.syllables, level.words);
    assert_eq!((level.words, level.syllables), (16, 23));
    close("reading ease", ease, 69.0, 0.05);
    close("FKGL", level.fkgl(), 7.61, 0.01);
}

#[test]
fn the_cat_sat_on_the_mat_needs_no_school() {
    let level = level("The cat sat on the mat.");
    close("FKGL", level.fkgl(), -1.45, 0.01);
    close("SMOG", level.smog(), 3.13, 0.01);
}

/// Usually given as 271 words in 10 sentences, about grade 10.9 by Flesch-Kincaid.
#[test]
fn the_gettysburg_address_is_about_grade_11() {
    let level = level(GETTYSBURG);
    assert_eq!((level.words, level.sentences), (271, 10));
    close("FKGL", level.fkgl(), 10.9, 0.7);
}

/// The easy text of the tests of textstat (MIT), which gives 4.13 and 7.35: it looks words up in
/// the CMU pronouncing dictionary and takes every number for one syllable.
#[test]
fn a_text_about_puzzles_scores_as_textstat_says() {
    let level = level(
        "Anna and her family love doing puzzles. Anna is best at little puzzles. Anna and her \
         brother work on medium size puzzles together. Anna's Brother likes puzzles with cars in \
         them. When the whole family does a puzzle, they do really big puzzles. It can take them \
         a week to finish a really big puzzle. Last year they did a puzzle with 500 pieces! Anna \
         tries to finish one small puzzle a day by her. Her puzzles have about 50 pieces. They \
         all glue their favorite puzzles together and frame them. The puzzles look so nice on \
         the wall.",
    );
    assert_eq!(
        (level.words, level.sentences, level.syllables),
        (99, 11, 142),
        "counted by hand"
    );
    close("FKGL", level.fkgl(), 4.13, 0.75);
    close("SMOG", level.smog(), 7.35, 0.8);
}

/// Counted by hand with the rule of SMOG: 3 sentences, 7 words of three syllables or more.
#[test]
fn smog_counts_words_of_three_syllables_or_more() {
    let level = level(
        "Radiotherapy uses powerful x-rays. The specialist will explain the treatment.\n\
         Remember to ask about medicine, and about another appointment.",
    );
    assert_eq!((level.sentences, level.long_words), (3, 7));
    close(
        "SMOG",
        level.smog(),
        1.043 * 70.0_f64.sqrt() + 3.1291,
        0.005,
    );
}

#[test]
fn a_text_without_words_has_no_grade() {
    let level = level(" -- \n\n...");
    assert!(level.fkgl().abs() < 0.001 && level.smog().abs() < 0.001 && level.mean().abs() < 0.001);
}

#[test]
fn long_sentences_are_kept_with_their_words() {
    let long = format!("Long {}end.", "word ".repeat(24));
    let level = level(&format!("Short one. {long} Short again."));
    assert_eq!(level.too_long.len(), 1);
    assert_eq!((level.too_long[0].words, level.longest), (26, 26));
}
