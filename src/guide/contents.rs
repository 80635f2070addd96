//! Everything there is to read, part by part.

use super::live::SAID;
use crate::state::AppState;
use crate::text::{fill, minutes, t};
use crate::ui::untranslated::lang_of;
use bearings_domain::catalog::{Entry, Part, PartKind};
use bearings_domain::progress::Progress;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use leptos::either::EitherOf3;
use leptos::prelude::*;

/// The contents list, and "start again" with undo.
#[component]
pub fn Contents() -> impl IntoView {
    let state = expect_context::<AppState>();
    let parts = state.with_catalog(|catalog| {
        let mut number = 0;
        catalog
            .parts
            .iter()
            .map(|part| match part.kind {
                PartKind::Spine => {
                    number += 1;
                    EitherOf3::A(spine_part(state, part, number))
                }
                PartKind::Topic => EitherOf3::B(topic_part(state, part)),
                PartKind::Choose => EitherOf3::C(choose_part(state, part)),
            })
            .collect_view()
    });
    view! {
        <section class="contents" data-contents="" aria-label=t(Text::ContentsLabel)>
            {parts}
        </section>
        <StartAgain />
    }
}

/// One of the four parts, with its pages. The minutes are those before anything was read here.
fn spine_part(state: AppState, part: &Part, number: u32) -> impl IntoView + use<> {
    let left = Progress::default().minutes_left(part);
    let left = left.map(|left| minutes(state, Text::MinutesPartOne, Text::MinutesPart, left));
    let id = format!("part-{}", part.id);
    view! {
        <section class="part" id=id>
            <h2>
                <span class="part-number">{fill(Text::PartLabel, &[("number", &number.to_string())])}</span>
                " "
                {part.title.clone()}
            </h2>
            <p class="part-short">{part.short.clone()}</p>
            <p class="part-left" data-minutes="">{left}</p>
            <ol>{part.pages.iter().map(|entry| page(state, entry)).collect_view()}</ol>
        </section>
    }
}

/// A part with a page for each topic, closed until it is asked for: its list is long.
fn topic_part(state: AppState, part: &Part) -> impl IntoView + use<> {
    let id = format!("part-{}", part.id);
    view! {
        <section class="part part-topic" id=id>
            <h2>{part.title.clone()}</h2>
            <p class="part-short">{part.short.clone()}</p>
            <details>
                <summary>
                    {fill(Text::TopicPages, &[("count", &part.pages.len().to_string())])}
                    " " <span class="visually-hidden">{part.title.clone()}</span>
                </summary>
                <ul>{part.pages.iter().map(|entry| page(state, entry)).collect_view()}</ul>
            </details>
        </section>
    }
}

/// The part for those who ask for it: one plain sentence and one link, no titles.
fn choose_part(state: AppState, part: &Part) -> impl IntoView + use<> {
    let id = format!("part-{}", part.id);
    view! {
        <section class="part part-choose" id=id>
            <h2>{part.title.clone()}</h2>
            <p class="part-short">{part.short.clone()}</p>
            <p>
                <a class="button quiet" href=state.href(Destination::Choose)>
                    {t(Text::ChooseLead)}
                </a>
            </p>
        </section>
    }
}

/// One page in the list.
fn page(state: AppState, entry: &Entry) -> impl IntoView + use<> {
    let page = Destination::Page(entry.id.clone());
    let lang = lang_of(&entry.id);
    view! {
        <li data-page=entry.id.to_string()>
            <a href=state.href(page) lang=lang>{entry.title.clone()}</a>
            <span class="read-mark"></span>
        </li>
    }
}

/// Clears the marks and the position, at once and with undo.
#[component]
fn StartAgain() -> impl IntoView {
    view! {
        <div class="start-again">
            <button type="button" class="quiet" data-start-again="" data-needs-app="" data-click="start-again">
                {t(Text::StartAgain)}
            </button>
            <p class="undo" role="status" id=SAID tabindex="-1">
                <span data-cleared=""></span>
                <button type="button" class="quiet" data-undo="" data-click="undo" hidden>
                    {t(Text::Undo)}
                </button>
            </p>
        </div>
    }
}
