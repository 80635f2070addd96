//! Shared pieces of the finished pages.

pub mod icon;
pub mod needs_app;
pub mod prose;
pub mod sample;
pub mod untranslated;
