//! What is shown for what was typed: signs and whom to call, what was found, or ways on.

use super::lines::{self, Line};
use super::{live, open, sign};
use crate::browser::page;
use crate::browser::parts::{self, Part};
use crate::browser::typing::{self, Done, Place};
use crate::state::AppState;
use bearings_domain::route::Destination;
use bearings_domain::text::Text;
use bearings_search::{Answer, Kind};
use leptos::task::spawn_local;
use std::cell::Cell;

/// What is listened to.
static PLACE: Place = Place {
    around: "#search",
    field: open::FIELD,
    stops: "#search-found :is(a, button, summary)",
    tries: "data-try",
};
/// What was found is said to screen readers after so long without a key.
const SAID_AFTER_MS: i32 = 900;

thread_local! {
    /// Counts what was shown: what comes later knows by it that something else is there.
    static SHOWN: Cell<u32> = const { Cell::new(0) };
}

/// Whether this is still what is shown.
pub fn is_shown(ticket: u32) -> bool {
    SHOWN.get() == ticket
}

/// Starts to listen. Once for each page.
pub fn start(state: AppState) {
    typing::listen(&PLACE, move |done| match done {
        Done::Typed(text) => answer(state, &text),
        Done::Tried(text) => {
            typing::put(open::FIELD, &text);
            answer(state, &text);
        }
        Done::Followed => open::close(),
    });
}

/// Shows what there is for a text.
pub fn answer(state: AppState, text: &str) {
    let ticket = SHOWN.get().wrapping_add(1);
    SHOWN.set(ticket);
    let Some(found) = parts::part(open::FOUND) else {
        return;
    };
    found.clear();
    if text.trim_ascii().is_empty() {
        open::tell("");
        found.add(&lines::words(state, "p", "found-lead", Text::SearchLead));
        return ways(state, &found);
    }
    let answer = live::find(state, text);
    let lines = show(state, &found, &answer, text);
    spawn_local(async move { lines::fill(state, ticket, lines, &answer.words).await });
    let text = text.to_owned();
    spawn_local(async move {
        // Whoever has moved on to what was found does not lose it under the hand.
        if live::learn_blocks().await && is_shown(ticket) && !typing::is_below(open::FOUND) {
            self::answer(state, &text);
        }
    });
}

fn show(state: AppState, found: &Part, answer: &Answer, text: &str) -> Vec<Line> {
    let ticket = SHOWN.get();
    let hits = || answer.hits.iter().filter(|hit| !hit.is_below);
    let below: Vec<_> = answer.hits.iter().filter(|hit| hit.is_below).collect();
    let has_sign = hits().next().is_some_and(|hit| hit.kind == Kind::Sign);
    tell(state, ticket, answer.hits.len(), has_sign);
    let mut lines = Vec::new();
    if answer.hits.is_empty() {
        found.add(&lines::words(state, "p", "found-lead", Text::SearchNothing));
        near(state, found, text);
        ways(state, found);
        return lines;
    }
    let list = lines::list(state);
    for (at, hit) in hits().enumerate() {
        if hit.kind == Kind::Sign {
            list.add(&sign::card(state, hit, at == 0, ticket));
        } else if let Some((item, line)) = lines::line(state, hit) {
            list.add(&item);
            lines.push(line);
        }
    }
    found.add(&list);
    if !below.is_empty() {
        let more = Part::new("details", &[]);
        more.add(&lines::words(state, "summary", "", Text::SearchChoose));
        let list = lines::list(state);
        for hit in below {
            if let Some((item, _)) = lines::line(state, hit) {
                list.add(&item);
            }
        }
        more.add(&list);
        found.add(&more);
    }
    lines
}

/// Says how much was found, once the person has paused.
fn tell(state: AppState, ticket: u32, count: usize, has_sign: bool) {
    let mut said = match count {
        0 => state.text(Text::SearchNothing, &[]),
        1 => state.text(Text::SearchCountOne, &[]),
        count => state.text(Text::SearchCount, &[("count", &count.to_string())]),
    };
    if has_sign {
        said = [&said, " ", &state.text(Text::SearchCountSign, &[])].concat();
    }
    spawn_local(async move {
        page::pause(SAID_AFTER_MS).await;
        if is_shown(ticket) {
            open::tell(&said);
        }
    });
}

/// Words of the guide that are near what was typed.
fn near(state: AppState, found: &Part, text: &str) {
    let words = live::near(text);
    if words.is_empty() {
        return;
    }
    let near = lines::words(state, "p", "found-near", Text::SearchNear);
    for word in words {
        let button = Part::new(
            "button",
            &[("type", "button"), ("class", "quiet"), ("data-try", &word)],
        );
        button.say(&word);
        near.add(&button);
    }
    found.add(&near);
}

/// Where else to look.
fn ways(state: AppState, found: &Part) {
    found.add(&lines::words(state, "h2", "found-ways", Text::SearchWays));
    let list = Part::new("ul", &[("class", "found-list")]);
    for (to, text) in [
        (Destination::Help, Text::SearchHelp),
        (Destination::Words, Text::SearchWords),
        (Destination::Guide, Text::SearchContents),
    ] {
        let link = Part::new(
            "a",
            &[
                ("class", "found-title"),
                ("href", &lines::address(state, to, None)),
            ],
        );
        link.say(&state.text(text, &[]));
        let item = Part::new("li", &[]);
        item.add(&link);
        list.add(&item);
    }
    found.add(&list);
}
