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

use bearings_domain::Route;

use page::Page;

use crate::output::html::{Html, TrustedHtml};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::strings::PageText;

/// The whole article. Only for content without problems: what is missing is left out.
pub(crate) fn write(library: &Library, document: &Document) -> TrustedHtml {
    let page = Page::of(library, document);
    let mut html = Html::default();
    page.head(&mut html);
    if document.part.is_some() {
        page.on_this_page(&mut html);
    }
    page.blocks(&mut html);
    match document.route {
        Route::Words => page.all_words(&mut html),
        Route::Sources => page.all_sources(&mut html),
        _ => {}
    }
    page.self_test(&mut html);
    page.ask_my_team(&mut html);
    page.words_here(&mut html);
    page.foot(&mut html);
    html.trust()
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
        .text(&to.route.href_from(from))
        .raw("\">");
    html.text(&to.front.title.value)
        .raw("</a>")
        .text(after)
        .raw("</p>");
    html.trust()
}
