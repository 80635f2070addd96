//! Turns the events inside a block into its text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::collector::{Collector, push_text};
use super::reader::Reader;
use crate::base::problem::At;
use crate::parse::address;
use crate::parse::level::Level;
use crate::parse::text::{Inline, Insert, Link, plain};

/// Deeper than any sentence needs; keeps the reading of hostile files from running out of stack.
const MAX_DEPTH: usize = 8;
/// With this begins the address of a word that differs between regions.
const SAY: &str = "say:";
/// With this begins the address of the verb of a level of signs.
const LEVEL: &str = "level:";

impl<'a> Reader<'a> {
    /// Takes in one event of the text of a block.
    pub(super) fn inline(&mut self, event: Event<'a>, range: &Range<usize>, text: &mut Collector) {
        text.end = text.end.max(range.end);
        match event {
            Event::Text(piece) => push_text(&mut text.inlines, &piece),
            Event::SoftBreak | Event::HardBreak => push_text(&mut text.inlines, " "),
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
                let to = address::read(&dest_url, &spot, self.findings);
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
        let said = plain(&inlines);
        let spot = self.spot(range);
        match self
            .vocabulary
            .regional
            .marked(id, &said, &spot, self.findings)
        {
            Some(pair) => text.inlines.push(Inline::Pair(pair)),
            None => push_text(&mut text.inlines, &said),
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
        let before = plain(&text.inlines);
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
