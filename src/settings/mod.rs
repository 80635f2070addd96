//! How pages look, and how much the guide tells: the place *Settings*.

pub mod live;
#[cfg(feature = "ssr")]
pub mod panel;
