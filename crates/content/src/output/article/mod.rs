//! Writes a page as the `<article>` that both the finished file and the app show. The classes and
//! ids are a contract with the styles and the app: see ARCHITECTURE.md.

mod blocks;
mod foot;
mod head;
mod lists;
mod numbers;
mod page;
mod regional;
mod sections;
mod signs;

use bearings_domain::{Destination, Route};

use page::Page;

use crate::output::html::{Html, TrustedHtml};
use crate::output::languages::Languages;
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::strings::PageText;

/// The whole article. Only for content without problems: what is missing is left out.
pub(crate) fn write(library: &Library, document: &Document, languages: &Languages) -> TrustedHtml {
    let page = Page::of(library, document, document.route(library.lang));
    let mut html = Html::default();
    page.article(languages, &mut html);
    html.trust()
}

/// The article of a page that `library` does not have yet: a sentence that says so, and the page of
/// the `original`. Its links stay in the language of the reader.
pub(crate) fn untranslated(
    library: &Library,
    (original, document): (&Library, &Document),
    languages: &Languages,
) -> TrustedHtml {
    let page = Page::of(original, document, document.route(library.lang));
    let mut html = Html::default();
    let dir = library.lang.direction();
    html.raw("<p class=\"untranslated\" lang=\"")
        .text(library.lang.code());
    html.raw("\" dir=\"").raw(dir).raw("\">");
    html.text(library.strings.get(PageText::Untranslated))
        .raw("</p>");
    page.article(languages, &mut html);
    html.trust()
}

impl Page<'_> {
    fn article(&self, languages: &Languages, html: &mut Html) {
        self.head(html);
        if self.document.part.is_some() {
            self.on_this_page(html);
        }
        self.blocks(html);
        match self.document.to {
            Destination::Words => self.all_words(html),
            Destination::Sources => self.all_sources(html),
            _ => {}
        }
        self.self_test(html);
        self.ask_my_team(html);
        self.words_here(html);
        self.foot(html);
        languages.links(&self.route, html);
    }
}

/// The article of a page that has moved, for its old address.
pub(crate) fn moved(library: &Library, from: &Route, to: &Document) -> TrustedHtml {
    let mut html = Html::default();
    html.raw("<header class=\"page-head\"><h1 id=\"title\" tabindex=\"-1\">");
    html.text(library.strings.get(PageText::MovedTitle))
        .raw("</h1></header><p>");
    let text = library.strings.get(PageText::MovedText);
    let (before, after) = text.split_once("{title}").unwrap_or((text, ""));
    html.text(before)
        .raw("<a href=\"")
        .text(&to.route(from.lang).href_from(from))
        .raw("\">");
    html.text(&to.front.title.value)
        .raw("</a>")
        .text(after)
        .raw("</p>");
    html.trust()
}
