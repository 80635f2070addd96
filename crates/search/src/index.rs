//! An index in memory, read from bytes.

use crate::lexicon::Lexicon;
use crate::parts::{Class, Entry, Kind, MOST, Posting, Weight};
use crate::rows::Rows;
use crate::wire::{IndexError, Reader};
use crate::write::PAGES_MAGIC;

/// What a set of names leads to.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub entry: u32,
    pub block: String,
}

/// The first file: words, and what they lead to.
#[derive(Clone, Debug)]
pub struct Index {
    pub(crate) lexicon: Lexicon,
    pub(crate) weights: Vec<Weight>,
    pub(crate) phrases: Vec<(Vec<Class>, Class)>,
    pub(crate) near: Rows<Class>,
    pub(crate) entries: Vec<Entry>,
    pub(crate) targets: Vec<Target>,
    /// For each name its target and how many classes it has.
    pub(crate) names: Vec<(u32, u8)>,
    /// For each class the names that hold it.
    pub(crate) names_of: Rows<u32>,
    pub(crate) postings: Rows<Posting>,
    /// For each class the signs that have it in a name.
    pub(crate) in_signs: Rows<u32>,
    /// How many entries are no signs.
    pub(crate) readable: usize,
}

impl Index {
    /// Reads the first file.
    pub fn read(bytes: &[u8]) -> Result<Index, IndexError> {
        let mut file = Reader::new(bytes);
        if file.take(PAGES_MAGIC.len())? != PAGES_MAGIC {
            return Err(IndexError::Version);
        }
        let entries = entries(&mut file)?;
        let (mut lexicon, classes_of_words) = words(&mut file)?;
        let classes = file.count()?;
        if classes < classes_of_words || classes > classes_of_words + bytes.len() {
            return Err(IndexError::Wrong);
        }
        lexicon.finish(classes);
        let mut weights = vec![Weight::Full; classes];
        for weight in [Weight::Weak, Weight::Ignored] {
            let mut next = 0_usize;
            for _ in 0..file.count()? {
                next += file.count()?;
                *weights.get_mut(next).ok_or(IndexError::Wrong)? = weight;
                next += 1;
            }
        }
        let mut phrases = Vec::new();
        for _ in 0..file.count()? {
            let length = file.count()?;
            let phrase: Result<Vec<_>, _> =
                (0..length).map(|_| file.below(classes)).collect();
            phrases.push((phrase?, file.below(classes)?));
        }
        let mut near = Vec::new();
        for _ in 0..file.count()? {
            near.push((file.below(classes)?, file.below(classes)?));
        }
        let readable = entries.iter().filter(|entry| entry.kind != Kind::Sign).count();
        let (targets, names, of_class) = names(&mut file, classes, entries.len())?;
        let mut in_signs = Vec::new();
        for (class, name) in &of_class {
            let (target, _) = names[*name as usize];
            let entry = targets[target as usize].entry;
            if entries[entry as usize].kind == Kind::Sign {
                in_signs.push((*class, entry));
            }
        }
        in_signs.sort_unstable();
        in_signs.dedup();
        Ok(Index {
            in_signs: Rows::of(classes, &in_signs),
            postings: postings(&mut file, classes, entries.len())?,
            near: Rows::of(classes, &near),
            names_of: Rows::of(classes, &of_class),
            lexicon,
            weights,
            phrases,
            entries,
            targets,
            names,
            readable,
        })
    }

    /// What can be found.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// How many classes there are.
    pub(crate) fn classes(&self) -> Class {
        Class::try_from(self.weights.len()).unwrap_or(Class::MAX)
    }

    /// How many words it knows.
    pub fn words(&self) -> usize {
        self.lexicon.len()
    }
}

fn words(file: &mut Reader<'_>) -> Result<(Lexicon, usize), IndexError> {
    let count = file.count()?;
    let (mut ends, mut shared, mut classes) = (file.stream()?, file.stream()?, file.stream()?);
    let mut lexicon = Lexicon::default();
    let mut word = String::new();
    let mut next = 0;
    for _ in 0..count {
        let same = shared.count()?;
        if !word.is_char_boundary(same) {
            return Err(IndexError::Wrong);
        }
        word.truncate(same);
        word.push_str(ends.line()?);
        let back = classes.number()?;
        let class = u32::checked_sub(next, back).ok_or(IndexError::Wrong)?;
        next = next.max(class + 1);
        lexicon.push(&word, class);
    }
    Ok((lexicon, next as usize))
}

fn entries(file: &mut Reader<'_>) -> Result<Vec<Entry>, IndexError> {
    let count = file.count()?;
    let (mut ids, mut titles, mut kinds) = (file.stream()?, file.stream()?, file.stream()?);
    let mut entries = Vec::new();
    for _ in 0..count {
        let byte = kinds.byte()?;
        let kind = match byte & 15 {
            0 => Kind::Sign,
            1 => Kind::Term,
            2 => Kind::Page,
            3 => Kind::Choose,
            4 => Kind::Place,
            _ => return Err(IndexError::Wrong),
        };
        entries.push(Entry {
            kind,
            id: ids.line()?.to_owned(),
            title: titles.line()?.to_owned(),
            level: byte >> 4,
        });
    }
    Ok(entries)
}

/// Targets, names, and pairs of a class and a name that holds it.
type NameTables = (Vec<Target>, Vec<(u32, u8)>, Vec<(Class, u32)>);

fn names(file: &mut Reader<'_>, classes: usize, entries: usize) -> Result<NameTables, IndexError> {
    let count = file.count()?;
    let (mut blocks, mut of) = (file.stream()?, file.stream()?);
    let (mut lengths, mut all) = (file.stream()?, file.stream()?);
    let (mut targets, mut names, mut of_class) = (Vec::new(), Vec::new(), Vec::new());
    for at in 0..count {
        let target = u32::try_from(at).map_err(|_| IndexError::Wrong)?;
        let entry = of.below(entries)?;
        let block = blocks.line()?.to_owned();
        targets.push(Target { entry, block });
        for _ in 0..of.count()? {
            let name = u32::try_from(names.len()).map_err(|_| IndexError::Wrong)?;
            let length = u8::try_from(lengths.count()?).map_err(|_| IndexError::Wrong)?;
            for _ in 0..length {
                of_class.push((all.below(classes)?, name));
            }
            names.push((target, length));
        }
    }
    Ok((targets, names, of_class))
}

fn postings(
    file: &mut Reader<'_>,
    classes: usize,
    entries: usize,
) -> Result<Rows<Posting>, IndexError> {
    let (mut counts, mut gaps, mut impacts) = (file.stream()?, file.stream()?, file.stream()?);
    let mut rows = Rows::default();
    for _ in 0..classes {
        let mut next = 0_u32;
        let mut row = Vec::new();
        for _ in 0..counts.count()? {
            let entry = next.checked_add(gaps.number()?).ok_or(IndexError::Wrong)?;
            let impact = impacts.byte()?;
            if entry as usize >= entries || impact > MOST {
                return Err(IndexError::Wrong);
            }
            row.push(Posting { entry, impact });
            next = entry + 1;
        }
        rows.push(row);
    }
    Ok(rows)
}
