//! The line above the text: which part this is, and how long the page takes.

use super::model;
use crate::state::AppState;
use crate::text::{fill, minutes, t};
use bearings_domain::ids::PageId;
use bearings_domain::progress::Progress;
use bearings_domain::route::Route;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Breadcrumb and minutes for one page.
#[component]
#[expect(
    clippy::needless_pass_by_value,
    reason = "a component owns its properties"
)]
pub fn PageBar(
    /// The page on the screen.
    page: PageId,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let view = state.with_catalog(|catalog| model::page_view(catalog, &page));
    let (up, part, words) = match view {
        Some(view) => (
            view.up,
            part_name(view.part_number, &view.part_title),
            view.words,
        ),
        None => (Route::Guide, String::new(), 0),
    };
    let time = move || {
        let speed = state.progress.with(Progress::pace);
        minutes(Text::MinutesPageOne, Text::MinutesPage, speed.minutes(words))
    };
    view! {
        <div class="page-bar">
            <nav aria-label=t(Text::BreadcrumbLabel)>
                <a href=move || state.href(&up)>{part}</a>
            </nav>
            <p data-minutes="">{time}</p>
        </div>
    }
}

/// "Part 2: …", or the title alone in *Choose to read*.
fn part_name(number: Option<usize>, title: &str) -> String {
    match number {
        Some(number) => {
            let label = fill(Text::PartLabel, &[("number", &number.to_string())]);
            format!("{label}: {title}")
        }
        None => title.to_owned(),
    }
}
