//! *Notes*, brought to life: the list is the one view that is made in the browser.

use super::editor::{Editor, field_id};
use super::model;
use crate::browser::{controls, field, parts};
use crate::state::AppState;
use bearings_domain::route::Destination;
use bearings_records::ItemStore;
use leptos::mount::mount_to;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

/// Starts to follow the state.
pub fn start(state: AppState) {
    if state.route_now().to != Destination::Notes {
        return;
    }
    Effect::new(move || {
        let messages = state.items.notes.with(model::messages);
        let lines = messages.into_iter().map(|(text, count)| {
            let count = count.to_string();
            state.text(text, &[("count", &count)])
        });
        parts::lines("[data-notes-told]", "p", &lines.collect::<Vec<_>>());
    });
    if let Some(list) = parts::root(".notes-list") {
        mount_to(list, move || {
            view! {
                <For
                    each=move || state.items.notes.with(ItemStore::rows)
                    key=|key| *key
                    children=move |key| view! { <Editor state key /> }
                />
            }
        })
        .forget();
    }
    controls::taps(move |name| {
        if name == "write-note" {
            let key = state.new_note();
            spawn_local(async move {
                tick().await;
                field::focus(&field_id(key));
            });
        }
    });
}
