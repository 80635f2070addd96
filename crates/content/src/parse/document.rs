//! A page of the guide or a destination, read but not yet written as HTML.

use bearings_domain::{PageId, PartId, Route};

use crate::base::problem::{Findings, Spot};
use crate::parse::files::SourceFile;
use crate::parse::front_matter::{self, FrontMatter};
use crate::parse::markdown::{self, Block, Prose};
use crate::parse::vocabulary::Vocabulary;
use crate::reading::{self, Level, Names, Passage};

/// Pages whose id begins like this hold the self-test of their part.
const CHECK_PAGE: &str = "check-";

/// A page of the guide or a destination.
#[derive(Clone, Debug)]
pub(crate) struct Document {
    /// Of a place, its place id.
    pub id: PageId,
    pub route: Route,
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
        route: Route,
        part: Option<PartId>,
        vocabulary: Vocabulary<'_>,
        findings: &Findings,
    ) -> Option<Document> {
        let (facts, text) = front_matter::split(file, findings)?;
        let destination = part.is_none().then_some(&route);
        // The text is read even when the facts are not TOML: all problems at once.
        let front = front_matter::read(file, facts, id, destination, vocabulary.levels, findings);
        let blocks = markdown::read(file, text, vocabulary, findings);
        let front = front?;
        let level = Level::of(&passages(&front, &blocks));
        Some(Document {
            id: id.clone(),
            route,
            part,
            top: file.spot(0),
            front,
            blocks,
            level,
        })
    }

    /// How hard the text is to read without these names.
    pub fn plain_level(&self, names: &Names) -> Level {
        Level::without(names, &passages(&self.front, &self.blocks))
    }

    /// Whether this is the self-test of a part.
    pub fn is_check(&self) -> bool {
        self.part.is_some() && self.id.as_str().starts_with(CHECK_PAGE)
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
        texts.chain(blocks.map(|prose| markdown::by_hand(&prose.inlines)))
    }

    /// The words that count for the minutes: the text, the short version, and the self-test.
    pub fn words(&self) -> u32 {
        u32::try_from(self.level.words).unwrap_or(u32::MAX)
    }
}

/// The texts that are measured.
fn passages(front: &FrontMatter, blocks: &[Block]) -> Vec<Passage> {
    let mut passages = reading::of_text(front, blocks);
    passages.extend(reading::of_self_tests(front));
    passages
}
