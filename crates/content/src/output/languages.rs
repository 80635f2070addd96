//! The languages of the site, and the links from each page to itself in the others.

use bearings_domain::{Destination, Lang, Route};

use crate::output::html::Html;

/// Every language with the name it gives itself, English first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Languages(pub Vec<(Lang, String)>);

impl Languages {
    /// The links at the end of a page, if there is another language: to the same page, and from the
    /// page for addresses that lead nowhere to the first page of all.
    pub fn links(&self, from: &Route, html: &mut Html) {
        let others = self.0.iter().filter(|(lang, _)| *lang != from.lang);
        let mut others = others.peekable();
        if others.peek().is_none() {
            return;
        }
        let to = match &from.to {
            Destination::NotFound => Destination::Today,
            other => other.clone(),
        };
        html.raw("<p class=\"languages\">");
        for (lang, name) in others {
            let code = lang.code();
            html.raw("<a href=\"")
                .text(&to.clone().in_lang(*lang).href_from(from));
            html.raw("\" lang=\"").text(code);
            html.raw("\" hreflang=\"").text(code).raw("\">");
            html.text(name).raw("</a> ");
        }
        html.raw("</p>");
    }
}
