//! One note: its date, its text, whether it is saved, and the way to delete it and back.

use super::model;
use crate::browser::{self, field};
use crate::state::AppState;
use crate::state::notebook::RowKey;
use crate::text::{fill, t};
use bearings_domain::text::Text;
use bearings_domain::time::Millis;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

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
    /// Which row of the list it is.
    key: RowKey,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let id = field_id(key);
    let standing = move || state.notes.with(|notes| notes.standing(key));
    let is_deleted = move || state.notes.with(|notes| notes.is_deleted(key));
    let label = move || dated(state.notes.with(|notes| model::label(notes, key)));
    // Only words from elsewhere change anything here; they do not move the cursor.
    let own = id.clone();
    Effect::new(move || {
        if let Some(text) = state.notes.with(|notes| notes.text(key)) {
            field::show(&own, &text);
        }
    });
    let typed = id.clone();
    let type_in = move |event| {
        state.type_note(key, &event_target_value(&event));
        field::grow(&typed);
    };
    let delete = move |_| {
        state.delete_note(key);
        focus_soon(undo_id(key));
    };
    let undo = move |_| {
        state.bring_back_note(key);
        focus_soon(field_id(key));
    };
    view! {
        <li class="note" data-note="" data-standing=move || standing().name()>
            <div hidden=is_deleted>
                <label for=id.clone()>{label}</label>
                <div class="grow">
                    <textarea
                        id=id
                        rows="3"
                        autocomplete="off"
                        on:input=type_in
                        on:focus=move |_| state.open_note(key)
                    ></textarea>
                </div>
                <div class="note-foot">
                    <p role="status" data-note-status="">
                        {move || model::status(standing()).map(dated)}
                    </p>
                    <button type="button" class="quiet" data-delete-note="" on:click=delete>
                        {t(Text::NotesDelete)}
                        <span class="visually-hidden">": " {label}</span>
                    </button>
                </div>
            </div>
            <div class="note-foot" hidden=move || !is_deleted()>
                <p role="status">{move || is_deleted().then(|| t(Text::NotesDeleted))}</p>
                <button
                    type="button"
                    class="quiet"
                    id=undo_id(key)
                    data-undo-note=""
                    on:click=undo
                >
                    {t(Text::Undo)}
                    <span class="visually-hidden">": " {label}</span>
                </button>
            </div>
        </li>
    }
}

fn dated((text, when): (Text, Option<Millis>)) -> String {
    let date = when.map(browser::clock::date_and_time);
    fill(text, &[("date", date.as_deref().unwrap_or_default())])
}

/// Moves the focus when what has changed is on the page.
fn focus_soon(id: String) {
    spawn_local(async move {
        tick().await;
        field::focus(&id);
    });
}
