//! The head of a page: its title, how old it is, and its short version.

use bearings_domain::Destination;

use super::page::Page;
use crate::output::html::Html;
use crate::parse::address::Address;
use crate::parse::strings::PageText;
use crate::parse::text;

impl Page<'_> {
    pub(super) fn head(&self, html: &mut Html) {
        html.raw("<header class=\"page-head\"><h1");
        self.anchor("title", html);
        html.raw(" tabindex=\"-1\">");
        html.text(&self.document.front.title.value).raw("</h1>");
        self.age(html);
        if let Some(in_short) = &self.document.front.in_short {
            html.raw(
                "<section class=\"in-short\" aria-labelledby=\"in-short-h\"><h2 id=\"in-short-h\">",
            );
            html.text(self.say(PageText::InShort))
                .raw("</h2><p id=\"in-short\">");
            self.in_short(&in_short.value, html);
            html.raw("</p></section>");
        }
        self.first_signs(html);
        html.raw("</header>");
    }

    /// The text of "In short". A number that can be tapped further down can be tapped here too:
    /// who needs it must not have to look for it.
    fn in_short(&self, text: &str, html: &mut Html) {
        let links = text::links(&self.document.blocks);
        let is_phone = |number: &str| {
            let phone = Address::Phone(number.to_owned());
            links.iter().any(|link| link.to.as_ref() == Some(&phone))
        };
        let mut rest = text;
        while let Some(at) = rest.find(|sign: char| sign.is_ascii_digit()) {
            let (before, from) = rest.split_at(at);
            let end = from.find(|sign: char| !sign.is_ascii_digit());
            let (number, after) = from.split_at(end.unwrap_or(from.len()));
            html.text(before);
            if is_phone(number) {
                html.raw("<a href=\"tel:").text(number).raw("\">");
                html.text(number).raw("</a>");
            } else {
                html.text(number);
            }
            rest = after;
        }
        html.text(rest);
    }

    /// What a page says of itself once it is more than a year since it was checked: in every page,
    /// out of sight until the device's clock says so.
    fn age(&self, html: &mut Html) {
        let Some(reviewed) = self.document.front.reviewed else {
            return;
        };
        html.raw("<p class=\"old-note\" data-reviewed=\"");
        html.text(&reviewed.to_string()).raw("\">");
        html.text(self.say(PageText::OldNote)).raw(" <a href=\"");
        html.text(&self.link_to(Destination::Device));
        html.raw("\">")
            .text(self.say(PageText::OldLink))
            .raw("</a></p>");
    }
}
