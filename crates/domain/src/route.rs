//! Every address of the site: parsing, printing, listing. Nobody else writes a path.
//!
//! Each route is a file with a name of its own, and links between them are relative, so that the
//! site works in any folder of any host and from disk. Pages of one language lie to each other as
//! those of any other do.

mod destination;

use crate::{BlockId, Lang};

pub use destination::Destination;

/// The folder of the pages, with its slash.
const GUIDE: &str = "guide/";
/// How every file ends.
const HTML: &str = ".html";

/// The address of one page of the site: what it leads to, and in which language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Route {
    /// The language of the frame, the links, and the text where it has been translated.
    pub lang: Lang,
    /// What it leads to.
    pub to: Destination,
}

impl Route {
    /// The route of a path below the site's base, without query and hash. Hosts may leave out
    /// `.html`. Whatever is no address of ours is [`Destination::NotFound`].
    pub fn parse(path_below_base: &str) -> Self {
        let (lang, path) = Lang::of_path(path_below_base);
        Destination::parse(path).in_lang(lang)
    }

    /// The file of this route, below the root of the site.
    pub fn file(&self) -> String {
        self.lang.folder() + &self.to.file()
    }

    /// The way from this route's file up to the root of the site: `""`, `"../"` or `"../../"`.
    pub fn root(&self) -> &'static str {
        match (self.lang == Lang::ENGLISH, self.up()) {
            (true, up) => up,
            (false, "") => "../",
            (false, _) => "../../",
        }
    }

    /// The way from this route's file up to the folder of its language: `""` or `"../"`.
    pub const fn up(&self) -> &'static str {
        match self.to {
            Destination::Page(_) => "../",
            _ => "",
        }
    }

    /// The relative link to this route from another: `"../help.html"`, `"bone-scan.html"`.
    pub fn href_from(&self, from: &Self) -> String {
        if self.lang != from.lang {
            return [from.root(), &self.file()].concat();
        }
        match (&self.to, &from.to) {
            (Destination::Page(id), Destination::Page(_)) => [id.as_str(), HTML].concat(),
            (to, _) => [from.up(), &to.file()].concat(),
        }
    }

    /// Whether this leads to a place with tools: see [`Destination::is_tool`].
    pub const fn is_tool(&self) -> bool {
        self.to.is_tool()
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
