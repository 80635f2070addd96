//! The line above the text: which part this is, how long the page takes, and its address to send on.

use super::model::{self, PartName};
use crate::state::AppState;
use crate::text::{fill, minutes, t};
use bearings_domain::ids::PageId;
use bearings_domain::progress::Progress;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Breadcrumb, minutes and "copy link" for one page, at the pace assumed before anything was read here.
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
        Some(view) => (view.up, part_name(view.part), view.words),
        None => (Destination::Guide, t(Text::DestinationGuide), 0),
    };
    let time = Progress::default().pace().minutes(words);
    view! {
        <div class="page-bar">
            <nav aria-label=t(Text::BreadcrumbLabel)>
                <a href=state.href(up)>{part}</a>
            </nav>
            <button type="button" class="quiet" data-copy-link="" data-needs-app="" data-click="copy-link">
                {t(Text::CopyLink)}
            </button>
            <p data-minutes="">{minutes(state, Text::MinutesPageOne, Text::MinutesPage, time)}</p>
            <p class="copied" role="status"></p>
        </div>
    }
}

/// "Part 2 of the guide", or the name of the place that the page belongs to.
fn part_name(part: PartName) -> String {
    match part {
        PartName::Numbered(number) => fill(Text::UpToPart, &[("number", &number.to_string())]),
        PartName::Topic(title) => title,
        PartName::Choose => t(Text::UpToChoose),
    }
}
