//! *Notes* as it is in the finished page: the way to a new note, and room for the list.

use crate::state::AppState;
use crate::text::t;
use crate::ui::needs_app::needs_app;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// "Write a note", the way to Help beside it, and room for every note.
#[component]
pub fn NotesPage() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <section class="notes" data-notes="" aria-label=t(Text::NotesList)>
            <div class="notes-ways">
                <button type="button" data-write-note="" data-needs-app="" data-click="write-note">
                    {t(Text::NotesWrite)}
                </button>
                <a class="notes-help" href=state.href(Destination::Help)>
                    {t(Text::NotesHelp)}
                </a>
            </div>
            {needs_app(Text::NotesNeedApp, "notes.html")}
            <div class="notes-told" role="status" data-notes-told=""></div>
            <ul class="notes-list"></ul>
        </section>
    }
}
