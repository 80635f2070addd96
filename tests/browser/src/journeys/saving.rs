//! Files that come, files that do not, and files that lack something.

mod files;
mod no_file;
mod part;

use super::ALL;
use crate::stage::Journey;

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 46: a protected backup is made first, and saved at once with the next tap",
        engines: ALL,
        run: files::tap_saves,
    },
    Journey {
        name: "fault 47: no file comes: it can be shared or copied, and the page says so",
        engines: ALL,
        run: no_file::no_file,
    },
    Journey {
        name: "fault 47: storage blocked: it is said where words are, and they can be taken along",
        engines: ALL,
        run: no_file::blocked,
    },
    Journey {
        name: "fault 48: a backup that lacks what could not be read says so, in its name too",
        engines: ALL,
        run: part::not_whole,
    },
    Journey {
        name: "fault 49: a real file is saved, read and restored, plain, protected and to read",
        engines: ALL,
        run: files::real_files,
    },
    Journey {
        name: "a backup without a date, or with nothing that can be read, is told as that",
        engines: ALL,
        run: part::odd_backups,
    },
];
