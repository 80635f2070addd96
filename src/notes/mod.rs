//! Notes: what a person wants to remember, kept in this browser only.

mod editor;
mod model;
pub mod page;
