//! After the text: the next page, the one before, and the page's own small tools.

use super::model::{self, Step};
use crate::state::AppState;
use crate::text::{minutes, t};
use crate::ui::live;
use bearings_domain::catalog::PartKind;
use bearings_domain::ids::PageId;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Previous and next, "mark as unread", and "copy a link to this place".
#[component]
pub fn PageEnd(
    /// The page on the screen.
    page: PageId,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let view = state.with_catalog(|catalog| model::page_view(catalog, &page));
    let (previous, next) = view.map_or((None, None), |view| (view.previous, view.next));
    let left = {
        let page = page.clone();
        move || minutes_left_in_part(state, &page)
    };
    let is_read = {
        let page = page.clone();
        move || state.progress.with(|progress| progress.is_read(&page))
    };
    view! {
        <div class="page-end">
            <nav class="steps" aria-label=t(Text::PageNavLabel)>
                {next.map(|next| step(state, next, "next", Text::Next))}
                {previous.map(|previous| step(state, previous, "prev", Text::Previous))}
            </nav>
            <p class="part-left" data-minutes="">{left}</p>
            <div class="page-tools">
                <button
                    type="button"
                    class="quiet"
                    data-copy-link=""
                    data-needs-app=""
                    on:click=live::tap(move || state.copy_link())
                >
                    {t(Text::CopyLink)}
                </button>
                <button
                    type="button"
                    class="quiet"
                    data-mark-unread=""
                    data-needs-app=""
                    on:click=live::tap(move || state.toggle_read(&page))
                >
                    {live::words(move || t(if is_read() { Text::MarkUnread } else { Text::MarkRead }))}
                </button>
                <p class="copied" role="status">{live::words(move || state.copied.get())}</p>
            </div>
        </div>
    }
}

/// "About 12 minutes left in this part", or nothing when every page of it has been read.
fn minutes_left_in_part(state: AppState, page: &PageId) -> Option<String> {
    let left = state.with_catalog(|catalog| {
        let part = catalog.find(page)?.part;
        // Nobody reads a topic from end to end.
        (part.kind == PartKind::Spine)
            .then(|| state.progress.with(|progress| progress.minutes_left(part)))?
    })?;
    Some(minutes(Text::MinutesPartOne, Text::MinutesPart, left))
}

/// One step along the guide.
fn step(state: AppState, step: Step, rel: &'static str, label: Text) -> impl IntoView {
    let Step { route, title } = step;
    view! {
        <a class=rel rel=rel href=live::words(move || state.href(&route))>
            <span class="step-label">{t(label)}</span>
            " "
            <span class="step-title">{title}</span>
        </a>
    }
}
