//! A field for a passphrase, and the button that shows what is typed.

use crate::text::t;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The field. Pasting is welcome, and the browser is told what it is for, so that a password
/// manager can help. What is typed stays in the field: the app asks for it when it needs it.
#[component]
pub fn PassphraseField(
    /// The id of the field.
    id: &'static str,
    /// What browsers call its purpose.
    purpose: &'static str,
) -> impl IntoView {
    let shown = RwSignal::new(false);
    view! {
        <label class="field-label" for=id>{t(Text::SealLabel)}</label>
        <input
            class="field"
            id=id
            type=move || if shown.get() { "text" } else { "password" }
            autocomplete=purpose
            autocapitalize="none"
            spellcheck="false"
        />
        <button
            type="button"
            class="quiet"
            data-show-passphrase=""
            data-needs-app=""
            aria-pressed=move || if shown.get() { "true" } else { "false" }
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            {t(Text::SealShow)}
        </button>
    }
}
