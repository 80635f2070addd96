//! The app's short texts, in the language of the page.

use crate::state::AppState;
use bearings_domain::text::Text;
#[cfg(feature = "ssr")]
use leptos::prelude::use_context;

/// The text for `key`, in a view.
#[cfg(feature = "ssr")]
pub fn t(key: Text) -> String {
    fill(key, &[])
}

/// The text for `key` with its `{names}` replaced, in a view.
#[cfg(feature = "ssr")]
pub fn fill(key: Text, values: &[(&str, &str)]) -> String {
    use_context::<AppState>().map_or_else(String::new, |state| state.text(key, values))
}

/// "About 3 minutes …" in the right number.
pub fn minutes(state: AppState, one: Text, many: Text, minutes: u32) -> String {
    if minutes == 1 {
        state.text(one, &[])
    } else {
        state.text(many, &[("minutes", &minutes.to_string())])
    }
}
