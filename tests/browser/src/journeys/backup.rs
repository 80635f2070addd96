//! What a person wrote can be taken along, brought back and erased; no file can do harm.

pub mod hands;

mod files;
mod limits;
mod round_trip;

use super::{ALL, CHROMIUM};
use crate::stage::Journey;

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "backup, erase, restore: storage is identical",
        engines: ALL,
        run: round_trip::plain,
    },
    Journey {
        name: "protected backup, erase, restore: storage is identical, a wrong passphrase does nothing",
        engines: ALL,
        run: round_trip::protected,
    },
    Journey {
        name: "files saved by every released version restore, plain and protected",
        engines: ALL,
        run: files::released,
    },
    Journey {
        name: "a file that is no good backup changes nothing and is told why",
        engines: ALL,
        run: files::bad_files,
    },
    Journey {
        name: "a restore can be undone",
        engines: ALL,
        run: round_trip::undo,
    },
    Journey {
        name: "a restore that finds no room changes nothing",
        engines: ALL,
        run: limits::no_room,
    },
    Journey {
        name: "storage blocked: the notice saves what is in memory at once",
        engines: ALL,
        run: limits::export_now,
    },
    Journey {
        name: "the words of a region go with all that is erased and come back with a backup, at once",
        engines: ALL,
        run: round_trip::region,
    },
    Journey {
        name: "on a connection without cryptography the plain backup works and says why there is no other",
        engines: CHROMIUM,
        run: limits::insecure,
    },
];
