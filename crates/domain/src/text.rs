//! The keys of the app's short texts.
//!
//! The texts themselves are content: `[app]` in `content/<language>/strings.toml`, in the catalog
//! when the app runs. Here is only which there are.

mod apart;
mod key;
mod keys;
mod strings;

pub use keys::Text;
pub use strings::{MissingTexts, Strings};
