//! What fits a query best.

use bearings_domain::settings::HowMuch;

use crate::hit::{Answer, Hit};
use crate::index::Index;
use crate::parts::{Block, BlockKind, Kind, MOST, MOST_BLOCKS};
use crate::query::{self, Concept};

/// The most signs that are shown above everything else.
const MOST_SIGNS: usize = 3;

/// How much an entry is about a word: for what only the second file tells, and for each impact.
const IMPACTS: [f32; MOST as usize + 2] = [0.3, 0.44, 0.72, 1.0];

/// A sign has to say so much of what was asked for.
const ENOUGH: f32 = 0.4;

/// What a word in the title of a block says more than one in its text.
const TITLE: f32 = 1.5;

/// How well each entry fits.
struct Fits {
    /// How much of what was asked for it is about.
    score: Vec<f32>,
    /// How much of what was asked for stands in it.
    cover: Vec<f32>,
    /// How much of it the best of its names says, and the target of that name.
    name: Vec<(f32, u32)>,
    /// Entries that fit at all.
    touched: Vec<u32>,
    /// How much of it says on which treatment somebody is.
    context: Vec<f32>,
    /// How much the best of its names says of anything else.
    plain_name: Vec<f32>,
    whole: f32,
    whole_context: f32,
}

/// Answers a query with at most so many hits. With the second file it also says where on a page.
pub fn answer(index: &Index, text: &str, how_much: HowMuch, most: usize) -> Answer {
    let concepts = query::concepts(index, text);
    if concepts.iter().all(|concept| concept.classes.is_empty()) {
        return Answer::default();
    }
    let fits = fits(index, &concepts);
    let mut hits = Vec::new();
    let mut signs = Vec::new();
    let mut others = Vec::new();
    let (mut last, mut below) = (Vec::new(), Vec::new());
    let is_begun = concepts.iter().any(|concept| concept.is_begun);
    let mut best_name = 0.0_f32;
    for entry in &fits.touched {
        let at = *entry as usize;
        let kind = index.entries()[at].kind;
        if kind == Kind::Sign {
            if !is_begun && let Some(score) = fits.of_sign(at) {
                signs.push((score, *entry));
            }
            continue;
        }
        if kind == Kind::Choose && how_much == HowMuch::NotNow {
            continue;
        }
        if kind != Kind::Choose || how_much == HowMuch::ShowMe {
            best_name = best_name.max(fits.plain_name[at]);
        }
        let score = fits.of_page(at, kind);
        if kind == Kind::Choose && how_much != HowMuch::ShowMe {
            below.push((score, *entry));
        } else if kind == Kind::Choose && !fits.is_named(at) {
            last.push((score, *entry));
        } else {
            others.push((score, *entry));
        }
    }
    sort(&mut signs);
    sort(&mut others);
    sort(&mut last);
    sort(&mut below);
    signs.retain({
        let best = signs.first().map_or(0.0, |(score, _)| *score);
        move |(score, _)| *score >= 0.7 * best
    });
    signs.truncate(MOST_SIGNS);
    let first_sign = signs.first().map_or(0.0, |(_, entry)| fits.name[*entry as usize].0);
    let late = if first_sign * 1.25 < best_name { std::mem::take(&mut signs) } else { Vec::new() };
    let mut push = |list: &[(f32, u32)], is_below: bool| {
        for (score, entry) in list {
            if hits.len() < most {
                hits.push(hit(index, &fits, &concepts, *entry, *score, is_below));
            }
        }
    };
    push(&signs, false);
    let split = others.len().min(2);
    if late.is_empty() {
        push(&others, false);
    } else {
        push(&others[..split], false);
        push(&late, false);
        push(&others[split..], false);
    }
    push(&last, false);
    push(&below, true);
    Answer { hits, words: words(index, &concepts) }
}

fn sort(list: &mut [(f32, u32)]) {
    list.sort_by(|left, right| right.0.total_cmp(&left.0).then(left.1.cmp(&right.1)));
}

fn fits(index: &Index, concepts: &[Concept]) -> Fits {
    let count = index.entries().len();
    let mut fits = Fits {
        score: vec![0.0; count],
        cover: vec![0.0; count],
        name: vec![(0.0, u32::MAX); count],
        touched: Vec::new(),
        context: vec![0.0; count],
        plain_name: vec![0.0; count],
        whole_context: concepts.iter().filter(|concept| concept.is_context).map(|concept| concept.weight).sum(),
        whole: concepts.iter().map(|concept| concept.weight).sum(),
    };
    // The best of the classes of a concept counts, not their sum.
    let mut best = vec![(0.0_f32, 0.0_f32); count];
    let mut now = Vec::new();
    for concept in concepts {
        for (class, quality) in &concept.classes {
            let mut stands = |entry: u32, impact: u8| {
                let at = entry as usize;
                if best[at].1 == 0.0 {
                    now.push(entry);
                }
                let about = IMPACTS[usize::from(impact.min(MOST + 1))];
                best[at].0 = best[at].0.max(about * quality);
                best[at].1 = best[at].1.max(*quality);
            };
            for posting in index.postings(*class) {
                stands(posting.entry, posting.impact + 1);
            }
            for entry in index.signs_with(*class) {
                stands(*entry, 0);
            }
            for in_blocks in index.in_blocks(*class) {
                stands(in_blocks.entry, 0);
            }
        }
        for entry in now.drain(..) {
            let at = entry as usize;
            if fits.cover[at] == 0.0 {
                fits.touched.push(entry);
            }
            fits.score[at] += concept.weight * best[at].0;
            fits.cover[at] += concept.weight * best[at].1;
            if concept.is_context {
                fits.context[at] += concept.weight * best[at].1;
            }
            best[at] = (0.0, 0.0);
        }
    }
    names(index, concepts, &mut fits);
    fits
}

