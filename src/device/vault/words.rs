//! The panels as they stand in the finished page.

use crate::state::vault::{ERASE_SAID, FILE, NEW_PASSPHRASE, PASSPHRASE, RESTORE_SAID};
use crate::text::t;
use crate::ui::needs_app::needs_app;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The three panels, in the order in which a person needs them.
pub fn panels() -> String {
    let panels = (backup(), restore(), erase());
    panels.to_html()
}

/// Saving a backup, a protected one, or a copy to read.
fn backup() -> impl IntoView {
    view! {
        {needs_app(Text::VaultNeedsApp, "device.html")}
        <section class="device" data-vault="" aria-labelledby="device-backup">
            <h2 id="device-backup">{t(Text::BackupHeading)}</h2>
            <p>{t(Text::BackupLead)}</p>
            <p>{t(Text::BackupPlain)}</p>
            <div class="device-ways">{button("export", "", Text::BackupSave)}</div>
            <details class="seal">
                <summary>{t(Text::SealHeading)}</summary>
                <p id="insecure" hidden>{t(Text::SealInsecure)}</p>
                <form id="seal" data-submit="seal">
                    <p>{t(Text::SealLead)}</p>
                    {passphrase(NEW_PASSPHRASE, "new-password")}
                    <button type="submit" id="seal-go" data-needs-app="">{t(Text::SealSave)}</button>
                </form>
            </details>
            <p>{t(Text::ReadableLead)}</p>
            <div class="device-ways">{button("readable", "quiet", Text::ReadableSave)}</div>
            <p class="device-said" id="saved" role="status"></p>
        </section>
    }
}

/// Bringing a backup back. Each step is there only when it is the person's turn to take it.
fn restore() -> impl IntoView {
    view! {
        <section class="device" data-vault="" aria-labelledby="device-restore">
            <h2 id="device-restore">{t(Text::RestoreHeading)}</h2>
            <p>{t(Text::RestoreLead)}</p>
            <label class="field-label" for=FILE>{t(Text::RestoreLabel)}</label>
            <input class="field" id=FILE type="file" data-change="file" />
            <p class="device-said" id=RESTORE_SAID role="status" tabindex="-1"></p>
            <form id="unlock" data-submit="unlock" hidden>
                {passphrase(PASSPHRASE, "current-password")}
                <button type="submit" id="unlock-go">{t(Text::RestoreOpen)}</button>
            </form>
            <div id="planned" hidden>
                <ul class="plan" id="plan"></ul>
                <label class="choice" id="bring-back">
                    <input type="checkbox" id="brings" data-change="bring-back" />
                    {t(Text::RestoreBringBack)}
                </label>
                <div class="device-ways">
                    <span id="restore">{button("restore", "", Text::RestoreGo)}</span>
                    {button("leave", "quiet", Text::RestoreLeave)}
                </div>
            </div>
            <p id="undo" hidden>{button("undo", "quiet", Text::RestoreUndo)}</p>
        </section>
    }
}

/// Erasing. The second step offers a backup before anything.
fn erase() -> impl IntoView {
    view! {
        <section class="device" data-vault="" aria-labelledby="device-erase">
            <h2 id="device-erase">{t(Text::EraseHeading)}</h2>
            <p>{t(Text::EraseLead)}</p>
            <div class="device-ways">{button("ask", "quiet", Text::EraseAsk)}</div>
            <div id="sure" hidden>
                <p id="sure-said" tabindex="-1">{t(Text::EraseSure)}</p>
                <div class="device-ways">
                    {button("export", "", Text::BackupSave)}
                    {button("keep", "quiet", Text::EraseLeave)}
                    {button("erase", "quiet", Text::EraseGo)}
                </div>
                <p id="erase-saved" role="status"></p>
            </div>
            <p class="device-said" id=ERASE_SAID role="status" tabindex="-1"></p>
        </section>
    }
}

fn button(name: &'static str, class: &'static str, text: Text) -> impl IntoView {
    view! {
        <button type="button" class=class data-click=name data-needs-app="">
            {t(text)}
        </button>
    }
}

/// A field for a passphrase. Pasting is welcome, and browsers are told what it is for, so that a
/// password manager can help.
fn passphrase(id: &'static str, purpose: &'static str) -> impl IntoView {
    view! {
        // Password managers keep a passphrase under a name; browsers complain where there is none.
        <input class="field" type="text" autocomplete="username" aria-label=t(Text::Brand) value=t(Text::Brand) readonly hidden />
        <label class="field-label" for=id>{t(Text::SealLabel)}</label>
        <input
            class="field"
            id=id
            type="password"
            autocomplete=purpose
            autocapitalize="none"
            spellcheck="false"
        />
        <label class="choice">
            <input type="checkbox" data-shows=id />
            {t(Text::SealShow)}
        </label>
    }
}
