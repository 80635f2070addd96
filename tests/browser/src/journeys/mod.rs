//! The journeys, by what they are about.

mod access;
mod backup;
mod broken;
mod early;
mod first_load;
mod frame;
mod history;
mod install;
mod keyboard;
mod layout;
mod moved;
mod newer;
mod no_script;
mod not_found;
mod notes;
mod offline;
mod place;
mod settings;
mod storage;
mod tabs;
mod updates;

use crate::engine::Engine;
use crate::stage::Journey;

/// Every engine.
const ALL: &[Engine] = &Engine::ALL;
/// Where only Chromium has the means.
const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// Every journey, the simplest first: when nothing works, it says so first.
pub fn all() -> Vec<&'static Journey> {
    [
        frame::JOURNEYS,
        place::JOURNEYS,
        no_script::JOURNEYS,
        storage::JOURNEYS,
        backup::JOURNEYS,
        settings::JOURNEYS,
        history::JOURNEYS,
        keyboard::JOURNEYS,
        not_found::JOURNEYS,
        tabs::JOURNEYS,
        notes::JOURNEYS,
        moved::JOURNEYS,
        early::JOURNEYS,
        first_load::JOURNEYS,
        offline::JOURNEYS,
        updates::JOURNEYS,
        broken::JOURNEYS,
        install::JOURNEYS,
        layout::JOURNEYS,
        access::JOURNEYS,
    ]
    .into_iter()
    .flatten()
    .collect()
}
