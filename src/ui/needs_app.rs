//! What the places *Notes* and *On this device* say where the app does not run.

use crate::text::t;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Why the tools of `file` do nothing: there is no script, which `without_script` says, or the page
/// is inside another one, where somebody could lay its buttons under theirs (`first.js`).
pub fn needs_app(without_script: Text, file: &'static str) -> impl IntoView {
    view! {
        <p class="without-app">{t(without_script)}</p>
        <p class="framed-note">
            {t(Text::FramedText)} " " <a href=file target="_blank" rel="noopener">{t(Text::FramedLink)}</a>
        </p>
    }
}
