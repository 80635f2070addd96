//! A device with several tabs and no browser.
//!
//! Whoever includes this module has the crate's names in scope above it.

mod device;
mod tab;

pub use device::{Answers, Device};
pub use tab::{Tab, tabs};
