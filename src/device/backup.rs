//! Everything a person has here: to take along, to bring back, to erase.
//!
//! The panels are in the finished page (`panels_html`). Here is what they do and show.

#[cfg(feature = "ssr")]
pub mod panels_html;

use super::{plan, readable};
use crate::browser::{cipher, clock, controls, parts};
use crate::state::AppState;
use crate::state::backup::{BackupSession, ERASE_SAID, RESTORE_SAID, Restore, Steps};
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Starts to follow the state. Controls say what they do in `data-click`, `data-change`, `data-input`
/// or `data-submit`.
pub fn start(state: AppState) {
    let session = BackupSession::new(state);
    // Some browsers bring a tick back when the page is loaded again, and not what it did.
    for shows in parts::parts("[data-shows]") {
        shows.set("checked", false);
    }
    session.read_file();
    Effect::new(move || {
        let saved = state.backup.saved.get();
        parts::say("#saved", &saved);
        parts::say("#erase-saved", &saved);
        let offers = state.backup.offers.get();
        for offer in ["#offer", "#erase-offer"] {
            parts::show(offer, offers.is_some() && !saved.is_empty());
            parts::show(&[offer, "-share"].concat(), offers == Some(true));
        }
        session.steps.with(|steps| show(state, steps));
    });
    controls::listen(move |name, is_on| act(state, &session, name, is_on));
}

fn act(state: AppState, session: &BackupSession, name: &str, is_on: bool) {
    let is_busy = session.steps.with_untracked(|steps| steps.is_busy);
    match name {
        "seal" | "unlock" if is_busy => {}
        "export" => session.export(),
        "share" => state.share_saved(),
        "copy" => state.copy_saved(),
        "compare" => session.compare(false),
        "differs" => session.compare(true),
        "seal" => session.seal(),
        "save-sealed" => session.save_sealed(),
        "readable" => readable::save(state),
        "file" => session.read_file(),
        "unlock" => session.unlock(),
        "bring-back" => session.bring_back(is_on),
        "restore" => session.restore(),
        "leave" => session.leave_restore(),
        "undo" => session.undo_restore(),
        "ask" => session.may_erase(true),
        "keep" => session.may_erase(false),
        "erase" => session.erase(),
        _ => {}
    }
}

/// Brings the page up to date. It writes only what has changed: what is said again is
/// read out again.
fn show(state: AppState, steps: &Steps) {
    let restore = &steps.restore;
    let (mut is_planned, mut can_go, mut can_bring_back, mut brings) = (false, false, false, false);
    if let Restore::Planned {
        plan, brings_back, ..
    } = restore
    {
        is_planned = true;
        can_go = !plan.is_empty();
        can_bring_back = *brings_back || !plan.deleted_here.is_empty();
        brings = *brings_back;
    }
    parts::say(&by_id(RESTORE_SAID), &steps.restored);
    parts::say(&by_id(ERASE_SAID), &steps.erased);
    parts::lines("#plan", "li", &lines(state, restore));
    // Browsers offer no cryptography to a page that came over an open connection.
    let can_seal = cipher::is_there();
    for (id, is_there) in [
        ("insecure", !can_seal),
        ("seal", can_seal),
        ("unlock", matches!(restore, Restore::Locked(_))),
        ("planned", is_planned),
        ("restore", can_go),
        ("bring-back", can_bring_back),
        ("undo", matches!(restore, Restore::Done(_))),
        ("sure", steps.may_erase),
        ("sealed", steps.sealed.is_some()),
    ] {
        parts::show(&by_id(id), is_there);
    }
    // Not `disabled`: a button that is would lose the focus while it works.
    for id in ["seal-go", "unlock-go"] {
        let busy = steps.is_busy.then_some("true");
        parts::mark(&by_id(id), "aria-disabled", busy);
    }
    parts::set("#brings", "checked", brings);
    let differs = steps.differs.then(|| state.text(Text::SealDiffer, &[]));
    parts::say("#differs", &differs.unwrap_or_default());
}

/// Finds the part with an id.
fn by_id(id: &str) -> String {
    ["#", id].concat()
}

/// What restoring would do, in words.
fn lines(state: AppState, restore: &Restore) -> Vec<String> {
    let Restore::Planned { backup, plan, .. } = restore else {
        return Vec::new();
    };
    let mut lines = vec![match backup.date() {
        Some(made) => state.text(Text::RestoreMade, &[("date", &clock::date_and_time(made))]),
        None => state.text(Text::RestoreUndated, &[]),
    }];
    for (text, counts) in plan::lines(plan) {
        let mut what = String::new();
        for (text, count) in counts {
            if !what.is_empty() {
                what.push_str(", ");
            }
            what.push_str(&state.text(text, &[("count", &count.to_string())]));
        }
        lines.push(state.text(text, &[("what", &what)]));
    }
    if !backup.unread.is_empty() {
        let count = backup.unread.len().to_string();
        lines.push(state.text(Text::RestoreUnread, &[("count", &count)]));
    }
    if !plan.put_back.is_empty() {
        let count = plan.put_back.len().to_string();
        lines.push(state.text(Text::RestorePutBack, &[("count", &count)]));
    }
    lines
}
