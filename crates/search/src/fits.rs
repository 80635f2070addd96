//! How well each entry fits a query.

use crate::index::Index;
use crate::parts::{Kind, MOST};
use crate::query::Concept;

/// How much an entry is about a word: for what only the second file tells, and for each impact.
const ABOUT: [f32; MOST as usize + 2] = [0.3, 0.44, 0.72, 1.0];
/// A sign has to say so much of what was asked for.
const ENOUGH: f32 = 0.4;
/// What counts as most of what was asked for.
const MOST_OF_IT: f32 = 0.6;
/// What a name counts more than words that stand somewhere.
const NAME: f32 = 1.2;
/// A term counts a little less than the page about it.
const TERM: f32 = 0.8;
/// A place counts less, unless it is named.
const PLACE: f32 = 0.3;

/// How well one entry fits.
#[derive(Clone, Copy, Debug)]
struct Fit {
    /// How much of what was asked for it is about.
    about: f32,
    /// How much of it stands in it.
    stands: f32,
    /// How much of that says only on which treatment somebody is.
    context: f32,
    /// How much the best of its names says, and the target of that name.
    name: f32,
    target: u32,
    /// The same for names that say more than a treatment.
    plain_name: f32,
    /// How much of the concept at hand it is about, and how surely that stands in it.
    now: (f32, f32),
}

const NONE: Fit = Fit {
    about: 0.0,
    stands: 0.0,
    context: 0.0,
    name: 0.0,
    target: u32::MAX,
    plain_name: 0.0,
    now: (0.0, 0.0),
};

/// How well every entry fits.
#[derive(Debug)]
pub(crate) struct Fits {
    /// For each entry its place in the other two lists, if it fits at all.
    places: Vec<u32>,
    of_found: Vec<Fit>,
    /// Those that fit at all.
    found: Vec<u32>,
    /// How much was asked for.
    whole: f32,
    whole_context: f32,
}

impl Fits {
    /// Looks for what is asked for in words and names.
    pub fn of(index: &Index, concepts: &[Concept]) -> Fits {
        let context = concepts.iter().filter(|concept| concept.is_context);
        let mut fits = Fits {
            places: vec![u32::MAX; index.entries().len()],
            of_found: Vec::new(),
            found: Vec::new(),
            whole: concepts.iter().map(|concept| concept.weight).sum(),
            whole_context: context.map(|concept| concept.weight).sum(),
        };
        fits.add_words(index, concepts);
        fits.add_names(index, concepts);
        fits
    }

    /// How an entry fits so far.
    fn fit(&mut self, entry: u32) -> &mut Fit {
        let place = &mut self.places[entry as usize];
        if *place == u32::MAX {
            *place = u32::try_from(self.found.len()).unwrap_or(u32::MAX);
            self.found.push(entry);
            self.of_found.push(NONE);
        }
        &mut self.of_found[*place as usize]
    }

    /// How an entry fits.
    fn get(&self, entry: u32) -> Fit {
        let place = self.places.get(entry as usize);
        place
            .and_then(|place| self.of_found.get(*place as usize))
            .copied()
            .unwrap_or(NONE)
    }

    fn add_words(&mut self, index: &Index, concepts: &[Concept]) {
        let mut now = Vec::new();
        for concept in concepts {
            for (class, quality) in &concept.classes {
                let mut stands = |entry: u32, about: f32| {
                    let best = &mut self.fit(entry).now;
                    if best.1 == 0.0 {
                        now.push(entry);
                    }
                    // The best of the classes of a concept counts, not their sum.
                    *best = (best.0.max(about * quality), best.1.max(*quality));
                };
                for posting in index.postings(*class) {
                    stands(
                        posting.entry,
                        ABOUT[usize::from(posting.impact.min(MOST)) + 1],
                    );
                }
                for entry in index.signs_with(*class) {
                    stands(*entry, ABOUT[0]);
                }
                for in_blocks in index.in_blocks(*class) {
                    stands(in_blocks.entry, ABOUT[0]);
                }
            }
            for entry in now.drain(..) {
                let fit = self.fit(entry);
                let (about, stands) = std::mem::take(&mut fit.now);
                fit.about += concept.weight * about;
                fit.stands += concept.weight * stands;
                if concept.is_context {
                    fit.context += concept.weight * stands;
                }
            }
        }
    }

