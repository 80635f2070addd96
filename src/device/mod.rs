//! What is kept on this device: the copy of the guide, and what a person wrote.

pub mod backup;
mod erase;
mod model;
pub mod panel;
mod passphrase;
mod plan;
mod readable;
mod restore;
