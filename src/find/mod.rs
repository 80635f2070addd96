//! Search in the guide: a window above the page. What opens it is in the main part of the program,
//! all else in a chunk of its own.

#[cfg(feature = "csr")]
mod lines;
#[cfg(feature = "csr")]
pub mod live;
mod model;
pub mod open;
#[cfg(feature = "csr")]
mod show;
#[cfg(feature = "csr")]
mod sign;
