//! What is around every page, kept up to date.

use super::destinations;
use crate::browser::parts::{self, mark, say, show};
use crate::browser::{controls, focus};
use crate::state::follow::follow;
use crate::state::{AppState, RecordError, notice};
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Which words the line about storage says.
#[derive(Clone, Copy)]
pub enum Speaks {
    /// Of the position and the marks.
    Reading,
    /// Of words, where a person writes.
    Writing,
}

/// Starts to follow the state. What a control does is in its `data-click`.
pub fn start(state: AppState, speaks: Speaks) {
    follow(
        move || state.route().to,
        |here| {
            for destination in parts::parts(".destinations a") {
                let id = destination.attribute("data-destination");
                destination.mark("aria-current", destinations::current(&here, &id));
            }
        },
    );
    follow(
        move || state.announcement.get(),
        |text| say("[data-announce]", &text),
    );
    follow(
        move || (state.items.unsaved.get(), state.notice.get()),
        move |(unsaved, found)| notice(state, speaks, unsaved, found),
    );
    follow(
        move || state.backup.saved.get(),
        |text| say("[data-notice] > p > span:last-child", &text),
    );
    let is_put_away = RwSignal::new(false);
    follow(
        move || {
            state.offline.track();
            is_put_away.get()
        },
        move |is_put_away| update(state, is_put_away),
    );
    controls::taps(move |name| match name {
        "export-now" => state.export(),
        "notice" => match state.items.unsaved.get_untracked() {
            Some(_) => state.try_saving(),
            None => state.dismiss_notice(),
        },
        "switch" => state.switch_to_update(),
        "update-close"
            if state
                .offline
                .with_untracked(|offline| offline.update.is_some()) =>
        {
            is_put_away.set(true);
        }
        "update-close" => state.acknowledge_correction(),
        _ => {}
    });
    controls::taps(|_| focus::keep());
}

/// Offers to share or copy a file that may not come, on places with notes.
pub fn offers(state: AppState) {
    follow(
        move || state.backup.offers.get(),
        |offers| {
            show("[data-offers]", offers.is_some());
            show("[data-share-saved]", offers == Some(true));
        },
    );
    controls::taps(move |name| match name {
        "share-saved" => state.share_saved(),
        "copy-saved" => state.copy_saved(),
        _ => {}
    });
}

/// Says when something could not be kept. Words that are not saved cannot be put out of sight, only
/// saved.
fn notice(
    state: AppState,
    speaks: Speaks,
    unsaved: Option<RecordError>,
    notice: Option<RecordError>,
) {
    let (name, text) = match (unsaved, notice) {
        (Some(RecordError::Newer), _) => ("not-saved", Some(Text::NotesUnsavedNewer)),
        (Some(_), _) => ("not-saved", Some(Text::NotesUnsaved)),
        (None, Some(notice)) => {
            let text = match (speaks, notice) {
                (Speaks::Writing, RecordError::Blocked) => Text::BackupBlocked,
                _ => notice::text(notice),
            };
            (notice.name(), Some(text))
        }
        (None, None) => ("", None),
    };
    let way = match unsaved {
        Some(_) => Text::NotesRetry,
        None => Text::NoticeDismiss,
    };
    let text = text.map(|text| state.text(text, &[]));
    say(
        "[data-notice] > p > span:first-child",
        &text.clone().unwrap_or_default(),
    );
    say("[data-notice-act]", &state.text(way, &[]));
    mark("[data-notice]", "data-notice", Some(name));
    show("[data-notice]", text.is_some());
}

/// "A newer version is ready. Read on, or switch now." It forces nothing: after "read on" it is
/// asked again on the next visit. What a release corrects stays in sight until the person has
/// switched; where it has taken over by itself, until the person has put the sentence away.
fn update(state: AppState, is_put_away: bool) {
    let (is_waiting, must_know) = state.offline.with(|offline| {
        let correction = offline.update.as_ref().unwrap_or(&offline.corrected);
        (offline.update.is_some(), !correction.is_empty())
    });
    let sentence = state
        .update_sentence()
        .filter(|_| must_know || !is_put_away);
    say(
        "[data-update-line] > p",
        sentence.as_deref().unwrap_or_default(),
    );
    show("[data-switch]", is_waiting);
    show("[data-update-close]", !(is_waiting && must_know));
    let close = if is_waiting {
        Text::UpdateLater
    } else {
        Text::NoticeDismiss
    };
    say("[data-update-close]", &state.text(close, &[]));
    show("[data-update-line]", sentence.is_some());
}
