//! The end of a page: where its facts come from, and when they were checked.

use bearings_domain::Destination;

use super::page::Page;
use crate::base::date::Date;
use crate::output::html::Html;
use crate::parse::strings::PageText;
use crate::rules::sources;

impl Page<'_> {
    pub(super) fn foot(&self, html: &mut Html) {
        let front = &self.document.front;
        let sources = sources::of_page(self.library, self.document);
        if sources.is_empty() && front.reviewed.is_none() {
            return;
        }
        html.raw("<footer class=\"page-foot\">");
        if !sources.is_empty() {
            // Closed: there are often twenty and more, and the way to the next page is below them.
            html.raw("<details class=\"page-sources\"><summary><h2 id=\"sources\">")
                .text(self.say(PageText::SourcesHeading));
            html.text(&format!(" ({})", sources.len()));
            html.raw("</h2></summary><ul class=\"sources\">");
            for id in sources {
                self.source(id, html);
            }
            html.raw("</ul></details>");
        }
        if let Some(date) = front.reviewed {
            self.reviewed(date, html);
        }
        html.raw("</footer>");
    }

    fn source(&self, id: &str, html: &mut Html) {
        let Some(source) = self.library.sources.by_id.get(id) else {
            return;
        };
        html.raw("<li><a href=\"")
            .text(&self.destination(Destination::Sources, id))
            .raw("\">");
        self.source_name(source, html);
        html.raw("</a></li>");
    }

    fn reviewed(&self, date: Date, html: &mut Html) {
        let text = self.say(PageText::Reviewed);
        let (before, after) = text.split_once("{date}").unwrap_or((text, ""));
        html.raw("<p class=\"reviewed\">")
            .text(before)
            .raw("<time datetime=\"");
        html.text(&date.to_string())
            .raw("\">")
            .text(&self.day(date))
            .raw("</time>")
            .text(after);
        html.raw(" ")
            .text(self.say(PageText::ReviewedNote))
            .raw("</p>");
    }
}
