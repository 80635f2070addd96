//! Opens the window of search, on any page: there is the field at once, and what it finds comes
//! with a chunk of the program.

#[cfg(feature = "csr")]
use crate::browser::parts::mark;
use crate::browser::parts::{self, Part, say, show};
use crate::browser::{controls, sheet};
use crate::state::AppState;
use bearings_domain::text::Text;

/// The id of the window, and the name of the button that opens it.
const SHEET: &str = "search";
/// The field.
pub const FIELD: &str = "search-field";
/// Where it says that search is coming, or is not.
const STATUS: &str = "#search-status";
/// Where what is found is shown.
#[cfg(feature = "csr")]
pub const FOUND: &str = "#search-found";

/// Starts to listen. `load` brings search into the window, or calls [`fail`].
pub fn start(state: AppState, load: fn(AppState)) {
    controls::taps(move |name| match name {
        SHEET => open(state, load),
        "search-close" => close(),
        _ => {}
    });
    controls::shortcut("/", move || open(state, load));
}

fn open(state: AppState, load: fn(AppState)) {
    if !parts::has(STATUS) {
        make(state);
    }
    wait(state, Text::FindBusy, false);
    sheet::open(SHEET);
    load(state);
}

/// Puts the window away; the focus goes back to where it was.
pub fn close() {
    sheet::close(SHEET);
}

/// Says in the window that search cannot be had, and how to try again.
#[cfg(feature = "csr")]
pub fn fail(state: AppState) {
    wait(state, Text::FindFailed, true);
}

fn wait(state: AppState, text: Text, has_failed: bool) {
    if parts::part(STATUS).is_some_and(|status| status.attribute("data-done").is_empty()) {
        say(STATUS, &state.text(text, &[]));
        show("#search-again", has_failed);
    }
}

/// Search is here: from now on this says how much was found.
#[cfg(feature = "csr")]
pub fn come() {
    say(STATUS, "");
    mark(STATUS, "data-done", Some("1"));
    mark(STATUS, "class", Some("visually-hidden"));
    show("#search-again", false);
}

/// What is said to screen readers of what was found.
#[cfg(feature = "csr")]
pub fn tell(text: &str) {
    say(STATUS, text);
}

/// An element of the window: its kind, what its attributes say, and its text.
type Piece = (
    &'static str,
    &'static [(&'static str, &'static str)],
    Option<Text>,
);

/// What stays in sight at the top.
static HEAD: [Piece; 3] = [
    ("label", &[("for", FIELD)], Some(Text::FindLabel)),
    (
        "button",
        &[("class", "quiet"), ("data-click", "search-close")],
        Some(Text::NoticeDismiss),
    ),
    (
        "input",
        &[
            ("id", FIELD),
            ("type", "text"),
            ("enterkeyhint", "search"),
            ("autocomplete", "off"),
            ("autocapitalize", "none"),
            ("spellcheck", "false"),
            ("autofocus", ""),
        ],
        None,
    ),
];

/// What is below.
static BELOW: [Piece; 3] = [
    ("p", &[("id", "search-status"), ("role", "status")], None),
    (
        "button",
        &[("id", "search-again"), ("data-click", SHEET)],
        Some(Text::BootRetry),
    ),
    ("div", &[("id", "search-found")], None),
];

/// The window with its field.
fn make(state: AppState) {
    let window = sheet::make(SHEET, &state.text(Text::Find, &[]));
    let head = Part::new("div", &[("role", "search")]);
    window.add(&head);
    for (around, pieces) in [(&head, &HEAD), (&window, &BELOW)] {
        for (kind, attributes, text) in pieces {
            let piece = Part::new(kind, attributes);
            if let Some(text) = text {
                piece.say(&state.text(*text, &[]));
            }
            around.add(&piece);
        }
    }
}
