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

mod level;
mod names;
mod sentences;
mod syllables;

use bearings_domain::Lang;

pub(crate) use level::{Level, MAX_SENTENCE, Passage};
pub(crate) use names::Names;
pub(crate) use sentences::{sentences, words};

/// Whether texts of this language can be measured. The formulas, the syllables and the lengths of
/// sentences are those of English, and would call any Spanish text too hard. A language is measured
/// once formulas that were made for it are here.
pub(crate) fn is_measured(lang: Lang) -> bool {
    lang == Lang::ENGLISH
}

/// Highest Flesch-Kincaid grade of a page.
pub(crate) const MAX_FKGL: f64 = 8.0;
/// Lowest Flesch-Kincaid grade of a page: below it the guide would talk down to a grown person.
pub(crate) const MIN_FKGL: f64 = 4.0;
/// Highest SMOG grade of a page.
pub(crate) const MAX_SMOG: f64 = 10.0;
/// Highest mean sentence length of a page, in words.
pub(crate) const MAX_MEAN: f64 = 14.0;
#[cfg(test)]
mod tests;
