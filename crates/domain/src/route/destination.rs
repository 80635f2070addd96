//! What an address leads to, in whichever language.

use super::{GUIDE, HTML, Route};
use crate::{Lang, PageId};

/// One page of the site: a place with a fixed address, or a page of the guide.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Destination {
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
    /// How pages look, and how much the guide tells.
    Settings,
    /// Anything else.
    NotFound,
}

impl Destination {
    /// All that have one fixed address that a link may point to.
    pub const FIXED: [Self; 11] = [
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
        Self::Settings,
    ];

    /// What a path below the folder of its language leads to: see [`Route::parse`].
    pub(super) fn parse(path: &str) -> Self {
        let name = path.strip_suffix(HTML).unwrap_or(path);
        if let Some(page) = name.strip_prefix(GUIDE) {
            return PageId::parse(page).map_or(Self::NotFound, Self::Page);
        }
        match name {
            "index" => Self::Today,
            // `.html` alone is no address.
            "" if path.is_empty() => Self::Today,
            _ => Self::FIXED
                .into_iter()
                .find(|one| *one != Self::Today && one.file_stem() == Some(name))
                .unwrap_or(Self::NotFound),
        }
    }

    /// The route to it in a language.
    pub const fn in_lang(self, lang: Lang) -> Route {
        Route { lang, to: self }
    }

    /// Whether this is a place with tools: the browser goes there and away by plain navigation, for
    /// tools are another program than the guide.
    pub const fn is_tool(&self) -> bool {
        matches!(self, Self::Notes | Self::Device | Self::Settings)
    }

    /// The name of a place in `content/<language>/places/`; `None` for a page of the guide.
    pub fn id(&self) -> Option<&'static str> {
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
            Self::Settings => "settings",
            Self::NotFound => "not-found",
        })
    }

    /// The place of this name: see [`Destination::id`].
    pub fn from_id(id: &str) -> Option<Self> {
        Self::FIXED
            .into_iter()
            .chain([Self::NotFound])
            .find(|one| one.id() == Some(id))
    }

    /// Its file below the folder of its language.
    pub(super) fn file(&self) -> String {
        let (folder, stem) = match self {
            Self::Page(id) => (GUIDE, id.as_str()),
            fixed => ("", fixed.file_stem().unwrap_or_default()),
        };
        [folder, stem, HTML].concat()
    }

    /// Two files have names that hosts expect; the others are named by their id.
    fn file_stem(&self) -> Option<&'static str> {
        match self {
            Self::Today => Some("index"),
            Self::NotFound => Some("404"),
            other => other.id(),
        }
    }
}