    /// Finds the names that stand in the query: all their classes, or all but one of many.
    fn add_names(&mut self, index: &Index, concepts: &[Concept]) {
        // Kept from query to query: there are many names, and few are met.
        let mut met = index.met.borrow_mut();
        met.resize(index.names.len(), Met::default());
        let mut touched = Vec::new();
        for (number, concept) in (1_u8..).zip(concepts) {
            for (class, quality) in &concept.classes {
                for name in index.names_with(*class) {
                    let met = &mut met[*name as usize];
                    if met.last == number {
                        continue;
                    }
                    if met.classes == 0 {
                        touched.push(*name);
                    }
                    met.last = number;
                    met.classes += 1;
                    met.says += concept.weight * quality;
                    met.is_plain |= concept.is_number || !concept.is_context;
                }
            }
        }
        for name in touched {
            let met = std::mem::take(&mut met[name as usize]);
            let (target, length) = index.names[name as usize];
            let share = match length.saturating_sub(met.classes) {
                0 => 1.0,
                1 if length >= 4 => 0.75,
                _ => continue,
            };
            self.add_name(index, target, met.says * share, met.is_plain);
        }
    }

    fn add_name(&mut self, index: &Index, target: u32, says: f32, is_plain: bool) {
        let Some((entry, block)) = index.target(target) else {
            return;
        };
        let fit = self.fit(entry);
        if fit.stands == 0.0 {
            fit.stands = says;
        }
        if is_plain {
            fit.plain_name = fit.plain_name.max(says);
        }
        // Of two that say as much, the one that leads to a block.
        let is_whole = index
            .target(fit.target)
            .is_none_or(|(_, block)| block.is_empty());
        let is_closer = says >= fit.name && !block.is_empty() && is_whole;
        if says > fit.name || is_closer {
            (fit.name, fit.target) = (says, target);
        }
    }

    /// The entries that fit at all.
    pub fn found(&self) -> &[u32] {
        &self.found
    }

    /// How much the best name of an entry says, and its target.
    pub fn name(&self, entry: u32) -> (f32, u32) {
        let fit = self.get(entry);
        (fit.name, fit.target)
    }

    /// How much the best of its names says that is more than a treatment.
    pub fn plain_name(&self, entry: u32) -> f32 {
        self.get(entry).plain_name
    }

    /// Whether one of its names says most of what was asked for.
    pub fn is_named(&self, entry: u32) -> bool {
        self.get(entry).name >= MOST_OF_IT * self.whole
    }

    /// How well a sign fits, if it does: one of its names stands in the query, and most else of the
    /// query is about it too.
    pub fn of_sign(&self, entry: u32) -> Option<f32> {
        let fit = self.get(entry);
        let more = (fit.stands - fit.name).max(0.0);
        // A treatment that the sign does not know says nothing against it.
        let whole = self.whole - (self.whole_context - fit.context).max(0.0);
        let is_enough = fit.name + 0.8 * more >= ENOUGH * whole;
        (fit.plain_name > 0.0 && is_enough).then_some(fit.name + 0.4 * more)
    }

    /// How well anything else fits.
    pub fn of_other(&self, entry: u32, kind: Kind) -> f32 {
        let fit = self.get(entry);
        let share = fit.stands.max(fit.name) / self.whole;
        let score = (fit.about + NAME * fit.name) * (0.3 + 0.7 * share);
        match kind {
            Kind::Term => TERM * score,
            Kind::Place if fit.name == 0.0 => PLACE * score,
            _ => score,
        }
    }
}

/// How much of a name was met so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Met {
    classes: u8,
    says: f32,
    /// The concept that met it last, counted from 1.
    last: u8,
    /// It was met by more than a treatment.
    is_plain: bool,
}
