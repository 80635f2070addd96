//! The finished site.

use bearings_domain::{Catalog, Lang, Route};

use crate::base::date::Date;
use crate::output::html::TrustedHtml;
use crate::output::report::Report;
use crate::output::search::SearchFiles;

/// The guide in every language.
#[derive(Clone, Debug)]
pub struct Guide {
    /// English.
    pub english: Site,
    /// What there is in other languages.
    pub translations: Vec<Site>,
    /// What the English content holds, in numbers.
    pub report: Report,
    /// The reviewer's sheet of the English pages: what stands inside `<main>` of
    /// [`crate::REVIEW_FILE`].
    pub review: TrustedHtml,
}

impl Guide {
    /// Every language, English first.
    pub fn sites(&self) -> impl Iterator<Item = &Site> {
        std::iter::once(&self.english).chain(&self.translations)
    }
}

/// Everything that the finished site is made of in one language.
#[derive(Clone, Debug)]
pub struct Site {
    /// The language.
    pub lang: Lang,
    /// What travels with the app.
    pub catalog: Catalog,
    /// The pages of the guide, in order.
    pub pages: Vec<CompiledPage>,
    /// The fixed destinations and the page for addresses that lead nowhere.
    pub destinations: Vec<CompiledPage>,
    /// For each retired page a short page at its old address.
    pub moved: Vec<MovedPage>,
    /// What stands in for any page that the browser has thrown away while there is no network.
    pub gone: Gone,
    /// What is said when the app has stopped for good.
    pub stopped: Stopped,
    /// What search reads.
    pub search: SearchFiles,
}

/// A page that is no longer on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gone {
    /// Its title, as plain text.
    pub title: String,
    /// What happened, what is still there and what to do, as plain text.
    pub text: String,
}

/// What is said when the app has stopped for good, as plain text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stopped {
    /// What happened, and that loading the page again helps.
    pub text: String,
    /// What to do first where words stand in a field.
    pub words: String,
    /// The button that copies them.
    pub copy: String,
    /// They have been copied.
    pub copied: String,
    /// The button that saves them as a file.
    pub save: String,
    /// The button that loads the page again.
    pub reload: String,
    /// The name of the file.
    pub file: String,
}

/// A page or a destination, finished but for the frame around it.
#[derive(Clone, Debug)]
pub struct CompiledPage {
    /// Its address.
    pub route: Route,
    /// The language of its title and its text: English where it has not been translated yet.
    pub lang: Lang,
    /// Its title, as plain text.
    pub title: String,
    /// One or two sentences for search engines and link previews, as plain text.
    pub description: String,
    /// When it was last checked against its sources.
    pub reviewed: Option<Date>,
    /// Words of its text, for the minutes it takes.
    pub words: u32,
    /// What stands inside `<article id="article">`.
    pub article: TrustedHtml,
}

/// A page that has moved.
#[derive(Clone, Debug)]
pub struct MovedPage {
    /// The page for the old address: it says so, and links to the new one.
    pub page: CompiledPage,
    /// The new address.
    pub to: Route,
}
