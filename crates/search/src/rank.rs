//! The order in which what was found is shown.

use bearings_domain::settings::HowMuch;

use crate::fits::Fits;
use crate::hit::{Answer, Hit};
use crate::index::Index;
use crate::order;
use crate::parts::Kind;
use crate::place;
use crate::query::{self, Concept};

/// The most signs that are shown above everything else.
const MOST_SIGNS: usize = 3;
/// Signs that fit worse than this share of the best one are left out.
const AS_GOOD: f32 = 0.7;
/// Pages are shown before signs if a name of one says so much more than that of the best sign.
const SAYS_MORE: f32 = 1.25;
/// So many pages stand before signs then.
const BEFORE_SIGNS: usize = 2;
/// The most pages that are kept below, for who wants to be asked first.
const MOST_BELOW: usize = 3;

/// Entries with how well they fit.
type Ranked = Vec<(f32, u32)>;

/// Answers a query with at most so many hits, and a few of those that are kept below. With the
/// second file it also says where on a page.
pub fn answer(index: &Index, text: &str, how_much: HowMuch, most: usize) -> Answer {
    let concepts = query::concepts(index, text);
    if concepts.iter().all(|concept| concept.classes.is_empty()) {
        return Answer::default();
    }
    let fits = Fits::of(index, &concepts);
    let (mut signs, mut others) = (Ranked::new(), Ranked::new());
    let (mut last, mut below) = (Ranked::new(), Ranked::new());
    // The first letter or two lead to any sign.
    let is_begun = concepts.iter().any(|concept| concept.is_begun);
    let mut best_name = 0.0_f32;
    for entry in fits.found() {
        let kind = index.entries()[*entry as usize].kind;
        let score = fits.of_other(*entry, kind);
        let ranked = match (kind, how_much) {
            (Kind::Sign, _) => {
                let score = fits.of_sign(*entry).filter(|_| !is_begun);
                signs.extend(score.map(|score| (score, *entry)));
                continue;
            }
            (Kind::Choose, HowMuch::NotNow) => continue,
            (Kind::Choose, HowMuch::AskMe) => {
                below.push((score, *entry));
                continue;
            }
            // Nobody meets them who did not ask for them.
            (Kind::Choose, HowMuch::ShowMe) if !fits.is_named(*entry) => &mut last,
            _ => &mut others,
        };
        best_name = best_name.max(fits.plain_name(*entry));
        ranked.push((score, *entry));
    }
    for list in [&mut signs, &mut others, &mut last, &mut below] {
        order::keep_first(list, most.max(MOST_SIGNS), |left, right| {
            left.0 > right.0 || (left.0 >= right.0 && left.1 < right.1)
        });
    }
    let best = signs.first().copied().unwrap_or_default();
    signs.retain(|(score, _)| *score >= AS_GOOD * best.0);
    signs.truncate(MOST_SIGNS);
    let is_late = !signs.is_empty() && fits.name(best.1).0 * SAYS_MORE < best_name;
    let before = if is_late {
        others.len().min(BEFORE_SIGNS)
    } else {
        0
    };
    let all = others[..before]
        .iter()
        .chain(&signs)
        .chain(&others[before..])
        .chain(&last);
    let all = all.take(most).map(|ranked| (ranked, false));
    let all = all.chain(below.iter().take(MOST_BELOW).map(|ranked| (ranked, true)));
    let hits = all.map(|((score, entry), is_below)| Hit {
        is_below,
        ..hit(index, &fits, &concepts, *entry, *score)
    });
    Answer {
        hits: hits.collect(),
        words: words(index, &concepts),
    }
}

fn hit(index: &Index, fits: &Fits, concepts: &[Concept], at: u32, score: f32) -> Hit {
    let entry = &index.entries()[at as usize];
    let (says, target) = fits.name(at);
    let named = index.target(target).map_or("", |(_, block)| block);
    Hit {
        kind: entry.kind,
        id: entry.id.clone(),
        title: entry.title.clone(),
        level: entry.level,
        block: place::of(index, concepts, at, named, says),
        is_below: false,
        score,
    }
}

/// The words that were looked for.
fn words(index: &Index, concepts: &[Concept]) -> Vec<String> {
    let classes = concepts.iter().flat_map(|concept| &concept.classes);
    let sure = classes.filter(|(_, quality)| *quality >= 0.5);
    let words = sure.flat_map(|(class, _)| index.lexicon.words_of(*class));
    let mut found: Vec<String> = Vec::new();
    for word in words {
        if !found.iter().any(|known| known == word) {
            found.push(word.to_owned());
        }
    }
    found
}
