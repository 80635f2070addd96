//! What is around the text of a guide page: where it is, how long it takes, what comes next.

pub mod live;
#[cfg(feature = "ssr")]
pub mod model;
#[cfg(feature = "ssr")]
pub mod page_bar;
#[cfg(feature = "ssr")]
pub mod page_end;
