//! Signs and numbers, from their records: the same words wherever they stand.

use bearings_domain::{Destination, PageId};

use super::page::Page;
use super::regional;
use crate::base::alphabet::letter_of;
use crate::output::html::Html;
use crate::parse::level::Level;
use crate::parse::levels::LevelText;
use crate::parse::signs::Sign;
use crate::parse::slots::Slots;
use crate::parse::text::{self, Inline, Insert, LevelVerb, Phrase, Prose};
use crate::rules::signs;

/// The anchor of the signs below the short version.
const FIRST_SIGNS: &str = "first-signs";

impl Page<'_> {
    /// What the compiler makes in place of a block.
    pub(super) fn made(&self, insert: &Insert, prose: &Prose, html: &mut Html) {
        let id = prose.id.as_ref().map_or("", |id| id.as_str());
        match insert {
            Insert::Figure(_) => {}
            Insert::Signs(ids) if self.document.is_a(Slots::Card) => {
                self.on_card(ids, id, html);
            }
            Insert::Signs(ids) => self.signs(ids.iter().map(String::as_str), id, html),
            Insert::Level(level) => self.level(*level, id, html),
            Insert::Ready => self.ready(id, html),
            Insert::SignsAToZ => self.a_to_z(id, html),
            Insert::EmergencyNumbers => self.emergency_numbers(id, html),
            Insert::ListeningLines => self.listening_lines(id, html),
        }
    }

    /// The signs that a page is about, below its short version.
    pub(super) fn first_signs(&self, html: &mut Html) {
        let first = &self.document.front.first_signs;
        if !first.is_empty() {
            let ids = first.iter().map(|id| id.value.as_str());
            self.signs(ids, FIRST_SIGNS, html);
        }
    }

    /// The verb of a level in a sentence, which leads to what Help says of it.
    pub(super) fn level_verb(&self, verb: &LevelVerb, html: &mut Html) {
        html.raw("<a class=\"verb\" href=\"")
            .text(&self.level_address(verb.level))
            .raw("\">");
        html.text(&verb.text).raw("</a>");
    }

    /// Signs by level, each level with its verb and whom to call.
    fn signs<'a>(&self, ids: impl Iterator<Item = &'a str>, id: &str, html: &mut Html) {
        let found: Vec<&Sign> = ids.filter_map(|id| self.library.signs.find(id)).collect();
        // A sign that stands below as well has its anchor there.
        let is_first = id == FIRST_SIGNS;
        let below = signs::in_text_of(self.document);
        html.raw("<div class=\"signs\"");
        self.anchor(id, html);
        html.raw(">");
        for (text, signs) in self.levels(&found) {
            html.raw("<section class=\"level level-")
                .raw(text.level.name())
                .raw("\"><h3 class=\"verb\"><a href=\"")
                .text(&self.level_address(text.level))
                .raw("\">");
            html.text(&text.verb.value).raw("</a></h3><ul>");
            for sign in signs {
                self.sign(
                    sign,
                    !is_first || !below.contains(&sign.id.value.as_str()),
                    html,
                );
            }
            html.raw("</ul>");
            self.whom(text, html);
            html.raw("</section>");
        }
        let is_urgent = |sign: &&Sign| sign.level < Level::Visit;
        if let Some(ready) = &self.library.signs.ready
            && !is_first
            && found.iter().any(is_urgent)
        {
            html.raw("<p class=\"ready\">")
                .text(&ready.value)
                .raw("</p>");
        }
        html.raw("</div>");
    }

    /// Signs by level, each with what is said of it.
    fn levels<'a>(&'a self, signs: &[&'a Sign]) -> Vec<(&'a LevelText, Vec<&'a Sign>)> {
        let levels = signs::by_level(signs).into_iter();
        levels
            .filter_map(|(level, signs)| Some((self.library.signs.levels.text(level)?, signs)))
            .collect()
    }

    fn sign(&self, sign: &Sign, has_anchor: bool, html: &mut Html) {
        let on_help = self.document.to == Destination::Help;
        html.raw("<li");
        let id = &sign.id.value;
        if has_anchor && on_help {
            self.anchor(id, html);
        } else if has_anchor {
            self.anchor(&format!("sign-{id}"), html);
        }
        html.raw(">");
        let addressed = self.document.front.addressed;
        self.phrase(sign.said(addressed), html);
        if let Some(note) = &sign.note {
            html.raw(" <span class=\"note\">");
            self.phrase(note, html);
            html.raw("</span>");
        }
        if on_help {
            self.read_more(sign, html);
        }
        html.raw("</li>");
    }

    /// The page that explains a sign.
    fn read_more(&self, sign: &Sign, html: &mut Html) {
        let page = sign.see.as_ref();
        let page = page.and_then(|page| PageId::parse(&page.value).ok());
        let Some(page) = page.and_then(|page| self.library.find(&page)) else {
            return;
        };
        html.raw(" <a class=\"more\" href=\"")
            .text(&self.link_to(page.to.clone()))
            .raw("\">");
        html.text(&page.front.title.value).raw("</a>");
    }

    fn phrase(&self, phrase: &Phrase, html: &mut Html) {
        for inline in &phrase.inlines {
            match inline {
                Inline::Text(text) => {
                    html.text(text);
                }
                Inline::Pair(pair) => regional::write(pair, html),
                Inline::Level(verb) => self.level_verb(verb, html),
                _ => {}
            }
        }
    }

    /// Whom to call, and what to do when nobody answers.
    fn whom(&self, text: &LevelText, html: &mut Html) {
        html.raw("<p class=\"whom\">");
        self.phrase(&text.whom, html);
        if let Some(no_answer) = &text.no_answer {
            html.raw(" ");
            self.phrase(no_answer, html);
        }
        html.raw("</p>");
    }

    /// A level of Help: its verb, whom to call, and every sign that has it.
    fn level(&self, level: Level, id: &str, html: &mut Html) {
        let Some(text) = self.library.signs.levels.text(level) else {
            return;
        };
        html.raw("<section class=\"level level-")
            .raw(text.level.name())
            .raw("\" aria-labelledby=\"")
            .text(id)
            .raw("\"><h2");
        self.anchor(id, html);
        html.raw(">");
        html.text(&text.verb.value).raw("</h2>");
        self.whom(text, html);
        for (group, signs) in self.library.signs.by_group(level) {
            html.raw("<h3>").text(&group.title.value).raw("</h3><ul>");
            for sign in signs {
                self.sign(sign, true, html);
            }
            html.raw("</ul>");
        }
        html.raw("</section>");
    }

    fn ready(&self, id: &str, html: &mut Html) {
        let signs = &self.library.signs;
        let on_card = self.document.is_a(Slots::Card);
        let text = if on_card {
            &signs.ready_on_card
        } else {
            &signs.ready
        };
        if let Some(text) = text {
            html.raw("<p class=\"ready\"");
            self.anchor(id, html);
            html.raw(">");
            html.text(&text.value).raw("</p>");
        }
    }

    /// Signs on the card: their few words, and whom to call in full, for the card is read alone.
    fn on_card(&self, ids: &[String], id: &str, html: &mut Html) {
        let found = ids.iter().filter_map(|id| self.library.signs.find(id));
        let found: Vec<&Sign> = found.collect();
        html.raw("<div class=\"signs\"");
        self.anchor(id, html);
        html.raw(">");
        for (text, signs) in self.levels(&found) {
            html.raw("<section class=\"level level-")
                .raw(text.level.name())
                .raw("\"><h3 class=\"verb\">");
            html.text(&text.verb.value).raw("</h3><ul>");
            for sign in signs {
                if let Some(card) = &sign.card {
                    html.raw("<li id=\"sign-").text(&sign.id.value).raw("\">");
                    self.phrase(card, html);
                    html.raw("</li>");
                }
            }
            html.raw("</ul>");
            self.whom(text, html);
            html.raw("</section>");
        }
        html.raw("</div>");
    }

    /// Everyday words, each of which leads to its sign above.
    fn a_to_z(&self, id: &str, html: &mut Html) {
        let signs = self.library.signs.all.iter();
        let words = signs.flat_map(|sign| {
            let words = sign.words.iter();
            words.map(move |word| (word.value.as_str(), sign.id.value.as_str()))
        });
        let mut words: Vec<(&str, &str)> = words.collect();
        words.sort_by_key(|(word, _)| (letter_of(word), word.to_lowercase()));
        let letter = |entry: &(&str, &str)| letter_of(entry.0);
        html.raw("<div class=\"a-to-z\"");
        self.anchor(id, html);
        html.raw(">");
        for group in words.chunk_by(|one, next| letter(one) == letter(next)) {
            let letter = letter(&group[0]).to_string().to_uppercase();
            html.raw("<details><summary>")
                .text(&letter)
                .raw("</summary><ul>");
            for (word, sign) in group {
                html.raw("<li><a href=\"#").text(sign).raw("\">");
                html.text(word).raw("</a></li>");
            }
            html.raw("</ul></details>");
        }
        html.raw("</div>");
    }

    /// The part of Help that says what a level means.
    fn level_address(&self, level: Level) -> String {
        let help = self.library.documents.iter();
        let help = help.filter(|document| document.to == Destination::Help);
        let anchor = help
            .flat_map(|document| text::made(&document.blocks))
            .find(|(_, insert)| insert.value == Insert::Level(level))
            .and_then(|(prose, _)| prose.id.as_ref());
        let anchor = anchor.map_or("title", |id| id.as_str());
        self.on_help(anchor)
    }
}
