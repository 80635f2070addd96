//! After the text: the next page, the one before, and the page's own small actions.

use super::model::{self, Step};
use crate::state::AppState;
use crate::text::{minutes, t};
use crate::ui::untranslated::lang_of;
use bearings_domain::catalog::PartKind;
use bearings_domain::ids::PageId;
use bearings_domain::progress::Progress;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Previous and next, and "mark as unread".
#[component]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its properties"
)]
pub fn PageEnd(
    /// The page on the screen.
    page: PageId,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let view = state.with_catalog(|catalog| model::page_view(catalog, &page));
    let (previous, next) = view.map_or((None, None), |view| (view.previous, view.next));
    view! {
        <div class="page-end">
            <nav class="steps" aria-label=t(Text::PageNavLabel)>
                {next.map(|next| step(state, next, "next", Text::Next))}
                {previous.map(|previous| step(state, previous, "prev", Text::Previous))}
            </nav>
            <p class="part-left" data-minutes="">{minutes_in_part(state, &page)}</p>
            <div class="page-actions">
                <button type="button" class="quiet" data-mark-unread="" data-needs-app="" data-click="toggle-read">
                    {t(Text::MarkRead)}
                </button>
            </div>
        </div>
    }
}

/// "About 12 minutes left in this part", at the pace assumed before anything was read here.
fn minutes_in_part(state: AppState, page: &PageId) -> Option<String> {
    let left = state.with_catalog(|catalog| {
        let part = catalog.find(page)?.part;
        // Nobody reads a topic from end to end.
        (part.kind == PartKind::Spine).then(|| Progress::default().minutes_left(part))?
    })?;
    Some(minutes(
        state,
        Text::MinutesPartOne,
        Text::MinutesPart,
        left,
    ))
}

/// One step along the guide.
fn step(state: AppState, step: Step, rel: &'static str, label: Text) -> impl IntoView {
    let Step { to, title } = step;
    let lang = match &to {
        Destination::Page(page) => lang_of(page),
        _ => None,
    };
    view! {
        <a class=rel rel=rel href=state.href(to)>
            <span class="step-label">{t(label)}</span>
            " "
            <span class="step-title" lang=lang>{title}</span>
        </a>
    }
}
