//! An index in memory, made of the two files.

use std::cell::RefCell;

use crate::codec;
use crate::codec_blocks;
use crate::entropy::{Coder, Decoder};
use crate::fits::Met;
use crate::lexicon::Lexicon;
use crate::order;
use crate::parts::{
    Block, BlockKind, BlockParts, Class, Entry, InBlocks, Kind, Names, Parts, Posting, Weight,
};
use crate::rows::Rows;
use crate::wire::{IndexError, id_of, split};
use crate::write::{BLOCKS_MAGIC, PAGES_MAGIC};

/// Words, and what they lead to.
#[derive(Clone, Debug)]
pub struct Index {
    parts: Parts,
    /// Empty until the second file is there.
    blocks: BlockParts,
    pub(crate) lexicon: Lexicon,
    near: Rows<Class>,
    /// For each name its target, by its place in [`Parts::names`], and how many classes it has.
    pub(crate) names: Vec<(u32, u8)>,
    /// For each class the names that hold it.
    names_of: Rows<u32>,
    /// For each class the signs that have it in a name.
    in_signs: Rows<u32>,
    /// How many entries are no signs.
    readable: usize,
    /// How much of each name a query met; nothing between queries.
    pub(crate) met: RefCell<Vec<Met>>,
}

impl Index {
    /// Reads the first file, which is enough for an answer.
    pub fn read(bytes: &[u8]) -> Result<Index, IndexError> {
        let (mut texts, coded) = split(PAGES_MAGIC, bytes)?;
        let (entries, names) = (texts.count()?, texts.count()?);
        let mut parts = Parts::default();
        for _ in 0..entries {
            let (id, title) = (String::new(), texts.line()?.to_owned());
            parts.entries.push(Entry {
                kind: Kind::Sign,
                id,
                title,
                level: 0,
            });
        }
        for entry in &mut parts.entries {
            entry.id = match texts.line()? {
                "" => id_of(&entry.title),
                id => id.to_owned(),
            };
        }
        for _ in 0..names {
            let block = texts.line()?.to_owned();
            parts.names.push(Names {
                block,
                ..Names::default()
            });
        }
        let mut decoder = Decoder::new(coded);
        codec::pages(&mut decoder, &mut parts)?;
        if decoder.is_past_end() {
            return Err(IndexError::Short);
        }
        Index::of(parts)
    }

    /// Reads the second file, which says more of where words stand.
    pub fn add_blocks(&mut self, bytes: &[u8]) -> Result<(), IndexError> {
        let (mut texts, coded) = split(BLOCKS_MAGIC, bytes)?;
        let entries = texts.count()?;
        let mut counts = Vec::new();
        for _ in 0..entries {
            counts.push(texts.count()?);
        }
        let mut parts = BlockParts::default();
        for count in counts {
            let mut blocks = Vec::new();
            for _ in 0..count {
                let id = texts.line()?.to_owned();
                blocks.push(Block {
                    kind: BlockKind::Section,
                    id,
                });
            }
            parts.blocks.push(blocks);
        }
        let mut decoder = Decoder::new(coded);
        codec_blocks::blocks(&mut decoder, &mut parts, &self.parts)?;
        if decoder.is_past_end() {
            return Err(IndexError::Short);
        }
        let entries = self.parts.entries.len();
        let is_wrong = |stands: &InBlocks| stands.entry as usize >= entries;
        if parts.postings.iter().flatten().any(is_wrong) {
            return Err(IndexError::Wrong);
        }
        self.lexicon = Lexicon::of(&self.parts.words, &parts.words, parts.postings.len());
        self.blocks = parts;
        Ok(())
    }

    fn of(parts: Parts) -> Result<Index, IndexError> {
        let classes = parts.weights.len();
        let is_class = |class: &Class| (*class as usize) < classes;
        let phrases = parts.phrases.iter();
        let phrases = phrases.flat_map(|(phrase, class)| phrase.iter().chain([class]));
        let near = parts.near.iter().flat_map(|(from, to)| [from, to]);
        let named = parts
            .names
            .iter()
            .flat_map(|names| names.names.iter().flatten());
        if !phrases.chain(near).chain(named).all(is_class) {
            return Err(IndexError::Wrong);
        }
        let (mut all, mut of_class, mut in_signs) = (Vec::new(), Vec::new(), Vec::new());
        for (target, own) in (0_u32..).zip(&parts.names) {
            let entry = parts
                .entries
                .get(own.entry as usize)
                .ok_or(IndexError::Wrong)?;
            let mut in_names = Vec::new();
            for name in &own.names {
                let number = u32::try_from(all.len()).map_err(|_| IndexError::Wrong)?;
                let length = u8::try_from(name.len()).map_err(|_| IndexError::Wrong)?;
                all.push((target, length));
                of_class.extend(name.iter().map(|class| (*class, number)));
                for class in name {
                    order::insert(&mut in_names, *class);
                }
            }
            if entry.kind == Kind::Sign {
                in_signs.extend(in_names.into_iter().map(|class| (class, own.entry)));
            }
        }
        let readable = parts
            .entries
            .iter()
            .filter(|entry| entry.kind != Kind::Sign)
            .count();
        Ok(Index {
            lexicon: Lexicon::of(&parts.words, &[], classes),
            near: Rows::of(classes, &parts.near),
            names_of: Rows::of(classes, &of_class),
            in_signs: Rows::of(classes, &in_signs),
            blocks: BlockParts::default(),
            names: all,
            readable,
            met: RefCell::default(),
            parts,
        })
    }

    /// What can be found.
    pub fn entries(&self) -> &[Entry] {
        &self.parts.entries
    }

    /// How many words it knows.
    pub fn words(&self) -> usize {
        self.lexicon.len()
    }

    /// How many entries are no signs.
    pub(crate) fn readable(&self) -> usize {
        self.readable
    }

    /// How much a class says.
    pub(crate) fn weight(&self, class: Class) -> Weight {
        self.parts
            .weights
            .get(class as usize)
            .copied()
            .unwrap_or_default()
    }

    /// Classes that stand for another one when they follow each other.
    pub(crate) fn phrases(&self) -> &[(Vec<Class>, Class)] {
        &self.parts.phrases
    }

    /// Classes that are looked for too.
    pub(crate) fn near(&self, class: Class) -> &[Class] {
        self.near.get(class)
    }

    /// Where a class stands, as the first file tells.
    pub(crate) fn postings(&self, class: Class) -> &[Posting] {
        self.parts
            .postings
            .get(class as usize)
            .map_or(&[], Vec::as_slice)
    }

    /// Where a class stands, as the second file tells.
    pub(crate) fn in_blocks(&self, class: Class) -> &[InBlocks] {
        self.blocks
            .postings
            .get(class as usize)
            .map_or(&[], Vec::as_slice)
    }

    /// The blocks of an entry.
    pub(crate) fn blocks(&self, entry: u32) -> &[Block] {
        self.blocks
            .blocks
            .get(entry as usize)
            .map_or(&[], Vec::as_slice)
    }

    /// The names that hold a class, by their places in `names`.
    pub(crate) fn names_with(&self, class: Class) -> &[u32] {
        self.names_of.get(class)
    }

    /// The signs that have a class in a name.
    pub(crate) fn signs_with(&self, class: Class) -> &[u32] {
        self.in_signs.get(class)
    }

    /// What a target leads to: the entry, and a block or nothing.
    pub(crate) fn target(&self, target: u32) -> Option<(u32, &str)> {
        let names = self.parts.names.get(target as usize)?;
        Some((names.entry, &names.block))
    }
}
