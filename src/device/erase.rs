//! Erasing everything, in two steps.

use crate::state::AppState;
use crate::state::vault::ERASE_SAID;
use crate::text::t;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The panel. The second step stands where the first was, and offers a backup before anything.
#[component]
pub fn ErasePanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let may_erase = move || state.vault.with(|vault| vault.may_erase);
    view! {
        <section class="device" data-erase="" aria-labelledby="device-erase">
            <h2 id="device-erase">{t(Text::EraseHeading)}</h2>
            <p>{t(Text::EraseLead)}</p>
            <div class="device-ways">
                <button
                    type="button"
                    class="quiet"
                    data-erase-ask=""
                    data-needs-app=""
                    aria-expanded=move || if may_erase() { "true" } else { "false" }
                    on:click=move |_| state.may_erase(true)
                >
                    {t(Text::EraseAsk)}
                </button>
            </div>
            <div hidden=move || !may_erase()>
                <p role="status">{move || may_erase().then(|| t(Text::EraseSure))}</p>
                <div class="device-ways">
                    <button type="button" data-erase-backup="" on:click=move |_| state.export()>
                        {t(Text::BackupSave)}
                    </button>
                    <button
                        type="button"
                        class="quiet"
                        data-erase-leave=""
                        on:click=move |_| state.may_erase(false)
                    >
                        {t(Text::EraseLeave)}
                    </button>
                    <button
                        type="button"
                        class="quiet"
                        data-erase-go=""
                        on:click=move |_| state.erase()
                    >
                        {t(Text::EraseGo)}
                    </button>
                </div>
                <p role="status">{move || state.vault.with(|vault| vault.saved.clone())}</p>
            </div>
            <p class="device-said" id=ERASE_SAID role="status" tabindex="-1">
                {move || state.vault.with(|vault| vault.erased.clone())}
            </p>
        </section>
    }
}
