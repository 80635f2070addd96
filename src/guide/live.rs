//! The ways into the guide, kept in step with what is known of the person.

use super::model;
use crate::browser::parts::{self, mark, say, show};
use crate::browser::{controls, navigator, page};
use crate::state::AppState;
use crate::state::follow::follow;
use crate::state::offline::Saved;
use crate::text::minutes;
use bearings_domain::ids::PageId;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use leptos::prelude::*;

/// The line with the way back from "start again". Its buttons go when they are pressed: the focus
/// stays here.
pub const SAID: &str = "start-again-said";

/// Starts to follow the state.
pub fn start(state: AppState) {
    follow(
        move || {
            state.reading.position.track();
            state.route().to
        },
        move |here| resume(state, &here),
    );
    follow(
        move || {
            state.reading.progress.track();
            state.reading.position.track();
            state.reading.can_undo.track();
            state.route().to
        },
        move |here| marks(state, &here),
    );
    follow(
        move || {
            state.offline.track();
            state.settings.may_offer.track();
            state.reading.progress.track();
            state.route().to
        },
        move |here| offer(state, &here),
    );
    controls::taps(move |name| {
        match name {
            "start-again" => state.start_again(),
            "undo" => state.undo(),
            "decline" => return state.decline_install(),
            _ => return,
        }
        page::focus(SAID);
    });
}

/// The card that leads back to where a person was.
fn resume(state: AppState, here: &Destination) {
    if !matches!(here, Destination::Today | Destination::Guide) {
        return;
    }
    let view = state.with_catalog(|catalog| {
        state
            .reading
            .position
            .with(|position| model::resume(catalog, position.as_ref()))
    });
    let title = view.as_ref().map(|view| view.title.as_str());
    say("[data-resume] strong", title.unwrap_or_default());
    let link = view.as_ref().map(|view| {
        let page = Destination::Page(view.page.clone());
        [state.href(page).as_str(), "#", view.block.as_str()].concat()
    });
    mark("[data-go-on]", "href", link.as_deref());
}

/// Quiet marks on what has been read, the minutes that are left, and the way to start again. Only
/// what is marked is looked for: the list may be long.
fn marks(state: AppState, here: &Destination) {
    if *here != Destination::Guide {
        return;
    }
    let read_mark = state.text(Text::ReadMark, &[]);
    state.reading.progress.with(|progress| {
        for entry in parts::parts("[data-page][data-read]") {
            let page = PageId::parse(&entry.attribute("data-page"));
            if !page.is_ok_and(|page| progress.is_read(&page)) {
                entry.mark("data-read", None);
                say_in(&entry, "");
            }
        }
        for page in progress.pages_read() {
            // An id is small letters, digits and hyphens, so nothing in it can end the quotes.
            let entry = ["[data-page=\"", page.as_str(), "\"]"].concat();
            if let Some(entry) = parts::part(&entry) {
                entry.mark("data-read", Some(""));
                say_in(&entry, &read_mark);
            }
        }
        state.with_catalog(|catalog| {
            for part in &catalog.parts {
                let left = progress.minutes_left(part);
                let left =
                    left.map(|left| minutes(state, Text::MinutesPartOne, Text::MinutesPart, left));
                let line = ["#part-", part.id.as_str(), " > [data-minutes]"].concat();
                say(&line, left.as_deref().unwrap_or_default());
            }
        });
    });
    let something = state.reading.has_any().then_some("");
    mark(".start-again", "data-something", something);
    let is_cleared = state.reading.can_undo.get();
    let said = is_cleared.then(|| state.text(Text::StartAgainDone, &[]));
    say("[data-cleared]", said.as_deref().unwrap_or_default());
    show("[data-undo]", is_cleared);
}

fn say_in(entry: &parts::Part, text: &str) {
    if let Some(mark) = entry.part(".read-mark") {
        mark.say(text);
    }
}

/// The offer to install. With data saving on, the offer is made at once: the guide is not saved
/// unasked there.
fn offer(state: AppState, here: &Destination) {
    if *here != Destination::Today {
        return;
    }
    let saves_data =
        state.offline.with(|offline| offline.saved == Saved::No) && navigator::saves_data();
    let is_made = state.settings.may_offer.get()
        && (saves_data || state.reading.progress.with(model::has_read_some));
    let what = if saves_data {
        Text::OfferSave
    } else {
        Text::OfferInstall
    };
    say("[data-install-offer] > p", &state.text(what, &[]));
    show("[data-install-offer]", is_made);
}
