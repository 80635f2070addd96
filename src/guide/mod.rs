//! The guide's own page: where a person was, and everything there is to read.

pub mod contents;
pub mod install;
pub mod model;
pub mod resume;
