//! Plain data to bits and back. Each function is both: a [`Coder`] that writes finds the data in
//! what it is given, one that reads puts it there.

use crate::entropy::Coder;
use crate::models::{Letters, Numbers};
use crate::order;
use crate::parts::{Class, Kind, Parts, Posting, Weight};
use crate::wire::IndexError;

const KINDS: [Kind; 5] = [
    Kind::Sign,
    Kind::Term,
    Kind::Page,
    Kind::Choose,
    Kind::Place,
];

/// A number that is a length, or a place in a list.
pub(crate) fn size(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

/// Codes a list: its length, then each element, which `each` makes from what is there.
fn list<C: Coder, T: Clone>(
    coder: &mut C,
    lengths: &mut Numbers,
    list: &mut Vec<T>,
    mut each: impl FnMut(&mut C, usize, Option<&T>) -> Result<T, IndexError>,
) -> Result<(), IndexError> {
    let length = lengths.code(coder, size(list.len())) as usize;
    for at in 0..length {
        if coder.is_past_end() {
            return Err(IndexError::Short);
        }
        let known = list.get(at).cloned();
        let value = each(coder, at, known.as_ref())?;
        if at == list.len() {
            list.push(value);
        }
    }
    Ok(())
}

/// Numbers in rising order, each once, as the gaps between them.
fn rising(
    coder: &mut impl Coder,
    lengths: &mut Numbers,
    gaps: &mut Numbers,
    numbers: &mut Vec<u32>,
) -> Result<(), IndexError> {
    let mut next = 0_u32;
    list(coder, lengths, numbers, |coder, _, number| {
        gap(coder, gaps, &mut next, number.copied())
    })
}

/// A number that is not below `next`, which goes on behind it.
pub(crate) fn gap(
    coder: &mut impl Coder,
    gaps: &mut Numbers,
    next: &mut u32,
    number: Option<u32>,
) -> Result<u32, IndexError> {
    let gap = gaps.code(coder, number.unwrap_or(*next).wrapping_sub(*next));
    let number = next.checked_add(gap).ok_or(IndexError::Wrong)?;
    *next = number.checked_add(1).ok_or(IndexError::Wrong)?;
    Ok(number)
}

/// What the first file has beside its texts. Of entries and names the texts are there already.
pub(crate) fn pages(coder: &mut impl Coder, parts: &mut Parts) -> Result<(), IndexError> {
    let mut kinds = Numbers::default();
    for entry in &mut parts.entries {
        let kind = KINDS
            .iter()
            .position(|kind| *kind == entry.kind)
            .unwrap_or(0);
        let number = kinds.code(coder, size(kind) << 3 | u32::from(entry.level & 7));
        entry.kind = *KINDS.get((number >> 3) as usize).ok_or(IndexError::Wrong)?;
        entry.level = number.to_le_bytes()[0] & 7;
    }
    let classes = words(coder, &mut parts.words, 0)?;
    weights(coder, parts, classes)?;
    let (mut lengths, mut first, mut more) = <(Numbers, Numbers, Numbers)>::default();
    let mut next = 0;
    list(
        coder,
        &mut Numbers::default(),
        &mut parts.phrases,
        |coder, _, known| {
            let (mut phrase, mut class) = known.cloned().unwrap_or_default();
            // Phrases are in the order of what they stand for.
            let step = more.code(coder, class.wrapping_sub(next));
            class = next.wrapping_add(step);
            next = class;
            list(coder, &mut lengths, &mut phrase, |coder, _, class| {
                Ok(first.code(coder, class.copied().unwrap_or(0)))
            })?;
            Ok((phrase, class))
        },
    )?;
    let mut near = Numbers::default();
    list(
        coder,
        &mut Numbers::default(),
        &mut parts.near,
        |coder, _, known| {
            let (from, to) = known.copied().unwrap_or_default();
            Ok((near.code(coder, from), near.code(coder, to)))
        },
    )?;
    names(coder, parts)?;
    postings(coder, parts, classes)
}

/// Words in order: how much of the one before it each begins with, what follows, and its class.
/// Returns how many classes there are, with those `before`.
pub(crate) fn words(
    coder: &mut impl Coder,
    words: &mut Vec<(String, Class)>,
    before: u32,
) -> Result<u32, IndexError> {
    let (mut shared, mut backs) = <(Numbers, Numbers)>::default();
    let mut letters = Letters::default();
    let mut next = before;
    let mut last: Vec<u8> = Vec::new();
    list(coder, &mut Numbers::default(), words, |coder, _, known| {
        let word = known.map_or(&[][..], |(word, _)| word.as_bytes());
        let pairs = word.iter().zip(&last);
        let same = pairs.take_while(|(left, right)| left == right).count();
        let same = shared.code(coder, size(same)) as usize;
        if same > last.len() {
            return Err(IndexError::Wrong);
        }
        last.truncate(same);
        loop {
            let byte = word.get(last.len()).copied().unwrap_or(0);
            match letters.code(coder, &last, byte) {
                0 => break,
                byte => last.push(byte),
            }
            if coder.is_past_end() {
                return Err(IndexError::Short);
            }
        }
        let word = String::from_utf8(last.clone()).map_err(|_| IndexError::Wrong)?;
        // 0 is the next class that did not occur yet; others are counted back from there.
        let class = known.map_or(next, |(_, class)| *class);
        let back = backs.code(coder, next.wrapping_sub(class));
        let class = next.checked_sub(back).ok_or(IndexError::Wrong)?;
        next = next.max(class + 1);
        Ok((word, class))
    })?;
    Ok(next)
}

fn weights(coder: &mut impl Coder, parts: &mut Parts, classes: u32) -> Result<(), IndexError> {
    parts.weights.resize(classes as usize, Weight::Full);
    for wanted in [Weight::Context, Weight::Weak, Weight::Ignored] {
        let pairs = (0_u32..).zip(&parts.weights);
        let mut of_weight: Vec<_> = pairs
            .filter(|(_, weight)| **weight == wanted)
            .map(|(class, _)| class)
            .collect();
        rising(
            coder,
            &mut Numbers::default(),
            &mut Numbers::default(),
            &mut of_weight,
        )?;
        for class in of_weight {
            *parts
                .weights
                .get_mut(class as usize)
                .ok_or(IndexError::Wrong)? = wanted;
        }
    }
    Ok(())
}

/// For each target the classes that occur in its names, then its names as places in that list.
fn names(coder: &mut impl Coder, parts: &mut Parts) -> Result<(), IndexError> {
    let (mut entries, mut counts, mut gaps) = <(Numbers, Numbers, Numbers)>::default();
    let (mut lengths, mut firsts, mut steps) = <(Numbers, Numbers, Numbers)>::default();
    let mut entry = 0_u32;
    for names in &mut parts.names {
        let step = entries.code(coder, names.entry.wrapping_sub(entry));
        entry = entry.checked_add(step).ok_or(IndexError::Wrong)?;
        names.entry = entry;
        let mut own: Vec<Class> = Vec::new();
        for class in names.names.iter().flatten() {
            order::insert(&mut own, *class);
        }
        rising(coder, &mut counts, &mut gaps, &mut own)?;
        let place = |class: &Class| size(own.binary_search(class).unwrap_or(0));
        let mut first = 0;
        list(coder, &mut counts, &mut names.names, |coder, _, name| {
            let mut places: Vec<u32> = name
                .iter()
                .flat_map(|name| name.iter().map(place))
                .collect();
            let start = first;
            let mut next = start;
            list(coder, &mut lengths, &mut places, |coder, at, place| {
                let gaps = if at == 0 { &mut firsts } else { &mut steps };
                gap(coder, gaps, &mut next, place.copied())
            })?;
            first = places.first().copied().unwrap_or(start);
            let classes = places.iter().map(|place| own.get(*place as usize).copied());
            classes.collect::<Option<Vec<_>>>().ok_or(IndexError::Wrong)
        })?;
    }
    Ok(())
}

fn postings(coder: &mut impl Coder, parts: &mut Parts, classes: u32) -> Result<(), IndexError> {
    let (mut lengths, mut of_terms, mut of_pages) = <(Numbers, Numbers, Numbers)>::default();
    let mut gaps: Vec<Numbers> = (0..16).map(|_| Numbers::default()).collect();
    parts.postings.resize(classes as usize, Vec::new());
    for postings in &mut parts.postings {
        // Those of rare words lie far from each other.
        let many = lengths.code(coder, size(postings.len()));
        let gaps = &mut gaps[(32 - many.leading_zeros()).min(15) as usize];
        let mut next = 0;
        for at in 0..many as usize {
            if coder.is_past_end() {
                return Err(IndexError::Short);
            }
            let known = postings.get(at).copied();
            let entry = gap(coder, gaps, &mut next, known.map(|known| known.entry))?;
            let impact = u32::from(known.map_or(0, |known| known.impact));
            let kind = parts
                .entries
                .get(entry as usize)
                .ok_or(IndexError::Wrong)?
                .kind;
            let impact = match kind {
                Kind::Sign => 0,
                Kind::Term => of_terms.code(coder, impact),
                _ => of_pages.code(coder, impact),
            };
            if at == postings.len() {
                let impact = impact.to_le_bytes()[0];
                postings.push(Posting { entry, impact });
            }
        }
    }
    Ok(())
}
