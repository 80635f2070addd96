//! Writes a page as the `<article>` that both the finished file and the app show. The classes and
//! ids are a contract with the styles and the app: see ARCHITECTURE.md.

mod blocks;
mod foot;
mod lists;
mod numbers;
mod regional;
mod sections;
mod signs;

use std::collections::BTreeMap;

use bearings_domain::{PageId, Route};

use crate::base::date::{Date, Month};
use crate::output::html::{Html, TrustedHtml};
use crate::output::sheet::REVIEW_FILE;
use crate::parse::address::Address;
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::strings::PageText;
use crate::parse::text;

/// The page that is written, and what it may look up.
pub(crate) struct Page<'a> {
    library: &'a Library,
    document: &'a Document,
    /// What blocks of this page have taken the place of, by their ids.
    heirs: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Page<'a> {
    /// The page of a document.
    pub fn of(library: &'a Library, document: &'a Document) -> Page<'a> {
        Page {
            library,
            document,
            heirs: library.retired.heirs(&document.id),
        }
    }
}

impl Page<'_> {
    /// The whole article. Only for content without problems: what is missing is left out.
    pub fn write(&self) -> TrustedHtml {
        let mut html = Html::default();
        self.head(&mut html);
        if self.document.part.is_some() {
            self.on_this_page(&mut html);
        }
        self.blocks(&mut html);
        match self.document.route {
            Route::Words => self.all_words(&mut html),
            Route::Sources => self.all_sources(&mut html),
            _ => {}
        }
        self.self_test(&mut html);
        self.ask_my_team(&mut html);
        self.words_here(&mut html);
        self.foot(&mut html);
        html.trust()
    }

    /// The id of an element, and the ids of what it has taken the place of: places in the text and
    /// links hold on to those.
    fn anchor(&self, id: &str, html: &mut Html) {
        html.raw(" id=\"").text(id).raw("\"");
        if let Some(old) = self.heirs.get(id) {
            html.raw(" data-was=\"").text(&old.join(" ")).raw("\"");
        }
    }

    fn say(&self, key: PageText) -> &str {
        self.library.strings.get(key)
    }

    fn head(&self, html: &mut Html) {
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
        html.text(&Route::Device.href_from(&self.document.route));
        html.raw("\">")
            .text(self.say(PageText::OldLink))
            .raw("</a></p>");
    }

    /// The relative address of a page or destination, from this page.
    fn href(&self, id: &PageId, anchor: Option<&str>) -> String {
        let Some(target) = self.library.find(id) else {
            return String::new();
        };
        let mut href = target.route.href_from(&self.document.route);
        if let Some(anchor) = anchor {
            href.push('#');
            href.push_str(anchor);
        }
        href
    }

    fn destination(&self, route: &Route, anchor: &str) -> String {
        format!("{}#{anchor}", route.href_from(&self.document.route))
    }

    fn address(&self, address: &Address) -> String {
        match address {
            Address::Page { id, anchor, .. } => self.href(id, anchor.as_deref()),
            Address::Sign(id) => self.sign_address(id),
            Address::Here(anchor) => format!("#{anchor}"),
            Address::ReviewSheet => [self.document.route.root(), REVIEW_FILE].concat(),
            Address::Phone(number) => format!("tel:{number}"),
            Address::Term(id) => self.destination(&Route::Words, id),
        }
    }

    fn name_of_month(&self, number: u8) -> &str {
        let mut names = self.say(PageText::Months).split_whitespace();
        names
            .nth(usize::from(number.max(1)) - 1)
            .unwrap_or_default()
    }

    /// A month as people write it: "November 2026".
    fn month(&self, month: Month) -> String {
        format!("{} {}", self.name_of_month(month.month), month.year)
    }

    /// A day as people write it.
    fn day(&self, date: Date) -> String {
        let month = self.name_of_month(date.month);
        self.library.strings.fill(
            PageText::Date,
            &[
                ("day", &date.day.to_string()),
                ("month", month),
                ("year", &date.year.to_string()),
            ],
        )
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
        .text(&to.route.href_from(from))
        .raw("\">");
    html.text(&to.front.title.value)
        .raw("</a>")
        .text(after)
        .raw("</p>");
    html.trust()
}
