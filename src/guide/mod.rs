//! The ways into the guide: its contents, the card that leads back, the offer to install it.

#[cfg(feature = "ssr")]
pub mod contents;
#[cfg(feature = "ssr")]
pub mod install;
pub mod live;
pub mod model;
#[cfg(feature = "ssr")]
pub mod resume;
