//! What is around the text, kept in step with what is known of the person.

use crate::browser::controls;
use crate::browser::parts::say;
use crate::state::AppState;
use crate::state::follow::follow;
use crate::text::minutes;
use bearings_domain::catalog::PartKind;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// Starts to follow the state.
pub fn start(state: AppState) {
    follow(
        move || {
            state.reading.progress.track();
            state.route().to
        },
        move |here| surroundings(state, &here),
    );
    follow(
        move || state.reading.copied.get(),
        |text| say(".copied", &text),
    );
    controls::taps(move |name| match (name, state.route_now().to) {
        ("copy-link", _) => state.copy_link(),
        ("toggle-read", Destination::Page(page)) => state.toggle_read(&page),
        _ => {}
    });
}

/// The minutes at this person's pace, those that are left in the part, and what the mark would say.
fn surroundings(state: AppState, here: &Destination) {
    let Destination::Page(page) = here else {
        return;
    };
    let is_read = state
        .reading
        .progress
        .with(|progress| progress.is_read(page));
    let mark = if is_read {
        Text::MarkUnread
    } else {
        Text::MarkRead
    };
    say("[data-mark-unread]", &state.text(mark, &[]));
    let found = state.with_catalog(|catalog| {
        let found = catalog.find(page)?;
        Some(state.reading.progress.with(|progress| {
            let here = progress.pace().minutes(found.entry.words);
            // Nobody reads a topic from end to end.
            let left = (found.part.kind == PartKind::Spine)
                .then(|| progress.minutes_left(found.part))
                .flatten();
            (here, left)
        }))
    });
    let Some((here, left)) = found else {
        return;
    };
    let here = minutes(state, Text::MinutesPageOne, Text::MinutesPage, here);
    say(".page-bar [data-minutes]", &here);
    let left = left.map(|left| minutes(state, Text::MinutesPartOne, Text::MinutesPart, left));
    say(".page-end [data-minutes]", &left.unwrap_or_default());
}
