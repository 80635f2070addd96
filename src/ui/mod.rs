//! Shared pieces of the page: values in, callbacks out.

pub mod icon;
pub mod live;
pub mod needs_app;
pub mod prose;
