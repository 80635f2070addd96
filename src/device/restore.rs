//! Bringing a backup back: pick a file, look, say yes, and undo.

use super::passphrase::PassphraseField;
use super::plan;
use crate::browser;
use crate::state::AppState;
use crate::state::vault::{FILE, PASSPHRASE, RESTORE_SAID, Restore};
use crate::text::{fill, t};
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The panel. Each step is there only when it is the person's turn to take it.
#[component]
pub fn RestorePanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let busy = move || state.is_vault_busy();
    let is = move |step: fn(&Restore) -> bool| move || state.vault.with(|v| step(&v.restore));
    let is_locked = is(|restore| matches!(restore, Restore::Locked(_)));
    let is_planned = is(|restore| matches!(restore, Restore::Planned { .. }));
    let is_done = is(|restore| matches!(restore, Restore::Done(_)));
    let can_go = is(|restore| matches!(restore, Restore::Planned { plan, .. } if !plan.is_empty()));
    let can_bring_back = is(|restore| match restore {
        Restore::Planned {
            plan, brings_back, ..
        } => *brings_back || !plan.deleted_here.is_empty(),
        _ => false,
    });
    let brings_back = is(|restore| {
        let Restore::Planned { brings_back, .. } = restore else {
            return false;
        };
        *brings_back
    });
    view! {
        <section class="device" data-restore="" aria-labelledby="device-restore">
            <h2 id="device-restore">{t(Text::RestoreHeading)}</h2>
            <p>{t(Text::RestoreLead)}</p>
            <label class="field-label" for=FILE>{t(Text::RestoreLabel)}</label>
            <input
                class="field"
                id=FILE
                type="file"
                data-needs-app=""
                disabled=busy
                on:change=move |_| state.read_file()
            />
            <p class="device-said" id=RESTORE_SAID role="status" tabindex="-1">
                {move || state.vault.with(|vault| vault.restored.clone())}
            </p>
            <form
                hidden=move || !is_locked()
                on:submit=move |event| {
                    event.prevent_default();
                    state.unlock();
                }
            >
                <PassphraseField id=PASSPHRASE purpose="current-password" />
                <button type="submit" data-unlock="" data-needs-app="" disabled=busy>
                    {t(Text::RestoreOpen)}
                </button>
            </form>
            <div hidden=move || !is_planned()>
                <ul class="plan" data-plan="">
                    {move || lines(state).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                </ul>
                <label class="choice" hidden=move || !can_bring_back()>
                    <input
                        type="checkbox"
                        data-bring-back=""
                        prop:checked=brings_back
                        on:change=move |event| state.bring_back(event_target_checked(&event))
                    />
                    {t(Text::RestoreBringBack)}
                </label>
                <div class="device-ways">
                    <button
                        type="button"
                        data-restore-go=""
                        hidden=move || !can_go()
                        on:click=move |_| state.restore()
                    >
                        {t(Text::RestoreGo)}
                    </button>
                    <button
                        type="button"
                        class="quiet"
                        data-restore-leave=""
                        on:click=move |_| state.leave_restore()
                    >
                        {t(Text::RestoreLeave)}
                    </button>
                </div>
            </div>
            <button
                type="button"
                class="quiet"
                data-restore-undo=""
                hidden=move || !is_done()
                on:click=move |_| state.undo_restore()
            >
                {t(Text::RestoreUndo)}
            </button>
        </section>
    }
}

/// What restoring would do, in words.
fn lines(state: AppState) -> Vec<String> {
    state.vault.with(|vault| {
        let Restore::Planned { backup, plan, .. } = &vault.restore else {
            return Vec::new();
        };
        let made = browser::clock::date_and_time(backup.made);
        let mut lines = vec![fill(Text::RestoreMade, &[("date", &made)])];
        for (text, counts) in plan::lines(plan) {
            let counts = counts.into_iter();
            let words: Vec<_> = counts
                .map(|(text, count)| fill(text, &[("count", &count.to_string())]))
                .collect();
            lines.push(fill(text, &[("what", &words.join(", "))]));
        }
        if !backup.unread.is_empty() {
            let count = backup.unread.len().to_string();
            lines.push(fill(Text::RestoreUnread, &[("count", &count)]));
        }
        lines
    })
}
