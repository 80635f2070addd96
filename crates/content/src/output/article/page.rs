//! The page that is written, and what it looks up.

use std::collections::BTreeMap;

use bearings_domain::{Destination, PageId, Route};

use crate::base::date::{Date, Month};
use crate::output::html::Html;
use crate::output::sheet::REVIEW_FILE;
use crate::parse::address::Address;
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::strings::PageText;

/// The page that is written, and what it may look up.
pub(crate) struct Page<'a> {
    pub(super) library: &'a Library,
    pub(super) document: &'a Document,
    /// Its address. A page that has not been translated is written in English, for the address and
    /// the links of another language.
    pub(super) route: Route,
    /// What blocks of this page have taken the place of, by their ids.
    heirs: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Page<'a> {
    /// The page of a document, at this address.
    pub fn of(library: &'a Library, document: &'a Document, route: Route) -> Page<'a> {
        Page {
            library,
            document,
            route,
            heirs: library.retired.heirs(&document.id),
        }
    }
}

impl Page<'_> {
    /// The id of an element, and the ids of what it has taken the place of: places in the text and
    /// links hold on to those.
    pub(super) fn anchor(&self, id: &str, html: &mut Html) {
        html.raw(" id=\"").text(id).raw("\"");
        if let Some(old) = self.heirs.get(id) {
            html.raw(" data-was=\"").text(&old.join(" ")).raw("\"");
        }
    }

    /// A short text.
    pub(super) fn say(&self, key: PageText) -> &str {
        self.library.strings.get(key)
    }

    /// The relative address of a page or destination, from this page.
    fn href(&self, id: &PageId, anchor: Option<&str>) -> String {
        let Some(target) = self.library.find(id) else {
            return String::new();
        };
        let mut href = self.link_to(target.to.clone());
        if let Some(anchor) = anchor {
            href.push('#');
            href.push_str(anchor);
        }
        href
    }

    /// The relative address of a destination, from this page and in its language.
    pub(super) fn link_to(&self, to: Destination) -> String {
        to.in_lang(self.route.lang).href_from(&self.route)
    }

    /// An anchor of a destination, from this page.
    pub(super) fn destination(&self, to: Destination, anchor: &str) -> String {
        format!("{}#{anchor}", self.link_to(to))
    }

    /// Where a link leads, from this page.
    pub(super) fn address(&self, address: &Address) -> String {
        match address {
            Address::Page { id, anchor, .. } => self.href(id, anchor.as_deref()),
            Address::Sign(id) => self.on_help(id),
            Address::Here(anchor) => format!("#{anchor}"),
            Address::ReviewSheet => [self.route.root(), REVIEW_FILE].concat(),
            Address::Phone(number) => format!("tel:{number}"),
            Address::Term(id) => self.destination(Destination::Words, id),
        }
    }

    /// An anchor of Help; from Help itself without its name, which a host may write otherwise.
    pub(super) fn on_help(&self, anchor: &str) -> String {
        match self.document.to {
            Destination::Help => format!("#{anchor}"),
            _ => self.destination(Destination::Help, anchor),
        }
    }

    fn name_of_month(&self, number: u8) -> &str {
        let mut names = self.say(PageText::Months).split_whitespace();
        names
            .nth(usize::from(number.max(1)) - 1)
            .unwrap_or_default()
    }

    /// A month as people write it: "November 2026".
    pub(super) fn month(&self, month: Month) -> String {
        format!("{} {}", self.name_of_month(month.month), month.year)
    }

    /// A day as people write it.
    pub(super) fn day(&self, date: Date) -> String {
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
