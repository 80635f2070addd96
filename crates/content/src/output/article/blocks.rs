//! Headings, paragraphs, lists, ready-made sentences, drawings.

use super::page::Page;
use super::regional;
use crate::output::figure;
use crate::output::html::Html;
use crate::parse::address::Address;
use crate::parse::slots::{self, Slots};
use crate::parse::strings::PageText;
use crate::parse::text::{Block, Inline, Link, Prose};

impl Page<'_> {
    /// The text of the page; a card is a section, so that it can be printed alone.
    pub(super) fn blocks(&self, html: &mut Html) {
        let has_card = self.document.is_a(Slots::Card);
        let mut in_card = false;
        for (at, block) in self.document.blocks.iter().enumerate() {
            let is_part = matches!(block, Block::Heading { level: 2, .. });
            if in_card && is_part {
                html.raw("</section>");
                in_card = false;
            }
            if has_card && slots::begins_card(block) {
                html.raw("<section class=\"card\" aria-labelledby=\"")
                    .raw(slots::CARD)
                    .raw("\">");
                in_card = true;
            }
            self.block(block, html);
            let next = self.document.blocks.get(at + 1);
            self.fresh(block, next, html);
        }
        if in_card {
            html.raw("</section>");
        }
    }

    fn block(&self, block: &Block, html: &mut Html) {
        match block {
            Block::Heading { level, prose } => self.heading(*level, prose, html),
            Block::Paragraph(prose) => self.prose("p", prose, html),
            Block::List { start, items, .. } => self.list(*start, items, html),
            Block::Say(lines) => {
                html.raw("<blockquote class=\"say\">");
                for line in lines {
                    self.prose("p", line, html);
                }
                html.raw("</blockquote>");
            }
            Block::Made { prose, insert } => self.made(&insert.value, prose, html),
            Block::Figure { prose, figure } => {
                if let Some(figure) = self.library.figures.by_id.get(&figure.value) {
                    figure::write(figure, id(prose), html);
                }
            }
        }
    }

    /// When what moves fast was last looked up; said once for blocks of one month that stand
    /// together.
    fn fresh(&self, block: &Block, next: Option<&Block>, html: &mut Html) {
        let last = block.proses().iter().filter_map(|prose| prose.fresh).max();
        let next = next.and_then(|next| next.proses().iter().filter_map(|prose| prose.fresh).max());
        if let Some(month) = last
            && next != last
        {
            let date = self.month(month);
            let text = self
                .library
                .strings
                .fill(PageText::Fresh, &[("month", &date)]);
            html.raw("<p class=\"fresh\">").text(&text).raw("</p>");
        }
    }

    fn heading(&self, level: u8, prose: &Prose, html: &mut Html) {
        let tag = if level == 2 { "h2" } else { "h3" };
        html.raw("<").raw(tag);
        self.anchor(id(prose), html);
        html.raw(">");
        self.inlines(&prose.inlines, html);
        html.raw("</").raw(tag).raw(">");
    }

    fn list(&self, start: Option<u64>, items: &[Prose], html: &mut Html) {
        let tag = if start.is_some() { "ol" } else { "ul" };
        html.raw("<").raw(tag);
        if let Some(start) = start.filter(|start| *start != 1) {
            html.raw(" start=\"").text(&start.to_string()).raw("\"");
        }
        html.raw(">");
        for item in items {
            self.prose("li", item, html);
        }
        html.raw("</").raw(tag).raw(">");
    }

    fn prose(&self, tag: &str, prose: &Prose, html: &mut Html) {
        html.raw("<").raw(tag);
        self.anchor(id(prose), html);
        match prose.inlines.as_slice() {
            [label @ .., Inline::Blank] => self.to_fill(label, html),
            inlines => {
                html.raw(">");
                self.inlines(inlines, html);
            }
        }
        html.raw("</").raw(tag).raw(">");
    }

    /// What belongs on a line, and the line to write it on by hand.
    fn to_fill(&self, label: &[Inline], html: &mut Html) {
        html.raw(" class=\"to-fill\"><span>");
        self.inlines(label, html);
        html.raw("</span><span class=\"blank\" role=\"img\" aria-label=\"")
            .text(self.say(PageText::Blank))
            .raw("\"></span>");
    }

    fn inlines(&self, inlines: &[Inline], html: &mut Html) {
        // What touches a term: the end of the text before it, and how much of the text after it
        // has been written with it.
        let (mut before, mut written) = ("", 0);
        for (at, inline) in inlines.iter().enumerate() {
            let next = inlines.get(at + 1);
            match inline {
                Inline::Text(text) => {
                    let text = &text[std::mem::take(&mut written)..];
                    let free = if next.is_some_and(is_term) {
                        text.trim_end_matches(|sign: char| !sign.is_whitespace())
                    } else {
                        text
                    };
                    html.text(free);
                    before = &text[free.len()..];
                }
                Inline::Link(link) if is_term(inline) => {
                    let after = match next {
                        Some(Inline::Text(text)) => text.split(char::is_whitespace).next(),
                        _ => None,
                    };
                    let after = after.unwrap_or_default();
                    self.tied(std::mem::take(&mut before), link, after, html);
                    written = after.len();
                }
                Inline::Strong(inner) => {
                    html.raw("<strong>");
                    self.inlines(inner, html);
                    html.raw("</strong>");
                }
                Inline::Stressed(inner) => {
                    html.raw("<em>");
                    self.inlines(inner, html);
                    html.raw("</em>");
                }
                Inline::Link(link) => self.link(link, html),
                Inline::Pair(pair) => regional::write(pair, html),
                Inline::Level(verb) => self.level_verb(verb, html),
                Inline::Blank | Inline::Insert(_) => {}
            }
        }
    }

    /// A term with the bracket or comma that touches it. It is a button, and browsers let a line
    /// end before and after a button even there.
    fn tied(&self, before: &str, term: &Link, after: &str, html: &mut Html) {
        let is_alone = before.is_empty() && after.is_empty();
        if !is_alone {
            html.raw("<span class=\"tied\">").text(before);
        }
        self.link(term, html);
        if !is_alone {
            html.text(after).raw("</span>");
        }
    }

    fn link(&self, link: &Link, html: &mut Html) {
        match &link.to {
            Some(Address::Term(term)) => {
                html.raw("<button type=\"button\" class=\"term\" popovertarget=\"term-");
                html.text(term).raw("\">");
                self.inlines(&link.inlines, html);
                html.raw("</button>");
            }
            Some(address) => {
                html.raw("<a href=\"")
                    .text(&self.address(address))
                    .raw("\">");
                self.inlines(&link.inlines, html);
                html.raw("</a>");
            }
            None => self.inlines(&link.inlines, html),
        }
    }
}

fn is_term(inline: &Inline) -> bool {
    matches!(inline, Inline::Link(link) if matches!(link.to, Some(Address::Term(_))))
}

fn id(prose: &Prose) -> &str {
    prose.id.as_ref().map_or("", |id| id.as_str())
}
