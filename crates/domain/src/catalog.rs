//! What the app knows of the guide without fetching its pages.

mod find;
mod wire;

use crate::{BlockId, PageId, PartId, Strings};

pub use find::Found;

/// The guide in one language: its order, titles and lengths, and the app's own texts.
///
/// It travels with the app and grows with the guide, so nothing is in it that a page's own file
/// could hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Catalog {
    /// The parts in their order.
    pub parts: Vec<Part>,
    /// The app's short texts.
    pub strings: Strings,
    /// Retired pages and what took their place.
    pub moved: Vec<(PageId, PageId)>,
    /// Retired blocks and what took their place.
    pub moved_blocks: Vec<((PageId, BlockId), (PageId, BlockId))>,
}

/// A part of the guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name for ever.
    pub id: PartId,
    /// Its title, as a person sees it.
    pub title: String,
    /// One sentence about it.
    pub short: String,
    /// How it is read, and to whom it is offered.
    pub kind: PartKind,
    /// Its pages in their order.
    pub pages: Vec<Entry>,
}

/// How a part is read, and to whom it is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// The guide itself: numbered, read one page after the other.
    Spine,
    /// Short pages on one topic each: picked one by one, not numbered.
    Topic,
    /// Hard topics: only those who ask for them.
    Choose,
}

/// A page of the guide, as the contents list it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name for ever.
    pub id: PageId,
    /// Its title, as a person sees it.
    pub title: String,
    /// The words of its text, for the minutes it takes.
    pub words: u32,
}

/// Why a text is no catalog that this build of the app can use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CatalogError {
    /// It is cut short, or something else altogether.
    #[error("this is no catalog")]
    Malformed,
    /// It was made for a build with other texts.
    #[error("this catalog belongs to another build")]
    OtherBuild,
}

impl Catalog {
    /// The catalog as every page loads it: the texts of chunks come with the chunks.
    #[must_use]
    pub fn without_chunks(&self) -> Self {
        Self {
            strings: self.strings.only(None),
            ..self.clone()
        }
    }

    /// The catalog as compact JSON.
    pub fn to_json(&self) -> String {
        wire::to_json(self)
    }

    /// The catalog from its JSON.
    pub fn from_json(json: &str) -> Result<Self, CatalogError> {
        wire::from_json(json)
    }
}

#[cfg(test)]
mod tests;
