//! One note: its date, its text, whether it is saved, and the way to delete it and back.

use super::model::{self, Spoken};
use crate::browser::{self, field};
use crate::state::AppState;
use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use bearings_records::{ItemStore, NOTE_TEXT, RowKey};
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};
use std::sync::Arc;

/// The id of the field of a note.
pub fn field_id(key: RowKey) -> String {
    ["note-", &key.to_string()].concat()
}

fn undo_id(key: RowKey) -> String {
    ["undo-", &key.to_string()].concat()
}

/// A note to read and write. A deleted one is one line with the way back, in the same place.
#[component]
pub fn Editor(
    /// What the app knows.
    state: AppState,
    /// Which row of the list it is.
    key: RowKey,
) -> impl IntoView {
    let id = field_id(key);
    // Its own row is all that it watches: the others may be many.
    let row = state.watch_item(state.items.notes, key);
    let save_status = move || {
        row.track();
        state.items.notes.with_untracked(|notes| notes.status(key))
    };
    let is_deleted = move || {
        row.track();
        state
            .items
            .notes
            .with_untracked(|notes| notes.is_deleted(key))
    };
    // A date is dear to write: it is done once for the three places that say it.
    let (created, earlier) = state
        .items
        .notes
        .with_untracked(|notes| (notes.origin(key).0, notes.earlier_in_minute(key)));
    let date: Arc<str> = browser::clock::date_and_time(created).into();
    let label = move || {
        row.track();
        let (_, is_copy) = state.items.notes.with_untracked(|notes| notes.origin(key));
        let count = (earlier + 1).to_string();
        let label = model::label(is_copy, earlier);
        state.text(label, &[("count", &count), ("date", &date)])
    };
    let own = id.clone();
    Effect::new(move |before: Option<(Seen, Spoken)>| {
        let save_status = save_status();
        let seen = state.items.notes.with_untracked(|notes| {
            let before = before.map(|(seen, _)| seen);
            follow(notes, key, &own, before)
        });
        let before = before.map(|(_, spoken)| spoken);
        let spoken = model::speak(before, save_status);
        if before.is_some_and(|before| before != spoken) {
            let words = model::status(save_status).map(|it| dated(state, it));
            state.announcement.set(words.unwrap_or_default());
        }
        (seen, spoken)
    });
    let typed = id.clone();
    let type_in = move |event| {
        state.write_item(
            state.items.notes,
            key,
            NOTE_TEXT,
            &event_target_value(&event),
        );
        field::grow(&typed);
    };
    let delete = move |_| {
        state.delete_item(state.items.notes, key);
        focus_soon(undo_id(key));
    };
    let undo = move |_| {
        state.undo_delete_item(state.items.notes, key);
        focus_soon(field_id(key));
    };
    let of = label.clone();
    let status = move || model::status(save_status()).map(|it| dated(state, it));
    let deleted = move || is_deleted().then(|| state.text(Text::NotesDeleted, &[]));
    // Words that change are a property of their element: a translator may have put other nodes in.
    view! {
        <li class="note" data-note="" data-save-status=move || save_status().name()>
            <div hidden=is_deleted>
                <label for=id.clone() prop:textContent=label></label>
                <div class="grow">
                    <textarea
                        id=id
                        rows="3"
                        dir="auto"
                        autocomplete="off"
                        on:input=type_in
                        on:focus=move |_| state.open_item(state.items.notes, key)
                    ></textarea>
                </div>
                <div class="note-foot">
                    <p data-note-status="" prop:textContent=move || status().unwrap_or_default()></p>
                    <button type="button" class="quiet" data-delete-note="" on:click=delete>
                        {state.text(Text::NotesDelete, &[])}
                        " "
                        <span class="visually-hidden" prop:textContent=of.clone()></span>
                    </button>
                </div>
            </div>
            <div class="note-foot" hidden=move || !is_deleted()>
                <p role="status" prop:textContent=move || deleted().unwrap_or_default()></p>
                <button type="button" class="quiet" id=undo_id(key) data-undo-note="" on:click=undo>
                    {state.text(Text::Undo, &[])}
                    " "
                    <span class="visually-hidden" prop:textContent=of></span>
                </button>
            </div>
        </li>
    }
}

/// What the field was last brought in line with.
#[derive(Clone, Copy)]
struct Seen {
    revision: u32,
    is_typing: bool,
}

/// Brings the field in line with the notes: words from elsewhere come into it and do not move the
/// cursor; what was typed gets its height for good after a pause in typing.
fn follow(notes: &ItemStore, key: RowKey, id: &str, before: Option<Seen>) -> Seen {
    let now = Seen {
        revision: notes.revision(key),
        is_typing: notes.typing() == Some(key),
    };
    if before.is_none_or(|before| before.revision != now.revision) {
        if let Some(text) = notes.text(key, NOTE_TEXT) {
            field::show(id, &text);
        }
    } else if before.is_some_and(|before| before.is_typing && !now.is_typing) {
        field::settle(id);
    }
    now
}

fn dated(state: AppState, (text, when): (Text, Option<Millis>)) -> String {
    let date = when.map(browser::clock::date_and_time);
    state.text(text, &[("date", date.as_deref().unwrap_or_default())])
}

/// Moves the focus when what has changed is on the page.
fn focus_soon(id: String) {
    spawn_local(async move {
        tick().await;
        field::focus(&id);
    });
}
