//! Notes: what a person wants to remember, kept in this browser only.

mod editor;
pub mod live;
mod model;
#[cfg(feature = "ssr")]
pub mod page;
