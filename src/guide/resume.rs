//! "You were reading: … Go on?"

use super::model::{self, ResumeView};
use crate::state::AppState;
use crate::text::t;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The card that leads back to where a person was. Empty and out of the way until there is a
/// place; `<html data-returning>`, set before the first paint, keeps its room free.
#[component]
pub fn ResumeCard() -> impl IntoView {
    let state = expect_context::<AppState>();
    let view = move || {
        state.with_catalog(|catalog| {
            state
                .place
                .with(|place| model::resume(catalog, place.as_ref()))
        })
    };
    let link = move || view().map(|view| link_to(state, view));
    let title = move || view().map(|view| view.title);
    view! {
        <section class="resume" data-resume="" aria-label=t(Text::ResumeLead)>
            <p class="resume-what">
                {t(Text::ResumeLead)} " " <strong>{title}</strong>
            </p>
            <a class="button" href=link data-go-on="">{t(Text::ResumeGo)}</a>
        </section>
    }
}

fn link_to(state: AppState, view: ResumeView) -> String {
    let href = state.href(&Route::Page(view.page));
    format!("{href}#{}", view.block)
}
