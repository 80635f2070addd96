//! What the browser throws away by itself, and what another tab takes away.

mod pages;
mod words;

use super::ALL;
use crate::stage::Journey;

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 20: saved pages thrown away and notes not: an honest page offline, healed online",
        engines: ALL,
        run: pages::pages_gone,
    },
    Journey {
        name: "fault 31: a page of this release is lost: the same page of an older one does not stand in for it",
        engines: ALL,
        run: pages::page_lost,
    },
    Journey {
        name: "fault 37: a file that another page of the host has put into our cache is thrown out, and brought back",
        engines: ALL,
        run: pages::foreign_file,
    },
    Journey {
        name: "fault 20: notes thrown away and saved pages not: every page opens, and a new note is kept",
        engines: ALL,
        run: words::notes_gone,
    },
    Journey {
        name: "fault 20: notes on the screen outlive the storage that was emptied in another tab",
        engines: ALL,
        run: words::emptied_elsewhere,
    },
    Journey {
        name: "fault 20: storage emptied by the browser while the page slept: the words stay and are written again; erased by hand: they do not",
        engines: ALL,
        run: words::emptied_asleep,
    },
    Journey {
        name: "fault 20: marks outlive storage that the browser emptied while the page slept",
        engines: ALL,
        run: words::marks_emptied,
    },
];

/// The note that is there before anything is thrown away.
const WORDS: &str = "Written before it was gone";
