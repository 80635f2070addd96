//! What is kept on this device: the copy of the guide, and what a person wrote.

pub mod backup;
pub mod live;
mod model;
#[cfg(feature = "ssr")]
pub mod panel;
mod plan;
mod readable;
