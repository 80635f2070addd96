//! The list of notes, and the way to a new one.

use super::editor::Editor;
use super::model;
use crate::browser;
use crate::state::AppState;
use crate::state::notebook::Notebook;
use crate::text::{fill, t};
use crate::ui::live;
use crate::ui::needs_app::needs_app;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

/// "Write a note", the way to Help beside it, and every note, newest first.
#[component]
pub fn NotesPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    let write = move || {
        let key = state.new_note();
        spawn_local(async move {
            tick().await;
            browser::field::focus(&super::editor::field_id(key));
        });
    };
    let told = move || {
        let told = state.notes.with(model::told);
        let line = |(text, count): (Text, u32)| fill(text, &[("count", &count.to_string())]);
        told.into_iter()
            .map(|told| view! { <p>{line(told)}</p> })
            .collect_view()
    };
    view! {
        <section class="notes" data-notes="" aria-label=t(Text::NotesList)>
            <div class="notes-ways">
                <button type="button" data-write-note="" data-needs-app="" on:click=live::tap(write)>
                    {t(Text::NotesWrite)}
                </button>
                <a class="notes-help" href=live::words(move || state.href(&Route::Help))>
                    {t(Text::NotesHelp)}
                </a>
            </div>
            {needs_app(Text::NotesNeedApp, "notes.html")}
            <div class="notes-told" role="status" data-notes-told="">
                {told}
            </div>
            <ul class="notes-list">
                <For
                    each=move || state.notes.with(Notebook::rows)
                    key=|key| *key
                    children=move |key| view! { <Editor key /> }
                />
            </ul>
        </section>
    }
}
