//! Every address of the site: parsing, printing, listing. Nobody else writes a path.
//!
//! Each route is a file with a name of its own, and links between them are relative, so that the
//! site works in any folder of any host and from disk.

use crate::{BlockId, PageId};

/// The folder of the pages, with its slash.
const GUIDE: &str = "guide/";
/// How every file ends.
const HTML: &str = ".html";

/// One page of the site.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// The start page.
    Today,
    /// The contents of the guide.
    Guide,
    /// A page of the guide. Whether there is such a page is for the catalog to say.
    Page(PageId),
    /// The hard topics, which a person asks to see.
    Choose,
    /// Preparing for and noting visits.
    Visits,
    /// The person's own notes.
    Notes,
    /// Numbers to call, and when.
    Help,
    /// The words we explain.
    Words,
    /// Where the facts come from.
    Sources,
    /// About this site.
    About,
    /// What is kept on this device, and how to take it along or away.
    Device,
    /// Anything else.
    NotFound,
}

impl Route {
    /// All routes with one fixed address that a link may point to.
    pub const DESTINATIONS: [Self; 10] = [
        Self::Today,
        Self::Guide,
        Self::Choose,
        Self::Visits,
        Self::Notes,
        Self::Help,
        Self::Words,
        Self::Sources,
        Self::About,
        Self::Device,
    ];

    /// The route of a path below the site's base, without query and hash. Hosts may leave out
    /// `.html`. Whatever is no address of ours is [`Route::NotFound`].
    pub fn parse(path_below_base: &str) -> Self {
        let name = path_below_base
            .strip_suffix(HTML)
            .unwrap_or(path_below_base);
        if let Some(page) = name.strip_prefix(GUIDE) {
            return PageId::parse(page).map_or(Self::NotFound, Self::Page);
        }
        match name {
            "index" => Self::Today,
            // `.html` alone is no address.
            "" if path_below_base.is_empty() => Self::Today,
            _ => Self::DESTINATIONS
                .into_iter()
                .find(|route| *route != Self::Today && route.file_stem() == Some(name))
                .unwrap_or(Self::NotFound),
        }
    }

    /// The file of this route, below the root of the site.
    pub fn file(&self) -> String {
        let (folder, stem) = match self {
            Self::Page(id) => (GUIDE, id.as_str()),
            fixed => ("", fixed.file_stem().unwrap_or_default()),
        };
        [folder, stem, HTML].concat()
    }

    /// The way from this route's file up to the root of the site: `""` or `"../"`.
    pub fn root(&self) -> &'static str {
        match self {
            Self::Page(_) => "../",
            _ => "",
        }
    }

    /// The relative link to this route from another: `"../help.html"`, `"bone-scan.html"`.
    pub fn href_from(&self, from: &Self) -> String {
        match (self, from) {
            (Self::Page(id), Self::Page(_)) => [id.as_str(), HTML].concat(),
            _ => [from.root(), &self.file()].concat(),
        }
    }

    /// Whether this is a place with tools: it has styles of its own, so the browser goes there and
    /// away by plain navigation.
    pub const fn is_tool(&self) -> bool {
        matches!(self, Self::Notes | Self::Device)
    }

    /// The name of a place in `content/<language>/places/`; `None` for a page of the guide.
    pub fn destination_id(&self) -> Option<&'static str> {
        Some(match self {
            Self::Today => "today",
            Self::Guide => "guide",
            Self::Page(_) => return None,
            Self::Choose => "choose",
            Self::Visits => "visits",
            Self::Notes => "notes",
            Self::Help => "help",
            Self::Words => "words",
            Self::Sources => "sources",
            Self::About => "about",
            Self::Device => "device",
            Self::NotFound => "not-found",
        })
    }

    /// The route of a destination by its name: see [`Route::destination_id`].
    pub fn from_destination_id(id: &str) -> Option<Self> {
        Self::DESTINATIONS
            .into_iter()
            .chain([Self::NotFound])
            .find(|route| route.destination_id() == Some(id))
    }

    /// Two files have names that hosts expect; the others are named by their id.
    fn file_stem(&self) -> Option<&'static str> {
        match self {
            Self::Today => Some("index"),
            Self::NotFound => Some("404"),
            other => other.destination_id(),
        }
    }
}

/// A route, and perhaps a block on it: what a link points to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Target {
    /// The page.
    pub route: Route,
    /// The block to bring into view; `None` for the top of the page.
    pub block: Option<BlockId>,
}

impl Target {
    /// The top of a page.
    pub fn top(route: Route) -> Self {
        Self { route, block: None }
    }

    /// The target of an address below the base, with or without query and hash. A hash that
    /// cannot be the name of a block is ignored: the page itself is still wanted.
    pub fn parse(address_below_base: &str) -> Self {
        let (rest, hash) = cut(address_below_base, '#');
        let (path, _query) = cut(rest, '?');
        Self {
            route: Route::parse(path),
            block: BlockId::parse(hash).ok(),
        }
    }

    /// The relative link to this target: `"bone-scan.html#hot-spots"`, on the page itself
    /// `"#hot-spots"`.
    pub fn href_from(&self, from: &Route) -> String {
        let Some(block) = &self.block else {
            return self.route.href_from(from);
        };
        let page = if self.route == *from {
            String::new()
        } else {
            self.route.href_from(from)
        };
        [&page, "#", block.as_str()].concat()
    }
}

/// The text before the first `mark` and the text after it.
fn cut(text: &str, mark: char) -> (&str, &str) {
    text.split_once(mark).unwrap_or((text, ""))
}

#[cfg(test)]
mod tests;
