//! Writing in many notes and in long ones, beside other tabs: what a key sets in motion, what is
//! said aloud, and what stays in sight.

mod aloud;
mod journal;
mod large;
mod sight;

use super::ALL;
use crate::stage::Journey;

pub const JOURNEYS: &[Journey] = &[
    Journey {
        name: "fault 40: with five hundred notes a key changes its own note on the page and no other",
        engines: ALL,
        run: large::many,
    },
    Journey {
        name: "fault 41: a note of 100,000 characters is laid out once for each key, saved whole, and prints whole",
        engines: ALL,
        run: large::long,
    },
    Journey {
        name: "fault 42: the line somebody writes in stays in sight when \"Not saved\" comes and goes",
        engines: ALL,
        run: sight::in_sight,
    },
    Journey {
        name: "fault 43: a note from right to left stands on its side: in the field, on paper, in the copy to read",
        engines: ALL,
        run: sight::right_to_left,
    },
    Journey {
        name: "fault 44: \"Saved\" is said aloud once, and then only what stops being true",
        engines: ALL,
        run: aloud::said_once,
    },
    Journey {
        name: "what one tab has just put into the journal is not taken out by another",
        engines: ALL,
        run: journal::journal_of_two,
    },
    Journey {
        name: "a database that opens too late is closed again, and does not hold up erasing",
        engines: ALL,
        run: journal::late_database,
    },
];

/// Types at once, without a pause in which anything could be saved.
const PUT: &str = "const field = document.activeElement; \
     for (const key of arguments[0]) { field.setRangeText(key, field.selectionStart, \
     field.selectionEnd, 'end'); field.dispatchEvent(new Event('input', { bubbles: true })) }";
