//! Shared pieces of the page: values in, callbacks out.

pub mod icon;
pub mod needs_app;
pub mod prose;
