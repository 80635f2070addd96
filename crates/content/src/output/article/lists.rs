//! What the compiler adds to the destinations Words and Sources.

use super::page::Page;
use crate::base::alphabet::letter_of;
use crate::output::html::Html;
use crate::parse::glossary::Term;
use crate::parse::sources::Source;
use crate::parse::strings::PageText;
use crate::rules::sources;

/// Keeps the place of a title in the words around it.
const TITLE: &str = "\u{1}";

impl Page<'_> {
    /// Every word with its meaning, under its letter.
    pub(super) fn all_words(&self, html: &mut Html) {
        let mut terms: Vec<&Term> = self.library.glossary.terms.iter().collect();
        terms.sort_by_key(|term| (letter_of(&term.name.value), term.name.value.to_lowercase()));
        let letter = |term: &Term| letter_of(&term.name.value);
        let groups = || terms.chunk_by(move |one, next| letter(one) == letter(next));
        // The list is long, and who looks for a word knows how it begins.
        html.raw("<nav class=\"letters\" aria-label=\"")
            .text(self.say(PageText::OnThisPage))
            .raw("\">");
        for group in groups() {
            let letter = letter(group[0]).to_string();
            html.raw("<a href=\"#letter-").text(&letter).raw("\">");
            html.text(&letter.to_uppercase()).raw("</a> ");
        }
        html.raw("</nav>");
        for group in groups() {
            let letter = letter(group[0]).to_string();
            html.raw("<h2 id=\"letter-").text(&letter).raw("\">");
            html.text(&letter.to_uppercase())
                .raw("</h2><dl class=\"words\">");
            for term in group {
                self.word(term, html);
            }
            html.raw("</dl>");
        }
    }

    fn word(&self, term: &Term, html: &mut Html) {
        html.raw("<div id=\"").text(&term.id.value).raw("\"><dt>");
        self.term_name(term, html);
        html.raw("</dt><dd>").text(&term.meaning.value);
        if !term.also.is_empty() {
            let names: Vec<_> = term.also.iter().map(|name| name.value.as_str()).collect();
            let names = names.join(", ");
            let text = self
                .library
                .strings
                .fill(PageText::AlsoCalled, &[("names", &names)]);
            html.raw(" ").text(&text);
        }
        html.raw("</dd></div>");
    }

    /// Every source that a page or a word names, in the order of who says it.
    pub(super) fn all_sources(&self, html: &mut Html) {
        let mut used: Vec<(&str, &Source)> = sources::used(self.library)
            .into_iter()
            .filter_map(|id| Some((id, self.library.sources.by_id.get(id)?)))
            .collect();
        used.sort_by_key(|(_, source)| (source.who.to_lowercase(), source.title.to_lowercase()));
        if used.is_empty() {
            return;
        }
        html.raw("<ul class=\"all-sources\">");
        for (id, source) in used {
            html.raw("<li id=\"")
                .text(id)
                .raw("\"><span class=\"source-name\">");
            self.source_name(source, html);
            html.raw("</span> <span class=\"source-date\">")
                .text(&self.source_year(source));
            if source.is_copy {
                html.raw(" ").text(self.say(PageText::SourceCopy));
            }
            html.raw("</span>");
            if let Some(url) = &source.url {
                html.raw(" <a rel=\"noreferrer noopener\" href=\"")
                    .text(url)
                    .raw("\">")
                    .text(url)
                    .raw("</a>");
            }
            html.raw("</li>");
        }
        html.raw("</ul>");
    }

    /// Who says it, and the title, which says when it is in another language than the page.
    pub(super) fn source_name(&self, source: &Source, html: &mut Html) {
        let values = [("who", source.who.as_str()), ("title", TITLE)];
        let text = self.library.strings.fill(PageText::SourceName, &values);
        let (before, after) = text.split_once(TITLE).unwrap_or((&text, ""));
        html.text(before);
        match source.lang {
            Some(lang) => html
                .raw("<span lang=\"")
                .text(lang.code())
                .raw("\">")
                .text(&source.title)
                .raw("</span>"),
            None => html.text(&source.title),
        };
        html.text(after);
    }

    fn source_year(&self, source: &Source) -> String {
        let Some(year) = source.year else {
            return self.say(PageText::SourceUndated).to_owned();
        };
        let year = year.to_string();
        let values = [("year", year.as_str())];
        self.library.strings.fill(PageText::SourceYear, &values)
    }
}
