//! What is around every page.

pub mod destinations;
pub mod live;
#[cfg(feature = "ssr")]
pub mod notices;
#[cfg(feature = "ssr")]
pub mod page;
