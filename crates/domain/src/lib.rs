//! The rules of Bearings, free of the browser.
//!
//! Nothing here reads a clock, touches storage or writes words for people: time is an argument,
//! stored records go in and out as text, and errors are data that the app puts into words.
//!
//! Where to look:
//!
//! | module | what it knows |
//! |---|---|
//! | [`ids`] | the names of pages, blocks and parts, which are for ever |
//! | [`lang`] | the languages: their names, folders and directions |
//! | [`route`] | every address of the site; no other module writes a path |
//! | [`text`] | the keys of the app's short texts |
//! | [`catalog`] | what the app knows of the guide without fetching its pages |
//! | [`chunk`] | what of the program is fetched when it is first used |
//! | [`time`] | points in time |
//! | [`text_range`] | how the text of a block is counted, and found again |
//! | [`position`] | where someone is in the text |
//! | [`progress`] | which pages have been read |
//! | [`pace`] | how fast this person reads |
//! | [`settings`] | how a person wants the app to be |
//! | [`items`] | what a person wrote: notes, visits, questions, cards |
//! | [`store`] | the stored form of all this, and what to do with forms we do not know |
//! | [`backup`] | all of it in one file that the person owns, and the way back |

pub mod backup;
pub mod catalog;
pub mod chunk;
pub mod ids;
pub mod items;
mod json;
pub mod lang;
pub mod pace;
pub mod position;
pub mod progress;
pub mod route;
pub mod scrolls;
pub mod settings;
pub mod store;
pub mod text;
pub mod text_range;
pub mod time;

pub use catalog::{Catalog, CatalogError, Entry, Found, Part, PartKind};
pub use chunk::Chunk;
pub use ids::{BlockId, FieldName, IdError, ItemId, PageId, PartId};
pub use items::{Item, Items, Writer};
pub use lang::Lang;
pub use pace::Pace;
pub use position::Position;
pub use progress::{Mark, Progress};
pub use route::{Destination, Route, Target};
pub use settings::Settings;
pub use text::{MissingTexts, Strings, Text};
pub use time::Millis;

#[cfg(test)]
mod testing;
