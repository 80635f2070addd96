//! A newer release arrives: the old one stays whole until the person says so.

mod offer;
mod stale;
mod switch;

use super::ALL;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::stage::Journey;
use crate::stop::{Step, check, text};

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 4: a new version while the app is open: the old one stays whole, and it is said",
        engines: ALL,
        run: offer::ready,
    },
    Journey {
        name: "fault 5: the update is accepted: the same block in view, few bytes",
        engines: ALL,
        run: switch::accepted,
    },
    Journey {
        name: "fault 5: the update is accepted while a note is written: the words are kept, one load, no other tab",
        engines: ALL,
        run: switch::accepted_in_notes,
    },
    Journey {
        name: "fault 6: the update is accepted in one tab: the other is left alone, and no page is half of each",
        engines: ALL,
        run: switch::two_tabs,
    },
    Journey {
        name: "what a release puts right is said until the person has switched",
        engines: ALL,
        run: offer::correction,
    },
    Journey {
        name: "fault 30: a request that is never answered does not hold the newer version back",
        engines: ALL,
        run: switch::held,
    },
    Journey {
        name: "fault 54: a worker that sleeps does not hold the newer version back",
        engines: &[Engine::Chromium],
        run: switch::asleep,
    },
    Journey {
        name: "fault 22: a stale page names deleted files: one reload heals it",
        engines: ALL,
        run: stale::stale,
    },
];

/// From now on the name of the window tells which programs were started in this tab.
fn count_loads(browser: &Browser) -> Step {
    browser.js("window.name = ''", &[]).map(drop)
}

/// These programs were started in this tab since, one after the other, and no others.
fn were_loaded(browser: &Browser, builds: &[&str], what: &str) -> Step {
    let seen = text(&browser.js("return window.name", &[])?);
    let seen: Vec<&str> = seen.split_whitespace().collect();
    check(
        seen == builds,
        format!("the loads {builds:?} {what}"),
        format!("{seen:?}"),
    )
}
