//! The parts that every page of the guide has: contents, self-test, questions, words.

use bearings_domain::Destination;

use super::page::Page;
use crate::output::html::Html;
use crate::parse::address::Address;
use crate::parse::checks::Check;
use crate::parse::glossary::Term;
use crate::parse::strings::PageText;
use crate::parse::text::{self, Block};
use crate::rules::anchors;

impl Page<'_> {
    pub(super) fn on_this_page(&self, html: &mut Html) {
        html.raw("<details class=\"on-this-page\"><summary>");
        html.text(self.say(PageText::OnThisPage))
            .raw("</summary><ul>");
        let mut entry = |id: &str, text: &str| {
            html.raw("<li><a href=\"#")
                .text(id)
                .raw("\">")
                .text(text)
                .raw("</a></li>");
        };
        for block in &self.document.blocks {
            if let Block::Heading { level: 2, prose } = block
                && let Some(id) = &prose.id
            {
                entry(id.as_str(), &text::plain(&prose.inlines));
            }
        }
        if !self.document.front.checks.is_empty() {
            entry("self-test", self.say(PageText::CheckHeading));
        }
        if !self.document.front.questions.is_empty() {
            entry("ask-my-team", self.say(PageText::AskHeading));
        }
        entry("sources", self.say(PageText::SourcesHeading));
        html.raw("</ul></details>");
    }

    pub(super) fn self_test(&self, html: &mut Html) {
        let checks = &self.document.front.checks;
        if checks.is_empty() {
            return;
        }
        html.raw("<section class=\"check\"");
        self.anchor("self-test", html);
        html.raw(" aria-labelledby=\"self-test-h\">");
        html.raw("<h2 id=\"self-test-h\">")
            .text(self.say(PageText::CheckHeading));
        html.raw("</h2><p class=\"check-intro\">")
            .text(self.say(PageText::CheckIntro))
            .raw("</p>");
        for (at, check) in checks.iter().enumerate() {
            self.check(at + 1, check, html);
        }
        html.raw("</section>");
    }

    fn check(&self, number: usize, check: &Check, html: &mut Html) {
        let id = format!("check-{}", check.id.value);
        html.raw("<section class=\"question\" id=\"")
            .text(&id)
            .raw("\" aria-labelledby=\"");
        html.text(&id)
            .raw("-q\"><h3 id=\"")
            .text(&id)
            .raw("-q\"><span class=\"question-number\">");
        html.text(&number.to_string())
            .raw(".</span> ")
            .text(&check.question.value)
            .raw("</h3><ol class=\"options\" role=\"list\">");
        for option in &check.options {
            html.raw("<li><details class=\"option\"><summary>");
            html.text(&option.text.value)
                .raw("</summary><p>")
                .text(&option.feedback.value);
            html.raw("</p></details></li>");
        }
        html.raw("</ol>");
        if let Some(see) = &check.see
            && let Address::Page { id, .. } = &see.value
            && let Some(target) = self.library.find(id)
        {
            let title = &target.front.title.value;
            let text = self
                .library
                .strings
                .fill(PageText::ReadAbout, &[("title", title)]);
            html.raw("<p class=\"see\"><a href=\"")
                .text(&self.address(&see.value))
                .raw("\">");
            html.text(&text).raw("</a></p>");
        }
        html.raw("</section>");
    }

    pub(super) fn ask_my_team(&self, html: &mut Html) {
        let questions = &self.document.front.questions;
        if questions.is_empty() {
            return;
        }
        html.raw("<section class=\"ask\" aria-labelledby=\"ask-my-team\"><h2");
        self.anchor("ask-my-team", html);
        html.raw(">");
        html.text(self.say(PageText::AskHeading)).raw("</h2><ul>");
        for question in questions {
            html.raw("<li id=\"ask-")
                .text(&question.id.value)
                .raw("\">");
            html.text(&question.text.value).raw("</li>");
        }
        html.raw("</ul></section>");
    }

    /// The cards that open beside a word; without popovers they can be read here.
    pub(super) fn words_here(&self, html: &mut Html) {
        let terms = anchors::terms(self.document);
        let terms: Vec<_> = terms
            .into_iter()
            .filter_map(|id| self.library.glossary.find(id))
            .collect();
        if terms.is_empty() {
            return;
        }
        // No landmark: while all cards are closed there is nothing in it.
        html.raw("<div class=\"page-terms\"><h2 id=\"words-here\">");
        html.text(self.say(PageText::WordsHeading)).raw("</h2>");
        for term in terms {
            self.term_card(term, html);
        }
        html.raw("</div>");
    }

    fn term_card(&self, term: &Term, html: &mut Html) {
        let id = &term.id.value;
        html.raw("<div class=\"term-card\" id=\"term-")
            .text(id)
            .raw("\" popover role=\"dialog\" tabindex=\"-1\" aria-label=\"");
        html.text(&term.name.value)
            .raw("\"><h3 class=\"term-name\">");
        self.term_name(term, html);
        // `boot.js` says what comes second.
        html.raw("</h3><p class=\"term-meaning\">")
            .text(&term.meaning.value);
        html.raw("</p><p class=\"term-more\"><a href=\"")
            .text(&self.destination(Destination::Words, id));
        html.raw("\">")
            .text(self.say(PageText::AllWords))
            .raw("</a> <button type=\"button\" class=\"term-close\" popovertarget=\"term-");
        html.text(id)
            .raw("\" popovertargetaction=\"hide\">")
            .text(self.say(PageText::Close));
        html.raw("</button></p></div>");
    }

    /// The word, and how it sounds.
    pub(super) fn term_name(&self, term: &Term, html: &mut Html) {
        html.text(&term.name.value);
        if let Some(sound) = &term.say {
            let text = self
                .library
                .strings
                .fill(PageText::SayIt, &[("sound", &sound.value)]);
            html.raw(" <span class=\"say-it\">")
                .text(&text)
                .raw("</span>");
        }
    }
}
