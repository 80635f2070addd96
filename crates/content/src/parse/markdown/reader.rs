//! Turns the events of the Markdown parser into blocks.

use std::ops::Range;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::{Block, Inline, Insert, Prose, block_id, inline};
use crate::base::problem::{At, Findings, Spot};
use crate::parse::files::SourceFile;
use crate::parse::links::{self, Link};
use crate::parse::signs::Level;
use crate::parse::vocabulary::Vocabulary;

/// Deeper than any sentence needs; keeps the reading of hostile files from running out of stack.
const MAX_DEPTH: usize = 8;
/// More items than this and a list is no longer taken in.
const MAX_ITEMS: usize = 7;
/// With this begins the address of a word that differs between regions.
const SAY: &str = "say:";
/// With this begins the address of the verb of a level of signs.
const LEVEL: &str = "level:";

pub(super) struct Reader<'a> {
    file: &'a SourceFile,
    start: usize,
    vocabulary: Vocabulary<'a>,
    findings: &'a Findings,
    events: std::vec::IntoIter<(Event<'a>, Range<usize>)>,
    depth: usize,
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

    fn spot(&self, range: &Range<usize>) -> Spot {
        self.file.spot(self.start + range.start)
    }

    fn refuse(&self, range: &Range<usize>, what: &str, remedy: &str) {
        self.findings.add(&self.spot(range), what, remedy);
    }

    /// Leaves out everything up to the end of a container that was just entered.
    fn skip(&mut self) {
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

    fn refuse_container(&self, tag: &Tag<'_>, range: &Range<usize>) {
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

    fn refuse_html(&self, range: &Range<usize>) {
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
        inline::collect_links(&prose.inlines, &mut links);
        if !links.is_empty() {
            self.refuse(
                range,
                "a heading that holds a link or a term",
                "Put it into the text below.",
            );
        }
        let mut pairs = Vec::new();
        inline::collect_pairs(&prose.inlines, &mut pairs);
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

    fn finish(&mut self, mut text: Collector, range: &Range<usize>) -> Option<Prose> {
        let spot = self.spot(range);
        if text.inlines.is_empty() {
            // What stood here was refused, or it is an empty item.
            return None;
        }
        let (id, fresh) = block_id::take(&mut text.inlines, &spot, self.findings);
        let said = inline::plain(&text.inlines);
        inline::take_blank(&mut text.inlines);
        if has_blank_inside(&text.inlines) {
            let remedy =
                "Write ____ last, outside of stars and links; a second one is a block of its own.";
            self.findings
                .add(&spot, "a line to write on in the middle of text", remedy);
        }
        if said.contains("{#") {
            let remedy = "The id stands at the very end of the block, as {#name}.";
            self.findings
                .add(&spot, "braces in the middle of the text", remedy);
        }
        if said.contains("](") {
            let remedy =
                "Write [words](page:id), with no space between ] and ( and none inside ( ).";
            self.findings.add(
                &spot,
                "something that looks like a link but is none",
                remedy,
            );
        }
        let pictures = text
            .inlines
            .iter()
            .filter(|one| matches!(one, Inline::Insert(_)))
            .count();
        if pictures > 0 && text.inlines.len() > 1 {
            let remedy = "Put it on a line of its own, with an empty line before and after.";
            self.findings.add(
                &spot,
                "a drawing, signs or numbers in the middle of text",
                remedy,
            );
        }
        Some(Prose {
            id,
            spot,
            inlines: text.inlines,
            fresh,
            end: self.start + text.end,
        })
    }

    fn inline(&mut self, event: Event<'a>, range: &Range<usize>, text: &mut Collector) {
        text.end = text.end.max(range.end);
        match event {
            Event::Text(piece) => inline::push_text(&mut text.inlines, &piece),
            Event::SoftBreak | Event::HardBreak => inline::push_text(&mut text.inlines, " "),
            Event::Start(Tag::Strong) => text.inlines.push(Inline::Strong(self.inside(range))),
            Event::Start(Tag::Emphasis) => text.inlines.push(Inline::Stressed(self.inside(range))),
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with(SAY) => {
                self.pair(&dest_url[SAY.len()..], range, text);
            }
            Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with(LEVEL) => {
                self.level_verb(&dest_url[LEVEL.len()..], range, text);
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                let inlines = self.inside(range);
                let spot = self.spot(range);
                let to = links::read(&dest_url, &spot, self.findings);
                text.inlines.push(Inline::Link(Link { to, inlines, spot }));
            }
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.skip();
                text.inlines.extend(self.picture(&dest_url, range));
            }
            Event::Html(_) | Event::InlineHtml(_) => self.refuse_html(range),
            Event::Code(_) => {
                self.refuse(
                    range,
                    "code",
                    "Take out the ` marks; for quotes use \" or '.",
                );
            }
            Event::Start(tag) => {
                self.refuse_container(&tag, range);
                self.skip();
            }
            _ => {}
        }
    }

    /// The inside of bold, stressed or linked text.
    fn inside(&mut self, range: &Range<usize>) -> Vec<Inline> {
        let mut text = Collector::default();
        if self.depth == MAX_DEPTH {
            self.refuse(
                range,
                "stress inside stress inside stress",
                "Take some of the stars out.",
            );
            self.skip();
            return text.inlines;
        }
        self.depth += 1;
        while let Some((event, range)) = self.events.next() {
            match event {
                Event::End(TagEnd::Strong | TagEnd::Emphasis | TagEnd::Link) => break,
                event => self.inline(event, &range, &mut text),
            }
        }
        self.depth -= 1;
        text.inlines
    }

    /// A word that differs between regions: `[paracetamol](say:paracetamol)`.
    fn pair(&mut self, id: &str, range: &Range<usize>, text: &mut Collector) {
        let inlines = self.inside(range);
        let said = inline::plain(&inlines);
        let spot = self.spot(range);
        match self
            .vocabulary
            .regional
            .marked(id, &said, &spot, self.findings)
        {
            Some(pair) => text.inlines.push(Inline::Pair(pair)),
            None => inline::push_text(&mut text.inlines, &said),
        }
    }

    /// The verb of a level: `[](level:line)`.
    fn level_verb(&mut self, name: &str, range: &Range<usize>, text: &mut Collector) {
        let label = self.inside(range);
        let spot = self.spot(range);
        if !label.is_empty() {
            let remedy = "Leave it empty, [](level:line): the words come from signs.toml.";
            self.findings
                .add(&spot, "a label on the verb of a level", remedy);
        }
        let Some(level) = Level::named(name, &spot, self.findings) else {
            return;
        };
        let before = inline::plain(&text.inlines);
        let verb = self.vocabulary.levels.verb_after(level, &before, &spot);
        text.inlines.push(Inline::Level(verb));
    }

    fn picture(&self, address: &str, range: &Range<usize>) -> Option<Inline> {
        let spot = self.spot(range);
        let insert = match address.split_once(':') {
            Some(("figure", id)) => Insert::Figure(id.to_owned()),
            Some(("signs", ids)) => {
                Insert::Signs(ids.split(',').map(|id| id.trim().to_owned()).collect())
            }
            Some(("level", name)) => Insert::Level(Level::named(name, &spot, self.findings)?),
            Some(("numbers", "emergency")) => Insert::EmergencyNumbers,
            Some(("numbers", "listening")) => Insert::ListeningLines,
            None if address == "ready" => Insert::Ready,
            None if address == "signs-a-to-z" => Insert::SignsAToZ,
            _ => {
                self.refuse(
                    range,
                    "a picture that is not one of our drawings",
                    "Write ![](figure:id) for a drawing from the folder `figures`, ![](signs:one,two) for signs; content/README.md has the rest.",
                );
                return None;
            }
        };
        Some(Inline::Insert(At::new(insert, spot)))
    }
}

/// Whether a line to write on stands anywhere but at the end.
fn has_blank_inside(inlines: &[Inline]) -> bool {
    let rest = match inlines {
        [rest @ .., Inline::Blank] => rest,
        all => all,
    };
    inline::plain(rest).contains(inline::BLANK)
}

#[derive(Default)]
struct Collector {
    inlines: Vec<Inline>,
    end: usize,
}
