//! Everything there is to read, part by part, with quiet marks on what has been read.

use crate::browser;
use crate::state::AppState;
use crate::text::{fill, minutes, t};
use crate::ui::live;
use bearings_domain::catalog::{Entry, Part, PartKind};
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::either::EitherOf3;
use leptos::prelude::*;

/// The contents list with its marks, and "start again" with undo.
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

/// One of the four parts, with its pages.
fn spine_part(state: AppState, part: &Part, number: u32) -> impl IntoView + use<> {
    let left = {
        let part = part.clone();
        move || {
            state
                .progress
                .with(|progress| progress.minutes_left(&part))
                .map(|left| minutes(Text::MinutesPartOne, Text::MinutesPart, left))
        }
    };
    let id = format!("part-{}", part.id);
    view! {
        <section class="part" id=id>
            <p class="part-number">{fill(Text::PartLabel, &[("number", &number.to_string())])}</p>
            <h2>{part.title.clone()}</h2>
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
                    <span class="visually-hidden">": " {part.title.clone()}</span>
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
                <a class="button quiet" href=live::words(move || state.href(&Route::Choose))>
                    {t(Text::ChooseLead)}
                </a>
            </p>
        </section>
    }
}

/// One page in the list.
fn page(state: AppState, entry: &Entry) -> impl IntoView + use<> {
    let route = Route::Page(entry.id.clone());
    let id = entry.id.clone();
    let is_read = move || state.progress.with(|progress| progress.is_read(&id));
    let mark = is_read.clone();
    view! {
        <li data-page=entry.id.to_string() data-read=live::mark(move || is_read().then_some(""))>
            <a href=live::words(move || state.href(&route))>{entry.title.clone()}</a>
            <span class="read-mark">{live::words(move || mark().then(|| t(Text::ReadMark)))}</span>
        </li>
    }
}

/// The line with the way back. Both buttons go when they are pressed: the focus stays here.
const SAID: &str = "start-again-said";

/// Clears the marks and the place, at once and with undo.
#[component]
fn StartAgain() -> impl IntoView {
    let state = expect_context::<AppState>();
    let something = move || state.has_progress();
    view! {
        <div class="start-again" data-something=live::mark(move || something().then_some(""))>
            <button
                type="button"
                class="quiet"
                data-start-again=""
                data-needs-app=""
                on:click=live::tap(move || {
                    state.start_again();
                    browser::page::focus(SAID);
                })
            >
                {t(Text::StartAgain)}
            </button>
            <p class="undo" role="status" id=SAID tabindex="-1">
                {move || state.cleared.with(Option::is_some).then(|| view! {
                    <span>{t(Text::StartAgainDone)}</span>
                    <button
                        type="button"
                        class="quiet"
                        data-undo=""
                        on:click=live::tap(move || {
                            state.undo();
                            browser::page::focus(SAID);
                        })
                    >
                        {t(Text::Undo)}
                    </button>
                })}
            </p>
        </div>
    }
}
