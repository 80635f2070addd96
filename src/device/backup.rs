//! Everything a person has here: to take along, to bring back, to erase.

use super::erase::ErasePanel;
use super::passphrase::PassphraseField;
use super::readable;
use super::restore::RestorePanel;
use crate::state::AppState;
use crate::state::vault::NEW_PASSPHRASE;
use crate::text::t;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The three panels, in the order in which a person needs them.
#[component]
pub fn VaultPanels() -> impl IntoView {
    view! {
        <p class="without-app">{t(Text::VaultNeedsApp)}</p>
        <BackupPanel />
        <RestorePanel />
        <ErasePanel />
    }
}

/// Saving a backup, a protected one, or a copy to read.
#[component]
fn BackupPanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let busy = move || state.is_vault_busy();
    let is_insecure = move || state.vault.with(|vault| vault.is_insecure);
    view! {
        <section class="device" data-backup="" aria-labelledby="device-backup">
            <h2 id="device-backup">{t(Text::BackupHeading)}</h2>
            <p>{t(Text::BackupLead)}</p>
            <p>{t(Text::BackupPlain)}</p>
            <div class="device-ways">
                <button
                    type="button"
                    data-export=""
                    data-needs-app=""
                    disabled=busy
                    on:click=move |_| state.export()
                >
                    {t(Text::BackupSave)}
                </button>
            </div>
            <details class="seal">
                <summary>{t(Text::SealHeading)}</summary>
                <p hidden=move || !is_insecure() data-insecure="">{t(Text::SealInsecure)}</p>
                <form
                    hidden=is_insecure
                    on:submit=move |event| {
                        event.prevent_default();
                        state.export_sealed();
                    }
                >
                    <p>{t(Text::SealLead)}</p>
                    <PassphraseField id=NEW_PASSPHRASE purpose="new-password" />
                    <button type="submit" data-seal="" data-needs-app="" disabled=busy>
                        {t(Text::SealSave)}
                    </button>
                </form>
            </details>
            <p>{t(Text::ReadableLead)}</p>
            <div class="device-ways">
                <button
                    type="button"
                    class="quiet"
                    data-readable=""
                    data-needs-app=""
                    on:click=move |_| readable::save(state)
                >
                    {t(Text::ReadableSave)}
                </button>
            </div>
            <p class="device-said" role="status" data-saved="">
                {move || state.vault.with(|vault| vault.saved.clone())}
            </p>
        </section>
    }
}