/// Finds the names that stand in the query.
fn names(index: &Index, concepts: &[Concept], fits: &mut Fits) {
    // How many classes of each name were met, what they say, and by which concept last.
    let mut met = vec![(0_u8, 0.0_f32, u8::MAX, 0.0_f32); index.names.len()];
    let mut touched = Vec::new();
    for (number, concept) in (0_u8..).zip(concepts) {
        for (class, quality) in &concept.classes {
            for name in index.names_with(*class) {
                let met = &mut met[*name as usize];
                if met.2 == number {
                    continue;
                }
                if met.0 == 0 {
                    touched.push(*name);
                }
                let says = concept.weight * quality;
                let plain = if concept.is_context && !concept.is_number { 0.0 } else { says };
                *met = (met.0 + 1, met.1 + says, number, met.3 + plain);
            }
        }
    }
    for name in touched {
        let (classes, says, _, plain) = met[name as usize];
        let (target, length) = index.names[name as usize];
        let missing = length.saturating_sub(classes);
        let share = if missing == 0 {
            1.0
        } else if missing == 1 && length >= 4 {
            0.75
        } else {
            continue;
        };
        let Some((entry, block)) = index.target(target) else {
            continue;
        };
        let best_plain = &mut fits.plain_name[entry as usize];
        if plain > 0.0 {
            *best_plain = best_plain.max(says * share);
        }
        let best = &mut fits.name[entry as usize];
        let is_whole = index.target(best.1).is_none_or(|(_, block)| block.is_empty());
        let is_closer = says * share >= best.0 && !block.is_empty() && is_whole;
        if says * share > best.0 || is_closer {
            if fits.cover[entry as usize] == 0.0 {
                fits.cover[entry as usize] = says * share;
                fits.touched.push(entry);
            }
            *best = (says * share, target);
        }
    }
}

impl Fits {
    /// Whether one of its names says most of what was asked for.
    fn is_named(&self, at: usize) -> bool {
        self.name[at].0 >= 0.6 * self.whole
    }

    /// How well a sign fits, if it does.
    fn of_sign(&self, at: usize) -> Option<f32> {
        let name = self.name[at].0;
        let more = (self.cover[at] - name).max(0.0);
        let said = name + 0.8 * more;
        // A treatment that the sign does not know says nothing against it.
        let whole = self.whole - (self.whole_context - self.context[at]).max(0.0);
        let is_most = said >= ENOUGH * whole;
        (self.plain_name[at] > 0.0 && is_most).then_some(name + 0.4 * more)
    }

    fn of_page(&self, at: usize, kind: Kind) -> f32 {
        let name = self.name[at].0;
        let share = self.cover[at].max(name) / self.whole;
        let score = (self.score[at] + 1.2 * name) * (0.3 + 0.7 * share);
        match kind {
            Kind::Term => 0.8 * score,
            Kind::Place if name == 0.0 => 0.3 * score,
            _ => score,
        }
    }
}

fn hit(
    index: &Index,
    fits: &Fits,
    concepts: &[Concept],
    at: u32,
    score: f32,
    is_below: bool,
) -> Hit {
    let entry = &index.entries()[at as usize];
    let is_page = matches!(entry.kind, Kind::Page | Kind::Choose | Kind::Place);
    let (says, target) = fits.name[at as usize];
    let named = index.target(target).map(|(_, block)| block);
    let block = match named {
        Some(block) if is_page && !block.is_empty() => {
            Some(Block { kind: BlockKind::Section, id: block.to_owned() })
        }
        _ if is_page => best_block(index, concepts, at, says),
        _ => None,
    };
    Hit {
        kind: entry.kind,
        id: entry.id.clone(),
        title: entry.title.clone(),
        level: entry.level,
        block,
        is_below,
        score,
    }
}

/// The block of a page that is most about what was asked for, if it is so about more than the name
/// of the page is.
fn best_block(index: &Index, concepts: &[Concept], entry: u32, says: f32) -> Option<Block> {
    let among = index.blocks(entry);
    let mut scores = vec![0.0_f32; among.len()];
    for concept in concepts {
        let mut best = vec![0.0_f32; among.len()];
        for (class, quality) in &concept.classes {
            let row = index.in_blocks(*class);
            let Ok(stands) = row.binary_search_by_key(&entry, |stands| stands.entry) else {
                continue;
            };
            let stands = row[stands];
            for (at, best) in best.iter_mut().enumerate().take(MOST_BLOCKS) {
                if stands.blocks >> at & 1 == 1 {
                    let about = if stands.titles >> at & 1 == 1 { TITLE } else { 1.0 };
                    *best = best.max(concept.weight * quality * about);
                }
            }
        }
        for (score, best) in scores.iter_mut().zip(best) {
            *score += best;
        }
    }
    let mut found = None;
    let mut most = says;
    for (block, score) in among.iter().zip(scores) {
        if score > most {
            (found, most) = (Some(block), score);
        }
    }
    found.cloned()
}

/// The words that were looked for.
fn words(index: &Index, concepts: &[Concept]) -> Vec<String> {
    let mut words = Vec::new();
    for concept in concepts {
        for (class, quality) in &concept.classes {
            if *quality >= 0.5 {
                words.extend(index.lexicon.words_of(*class).map(str::to_owned));
            }
        }
    }
    words.sort();
    words.dedup();
    words
}
