//! A page of the guide or a destination, read but not yet written as HTML.

use bearings_domain::{Destination, Lang, PageId, PartId, Route};

use crate::base::problem::{Findings, Spot};
use crate::parse::files::SourceFile;
use crate::parse::front_matter::{self, FrontMatter};
use crate::parse::markdown;
use crate::parse::passages;
use crate::parse::slots::Slots;
use crate::parse::text::{self, Block, Prose};
use crate::parse::vocabulary::Vocabulary;
use crate::reading::{Level, Names};

/// Pages whose id begins like this hold the self-test of their part.
const CHECK_PAGE: &str = "check-";

/// A page of the guide or a destination.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// Of a place, its place id.
    pub id: PageId,
    pub to: Destination,
    /// `None` for a place.
    pub part: Option<PartId>,
    /// The first line of its file.
    pub top: Spot,
    pub front: FrontMatter,
    pub blocks: Vec<Block>,
    pub level: Level,
}

impl Document {
    pub fn read(
        file: &SourceFile,
        id: &PageId,
        to: Destination,
        part: Option<PartId>,
        vocabulary: Vocabulary<'_>,
        findings: &Findings,
    ) -> Option<Document> {
        let (facts, text) = front_matter::split(file, findings)?;
        let destination = part.is_none().then_some(&to);
        // The text is read even when the facts are not TOML: all problems at once.
        let front = front_matter::read(file, facts, id, destination, vocabulary.levels, findings);
        let blocks = markdown::read(file, text, vocabulary, findings);
        let front = front?;
        let level = Level::of(&passages::of(&front, &blocks));
        Some(Document {
            id: id.clone(),
            to,
            part,
            top: file.spot(0),
            front,
            blocks,
            level,
        })
    }

    /// Its address in a language.
    pub fn route(&self, lang: Lang) -> Route {
        self.to.clone().in_lang(lang)
    }

    /// How hard the text is to read without these names.
    pub fn plain_level(&self, names: &Names) -> Level {
        Level::without(names, &passages::of(&self.front, &self.blocks))
    }

    /// Whether this is the self-test of a part.
    pub fn is_check(&self) -> bool {
        self.part.is_some() && self.id.as_str().starts_with(CHECK_PAGE)
    }

    /// Whether this is a page of this kind.
    pub fn is_a(&self, kind: Slots) -> bool {
        let slots = self.front.slots.as_ref();
        slots.is_some_and(|slots| slots.value == kind)
    }

    /// Whether a block with this id is on the page.
    pub fn has_block(&self, id: &str) -> bool {
        let mut proses = self.proses();
        proses.any(|prose| prose.id.as_ref().is_some_and(|own| own.as_str() == id))
    }

    /// Everything in the text that has an id.
    pub fn proses(&self) -> impl Iterator<Item = &Prose> {
        self.blocks.iter().flat_map(Block::proses)
    }

    /// Every text that a writer wrote for this page, without what comes from records of its own.
    pub fn texts(&self) -> impl Iterator<Item = String> {
        let front = &self.front;
        let is_text = |block: &&Block| !matches!(block, Block::Made { .. } | Block::Figure { .. });
        let blocks = self.blocks.iter().filter(is_text).flat_map(Block::proses);
        let checks = front.checks.iter().flat_map(|check| {
            let options = check.options.iter().filter(|option| option.level.is_none());
            let options = options.flat_map(|option| [&option.text.value, &option.feedback.value]);
            std::iter::once(&check.question.value).chain(options)
        });
        let questions = front.questions.iter().map(|question| &question.text.value);
        let short = front.in_short.iter().map(|text| &text.value);
        let texts = short.chain(questions).chain(checks).cloned();
        texts.chain(blocks.map(|prose| text::by_hand(&prose.inlines)))
    }

    /// The words that count for the minutes: the text, the short version, and the self-test.
    pub fn words(&self) -> u32 {
        u32::try_from(self.level.words).unwrap_or(u32::MAX)
    }
}
