//! What the app knows of the guide without fetching its pages.

mod find;
mod wire;

use crate::{BlockId, PageId, PartId, Strings};

pub use find::Found;

/// The guide in one language: its order, titles and lengths, and the app's own texts.
///
/// The texts come with the program; the list of pages grows with the guide, so it comes after the
/// app has answered ([`Catalog::learn_pages`]), and nothing is in it that a page's own file could hold.
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
    /// A catalog that knows its texts and no page yet, from the file that every page loads: see
    /// [`Strings::to_json`].
    pub fn from_texts(json: &str) -> Result<Self, CatalogError> {
        let mut strings = Strings::empty();
        strings.learn(json)?;
        Ok(Self {
            parts: Vec::new(),
            strings,
            moved: Vec::new(),
            moved_blocks: Vec::new(),
        })
    }

    /// The list of pages, and what took the place of retired ones, as compact JSON.
    pub fn pages_to_json(&self) -> String {
        wire::to_json(self)
    }

    /// Takes in the list of pages, from its JSON. Changes nothing when it is none.
    pub fn learn_pages(&mut self, json: &str) -> Result<(), CatalogError> {
        wire::learn(self, json)
    }

    /// Whether the list of pages has come.
    pub fn knows_pages(&self) -> bool {
        !self.parts.is_empty()
    }
}

#[cfg(test)]
mod tests;
