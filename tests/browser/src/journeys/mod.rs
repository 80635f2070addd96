//! The journeys, by what they are about.

mod access;
mod addresses;
mod age;
mod backup;
mod broken;
mod crash;
mod dressed;
mod early;
mod erased;
mod evicted;
mod find;
mod first_load;
mod frame;
mod framed;
mod help;
mod history;
mod install;
mod keyboard;
mod layout;
mod long;
mod look;
mod moved;
mod neighbours;
mod newer;
mod no_script;
mod not_found;
mod notes;
mod offline;
mod panel;
mod passphrase;
mod position;
mod reach;
mod records;
mod rewritten;
mod room;
mod saving;
mod settings;
mod spoken;
mod steps;
mod stopped;
mod storage;
mod tabs;
mod translated;
mod updates;
mod writing;

use std::time::Duration;

pub use long::LONG;

use crate::engine::Engine;
use crate::stage::Journey;

/// Every engine.
const ALL: &[Engine] = &Engine::ALL;
/// How long a whole guide may take to be saved: 3.4 MB of pages, which the host compresses at
/// Brotli 11, while two other engines do the same on two cores.
const WHOLE_GUIDE: Duration = Duration::from_secs(90);
/// Where only Chromium has the means.
const CHROMIUM: &[Engine] = &[Engine::Chromium];

/// Every journey, the simplest first: when nothing works, it says so first.
pub fn all() -> Vec<&'static Journey> {
    [
        frame::JOURNEYS,
        position::JOURNEYS,
        no_script::JOURNEYS,
        storage::JOURNEYS,
        backup::JOURNEYS,
        passphrase::JOURNEYS,
        saving::JOURNEYS,
        framed::JOURNEYS,
        translated::JOURNEYS,
        settings::JOURNEYS,
        look::JOURNEYS,
        help::JOURNEYS,
        history::JOURNEYS,
        addresses::JOURNEYS,
        stopped::JOURNEYS,
        age::JOURNEYS,
        keyboard::JOURNEYS,
        reach::JOURNEYS,
        find::JOURNEYS,
        not_found::JOURNEYS,
        tabs::JOURNEYS,
        notes::JOURNEYS,
        writing::JOURNEYS,
        crash::JOURNEYS,
        erased::JOURNEYS,
        moved::JOURNEYS,
        early::JOURNEYS,
        first_load::JOURNEYS,
        offline::JOURNEYS,
        evicted::JOURNEYS,
        neighbours::JOURNEYS,
        room::JOURNEYS,
        panel::JOURNEYS,
        updates::JOURNEYS,
        rewritten::JOURNEYS,
        broken::JOURNEYS,
        install::JOURNEYS,
        layout::JOURNEYS,
        dressed::JOURNEYS,
        access::JOURNEYS,
        spoken::JOURNEYS,
    ]
    .into_iter()
    .flatten()
    .collect()
}
