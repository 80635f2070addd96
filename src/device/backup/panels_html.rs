//! The panels as they are in the finished page.

use crate::state::backup::{
    AGAIN, ERASE_SAID, FILE, NEW_PASSPHRASE, PASSPHRASE, RESTORE_SAID, SEALED_GO,
};
use crate::text::t;
use crate::ui::needs_app::needs_app;
use bearings_domain::text::Text;
use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

/// The three panels, in the order in which a person needs them.
pub fn panels() -> impl IntoView {
    view! {
        <div data-prerendered="">
            {needs_app(Text::BackupNeedsApp, "device.html")}
            {(backup(), restore(), erase())}
        </div>
    }
}

/// Saving a backup, a protected one, or a copy to read.
fn backup() -> impl IntoView {
    view! {
        <section class="device" data-backup="" aria-labelledby="device-backup">
            <h2 id="device-backup">{t(Text::BackupHeading)}</h2>
            <p>{t(Text::BackupLead)}</p>
            <p>{t(Text::BackupPlain)}</p>
            <div class="device-ways">{button("export", "", Text::BackupSave)}</div>
            <details class="seal">
                <summary>{t(Text::SealHeading)}</summary>
                <p id="insecure" hidden>{t(Text::SealInsecure)}</p>
                <form id="seal" data-submit="seal">
                    <p>{t(Text::SealLead)}</p>
                    {username()}
                    {field(NEW_PASSPHRASE, "new-password", Text::SealLabel, "compare")}
                    {field(AGAIN, "new-password", Text::SealAgain, "compare")}
                    <p id="differs" role="status"></p>
                    {shows([NEW_PASSPHRASE, AGAIN].join(" "))}
                    <button type="submit" id="seal-go" data-needs-app="">{t(Text::SealSave)}</button>
                </form>
                <p id="sealed" hidden>
                    <button type="button" id=SEALED_GO data-click="save-sealed">
                        {t(Text::SealNow)}
                    </button>
                </p>
            </details>
            <p>{t(Text::ReadableLead)}</p>
            <div class="device-ways">{button("readable", "quiet", Text::ReadableSave)}</div>
            <p class="device-said" id="saved" role="status"></p>
            {offer("offer")}
        </section>
    }
}

/// Bringing a backup back. Each step is there only when it is the person's turn to take it.
fn restore() -> impl IntoView {
    view! {
        <section class="device" data-backup="" aria-labelledby="device-restore">
            <h2 id="device-restore">{t(Text::RestoreHeading)}</h2>
            <p>{t(Text::RestoreLead)}</p>
            <label class="field-label" for=FILE>{t(Text::RestoreLabel)}</label>
            <input class="field" id=FILE type="file" data-change="file" />
            <p class="device-said" id=RESTORE_SAID role="status" tabindex="-1"></p>
            <form id="unlock" data-submit="unlock" hidden>
                {username()}
                {field(PASSPHRASE, "current-password", Text::SealLabel, "")}
                {shows(PASSPHRASE.to_owned())}
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
        <section class="device" data-backup="" aria-labelledby="device-erase">
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
                {offer("erase-offer")}
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

/// What can be done where no file has come.
fn offer(id: &'static str) -> impl IntoView {
    view! {
        <div id=id hidden>
            <p>{t(Text::BackupNoFile)}</p>
            <div class="device-ways">
                <span id=[id, "-share"].concat()>{button("share", "quiet", Text::BackupShare)}</span>
                {button("copy", "quiet", Text::BackupCopy)}
            </div>
        </div>
    }
}

/// Password managers keep a passphrase under a name; browsers complain where there is none.
fn username() -> impl IntoView {
    view! {
        <input class="field" type="text" autocomplete="username" aria-label=t(Text::Brand) value=t(Text::Brand) readonly hidden />
    }
}

/// A field for a passphrase. It can be pasted into. Its attributes say what it is for, so
/// that a password manager can help, and keep keyboards from correcting it.
fn field(
    id: &'static str,
    purpose: &'static str,
    label: Text,
    on_input: &'static str,
) -> impl IntoView {
    let is_judged = !on_input.is_empty();
    view! {
        <label class="field-label" for=id>{t(label)}</label>
        <input
            class="field"
            id=id
            type="password"
            autocomplete=purpose
            autocapitalize="none"
            {..custom_attribute("autocorrect", "off")}
            spellcheck="false"
            data-input=is_judged.then_some(on_input)
            data-change=is_judged.then_some("differs")
            aria-describedby=is_judged.then_some("differs")
        />
    }
}

/// Shows what is typed in these fields.
fn shows(fields: String) -> impl IntoView {
    view! {
        <label class="choice">
            <input type="checkbox" data-shows=fields />
            {t(Text::SealShow)}
        </label>
    }
}
