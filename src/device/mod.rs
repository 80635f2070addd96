//! What is kept on this device: the copy of the guide, and what a person wrote.

mod model;
pub mod panel;
mod plan;
mod readable;
pub mod region;
pub mod vault;
