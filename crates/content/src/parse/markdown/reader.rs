//! Turns the events of the Markdown parser into blocks.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::collector::Collector;
use crate::base::problem::{At, Findings, Spot};
use crate::parse::files::SourceFile;
use crate::parse::text::{Block, Inline, Insert, Prose, collect_links, collect_pairs};
use crate::parse::vocabulary::Vocabulary;

/// More items than this and a list is no longer taken in.
const MAX_ITEMS: usize = 7;

/// Reads the text of one page.
pub(super) struct Reader<'a> {
    file: &'a SourceFile,
    pub(super) start: usize,
    pub(super) vocabulary: Vocabulary<'a>,
    pub(super) findings: &'a Findings,
    pub(super) events: std::vec::IntoIter<(Event<'a>, Range<usize>)>,
    pub(super) depth: usize,
}

impl<'a> Reader<'a> {
    pub fn new(
        file: &'a SourceFile,
        start: usize,
        vocabulary: Vocabulary<'a>,
        findings: &'a Findings,
    ) -> Reader<'a> {
        // Tables are switched on only to be recognised and refused.
        let parser = Parser::new_ext(&file.text[start..], Options::ENABLE_TABLES);
        let events: Vec<_> = parser.into_offset_iter().collect();
        Reader {
            file,
            start,
            vocabulary,
            findings,
            events: events.into_iter(),
            depth: 0,
        }
    }

    pub(super) fn spot(&self, range: &Range<usize>) -> Spot {
        self.file.spot(self.start + range.start)
    }

    pub(super) fn refuse(&self, range: &Range<usize>, what: &str, remedy: &str) {
        self.findings.add(&self.spot(range), what, remedy);
    }

    /// Leaves out everything up to the end of a container that was just entered.
    pub(super) fn skip(&mut self) {
        let mut depth = 1;
        for (event, _) in self.events.by_ref() {
            match event {
                Event::Start(_) => depth += 1,
                Event::End(_) => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return;
            }
        }
    }

    pub fn blocks(mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::Start(tag) => blocks.extend(self.block(&tag, &range)),
                Event::Html(_) | Event::InlineHtml(_) => self.refuse_html(&range),
                Event::Rule => self.refuse(
                    &range,
                    "a line across the page",
                    "Take it out; begin a new part with a heading.",
                ),
                _ => {}
            }
        }
        blocks
    }

    fn block(&mut self, tag: &Tag<'_>, range: &Range<usize>) -> Option<Block> {
        match tag {
            Tag::Paragraph => self.paragraph(range),
            Tag::Heading { level, .. } => self.heading(*level, range),
            Tag::List(start) => Some(self.list(*start, range)),
            Tag::BlockQuote(_) => Some(Block::Say(self.say())),
            other => {
                self.refuse_container(other, range);
                self.skip();
                None
            }
        }
    }

    pub(super) fn refuse_container(&self, tag: &Tag<'_>, range: &Range<usize>) {
        let (what, remedy) = match tag {
            Tag::Table(_) => ("a table", "Write it as a list or as sentences."),
            Tag::CodeBlock(_) => (
                "a block of code",
                "Take out the spaces or the marks before the text.",
            ),
            Tag::HtmlBlock => return self.refuse_html(range),
            _ => (
                "something the guide has no place for",
                "See content/README.md for what it may use.",
            ),
        };
        self.refuse(range, what, remedy);
    }

    pub(super) fn refuse_html(&self, range: &Range<usize>) {
        self.refuse(
            range,
            "a raw HTML tag",
            "Write it in Markdown; for a < as such write \\<.",
        );
    }

    fn heading(&mut self, level: HeadingLevel, range: &Range<usize>) -> Option<Block> {
        let level = match level {
            HeadingLevel::H2 => 2,
            HeadingLevel::H3 => 3,
            HeadingLevel::H1 => {
                self.refuse(
                    range,
                    "a heading with one #",
                    "The page's title is made from `title`; begin with ##.",
                );
                2
            }
            _ => {
                self.refuse(range, "a heading with more than three #", "Use ## or ###.");
                3
            }
        };
        let prose = self.prose(range)?;
        let mut links = Vec::new();
        collect_links(&prose.inlines, &mut links);
        if !links.is_empty() {
            self.refuse(
                range,
                "a heading that holds a link or a term",
                "Put it into the text below.",
            );
        }
        let mut pairs = Vec::new();
        collect_pairs(&prose.inlines, &mut pairs);
        if !pairs.is_empty() || matches!(prose.inlines.last(), Some(Inline::Blank)) {
            self.refuse(
                range,
                "a heading that holds a word by region or a line to write on",
                "Put it into the text below.",
            );
        }
        Some(Block::Heading { level, prose })
    }

    fn paragraph(&mut self, range: &Range<usize>) -> Option<Block> {
        let prose = self.prose(range)?;
        let [Inline::Insert(insert)] = prose.inlines.as_slice() else {
            return Some(Block::Paragraph(prose));
        };
        Some(match &insert.value {
            Insert::Figure(figure) => Block::Figure {
                figure: At::new(figure.clone(), insert.spot.clone()),
                prose,
            },
            _ => Block::Made {
                insert: insert.clone(),
                prose,
            },
        })
    }

    fn list(&mut self, start: Option<u64>, range: &Range<usize>) -> Block {
        let mut items = Vec::new();
        while let Some((event, inner)) = self.events.next() {
            match event {
                Event::Start(Tag::Item) => items.extend(self.item(&inner)),
                Event::End(TagEnd::List(_)) => break,
                _ => {}
            }
        }
        if items.len() > MAX_ITEMS {
            let what = format!("a list of {} items", items.len());
            self.refuse(
                range,
                &what,
                "Seven are the most: make two lists, or leave some out.",
            );
        }
        Block::List { start, items }
    }

    /// An item: its text, in a paragraph of its own when empty lines lie between the items.
    fn item(&mut self, range: &Range<usize>) -> Option<Prose> {
        let mut text = Collector::default();
        while let Some((event, inner)) = self.events.next() {
            match event {
                Event::End(TagEnd::Item) => break,
                Event::Start(Tag::Paragraph) if text.inlines.is_empty() => {}
                Event::End(TagEnd::Paragraph) => {}
                Event::Start(Tag::List(_)) => {
                    self.refuse(
                        &inner,
                        "a list inside a list",
                        "Write it as one list, or as two.",
                    );
                    self.skip();
                }
                Event::Start(Tag::Paragraph) => {
                    self.refuse(
                        &inner,
                        "a list item of two paragraphs",
                        "Make it one, or two items.",
                    );
                    self.skip();
                }
                event => self.inline(event, &inner, &mut text),
            }
        }
        self.finish(text, range)
    }

    fn say(&mut self) -> Vec<Prose> {
        let mut lines = Vec::new();
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::BlockQuote(_)) => break,
                Event::Start(Tag::Paragraph) => lines.extend(self.prose(&range)),
                Event::Start(_) => {
                    self.refuse(
                        &range,
                        "more than sentences after >",
                        "Only paragraphs can stand there.",
                    );
                    self.skip();
                }
                _ => {}
            }
        }
        lines
    }

    /// The text of a heading or paragraph that was just entered.
    fn prose(&mut self, range: &Range<usize>) -> Option<Prose> {
        let mut text = Collector::default();
        while let Some((event, inner)) = self.events.next() {
            match event {
                Event::End(TagEnd::Paragraph | TagEnd::Heading(_)) => break,
                event => self.inline(event, &inner, &mut text),
            }
        }
        self.finish(text, range)
    }
}
