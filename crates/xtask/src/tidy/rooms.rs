//! The rooms of the code and what each may use: the table of ARCHITECTURE.md as data. A test holds
//! the two together.

/// One row of the table.
#[derive(Debug)]
pub(super) struct Room {
    /// Folders and files, from the root of the repository. Each is a room of its own.
    places: &'static [&'static str],
    /// Names of rooms; `features` stands for each of [`FEATURES`]. A list with `std` is complete:
    /// no crate but those it names.
    may_use: &'static [&'static str],
    /// Why it may use no more, and what to do instead.
    pub(super) why: &'static str,
}

/// What the table calls the features.
const FEATURES: &[&str] = &[
    "frame", "guide", "reading", "notes", "device", "settings", "find",
];

const PLAIN_RULES: &str = "rules are plain Rust, so that each is tested on the host in milliseconds; \
    take what you need as an argument, or as a trait that the caller implements";
const FEATURE: &str = "a feature never uses another: links go through `Route`, data through `AppState`, \
    shared parts into src/ui/";
const WHOLE: &str = "the finished pages put the features together and do nothing else; \
    move the work into a feature or into src/state/";
const HOST_TOOL: &str =
    "the build and the tests see the app only as a site; ask the built files, or `domain`";

/// Every room with Rust in it, in the order of the table.
#[rustfmt::skip]
pub(super) const ROOMS: &[Room] = &[
    Room { places: &["crates/domain"], may_use: &["std", "thiserror"], why: PLAIN_RULES },
    Room { places: &["crates/records"], may_use: &["std", "thiserror", "domain"], why: PLAIN_RULES },
    Room { places: &["crates/search"], may_use: &["std", "thiserror", "domain"], why: PLAIN_RULES },
    Room { places: &["crates/content"], may_use: &["domain", "search"],
        why: "the compiler turns text into values of `domain` and knows neither app nor tools; give it what it needs as an argument" },
    Room { places: &["src/browser"], may_use: &["domain", "records"],
        why: "src/browser/ is below the app and implements the traits of `records`; hand in what it needs, or turn the dependency round" },
    Room { places: &["src/state"], may_use: &["browser", "domain", "records", "testing"],
        why: "the state is below every view and knows none; a view follows a signal of the state instead" },
    Room { places: &["src/text.rs"], may_use: &["state", "domain"],
        why: "texts are looked up for any view; whatever belongs to one feature goes into that feature" },
    Room { places: &["src/ui"], may_use: &["text", "browser", "domain"],
        why: "shared pieces know no feature and no state; take what they show as a property" },
    Room { places: &["src/ui/prose.rs"], may_use: &["content"],
        why: "where HTML is set there is nothing else, so that it can be read at a glance; put the rest beside it" },
    Room { places: &["src/frame", "src/guide", "src/reading"],
        may_use: &["state", "ui", "text", "browser", "domain", "records", "testing"], why: FEATURE },
    Room { places: &["src/notes", "src/device", "src/settings"],
        may_use: &["state", "ui", "text", "browser", "domain", "records", "testing"], why: FEATURE },
    Room { places: &["src/find"],
        may_use: &["state", "text", "browser", "domain", "search"], why: FEATURE },
    Room { places: &["src/testing.rs"], may_use: &["domain"],
        why: "an example for the tests of every feature must not depend on one; keep special examples beside their tests" },
    Room { places: &["src/app.rs", "src/tools.rs"],
        may_use: &["features", "state", "ui", "text", "domain"], why: WHOLE },
    Room { places: &["src/lib.rs", "src/chunks.rs"],
        may_use: &["chunks", "app", "tools", "features", "state", "ui", "text", "browser", "domain"],
        why: "the library starts the features; the compiler and the tools are for the host" },
    Room { places: &["src/main.rs"], may_use: &["lib"],
        why: "the entry points only call the library; move the work there" },
    Room { places: &["src/bin/prerender"], may_use: &["lib", "app", "tools", "content", "domain"],
        why: "prerender renders whole pages; let `app` or `tools` show what is missing" },
    Room { places: &["crates/host"], may_use: &[],
        why: "the server stands for any plain host, which knows nothing of the site; give it the value as an option" },
    Room { places: &["crates/wasm-streams"], may_use: &[],
        why: "a stub for a crate of others has nothing of ours" },
    Room { places: &["crates/xtask"], may_use: &["content", "domain", "host"], why: HOST_TOOL },
    Room { places: &["tests/browser"], may_use: &["domain", "host"], why: HOST_TOOL },
];

impl Room {
    /// Whether what is in this row may use that room, or that crate of others.
    pub(super) fn may_use(&self, name: &str) -> bool {
        let list = self.may_use;
        list.contains(&name) || (list.contains(&"features") && FEATURES.contains(&name))
    }

    /// Whether the row says which crates of others it may use.
    pub(super) fn is_closed(&self) -> bool {
        self.may_use.contains(&"std")
    }

    /// What it may use, for people.
    pub(super) fn list(&self) -> String {
        if self.may_use.is_empty() {
            return "nothing of ours".to_owned();
        }
        format!("only {}", self.may_use.join(", "))
    }
}

/// The room of a file, and its row. `src/state.rs` and `src/state/..` are the same room.
pub(super) fn of(file: &str) -> Option<(&'static str, &'static Room)> {
    let file = without_end(file);
    let is_at = |place: &str| {
        file.strip_prefix(without_end(place))
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    // `src/ui/prose.rs` is more than a file of `src/ui`.
    let found = all()
        .filter(|(place, _)| is_at(place))
        .max_by_key(|(place, _)| place.len());
    found.map(|(place, room)| (name(place), room))
}

/// The room of a module at the root of the app; everything else at the root is the library itself.
pub(super) fn of_module(module: Option<&str>) -> &'static str {
    all()
        .map(|(place, _)| place)
        .filter(|place| place.starts_with("src/"))
        .map(name)
        .find(|name| Some(*name) == module)
        .unwrap_or("lib")
}

/// Every place with its row.
pub(super) fn all() -> impl Iterator<Item = (&'static str, &'static Room)> {
    ROOMS
        .iter()
        .flat_map(|room| room.places.iter().map(move |place| (*place, room)))
}

/// How the table and the findings call a place: `src/bin/prerender` is `bin/prerender`.
fn name(place: &'static str) -> &'static str {
    let place = without_end(place);
    place
        .strip_prefix("src/")
        .or_else(|| place.strip_prefix("crates/"))
        .unwrap_or(place)
}

fn without_end(path: &str) -> &str {
    path.strip_suffix(".rs").unwrap_or(path)
}

#[cfg(test)]
mod tests {
    use super::{FEATURES, ROOMS, all, name, of, of_module};

    /// A row of the table: its places, what they may use, and whether they are features.
    type Row = (Vec<String>, Vec<String>, bool);

    /// The rows of `## Rooms` that have Rust in them.
    ///
    /// Places are in backticks; those after the first are beside it. What a place may use is a list
    /// with commas, `–` if nothing, `the same` as the row above; what stands after a semicolon is a
    /// remark for people. What features are begins with `Features: `.
    fn table(text: &str) -> Vec<Row> {
        let rooms = text.split("\n## ").find(|part| part.starts_with("Rooms"));
        let rows = rooms.expect("a chapter `Rooms`").lines();
        let mut above = Vec::new();
        rows.filter(|line| line.starts_with("| `"))
            .map(|line| {
                let cells: Vec<&str> = line.trim_matches('|').split(" | ").collect();
                assert_eq!(cells.len(), 3, "three cells: {line}");
                if cells[2].trim() != "the same" {
                    above = may_use(cells[2]);
                }
                let is_feature = cells[1].starts_with("Features: ");
                (places(cells[0]), above.clone(), is_feature)
            })
            .filter(|(places, ..)| {
                let rust = ["src/", "crates/", "tests/"];
                places
                    .iter()
                    .all(|place| rust.iter().any(|start| place.starts_with(start)))
            })
            .collect()
    }

    fn places(cell: &str) -> Vec<String> {
        let mut spans = cell
            .split('`')
            .skip(1)
            .step_by(2)
            .map(|span| span.trim_end_matches('/'));
        let first = spans.next().expect("a place").to_owned();
        let folder = first.rsplit_once('/').map_or("", |(folder, _)| folder);
        let beside: Vec<String> = spans.map(|span| format!("{folder}/{span}")).collect();
        [vec![first.clone()], beside].concat()
    }

    fn may_use(cell: &str) -> Vec<String> {
        let list = cell.split(';').next().unwrap_or_default();
        list.split(',')
            .map(|item| item.trim().trim_start_matches("the ").trim_matches('`'))
            .filter(|item| *item != "–")
            .map(str::to_owned)
            .collect()
    }

    #[test]
    fn the_table_of_architecture_md_says_the_same() {
        let written = table(include_str!("../../../../ARCHITECTURE.md"));
        let owned = |list: &[&str]| list.iter().map(|item| (*item).to_owned()).collect();
        let is_feature = |place: &&'static str| FEATURES.contains(&name(place));
        let held: Vec<Row> = ROOMS
            .iter()
            .map(|room| {
                let features = room.places.iter().any(is_feature);
                (owned(room.places), owned(room.may_use), features)
            })
            .collect();
        for (written, held) in written.iter().zip(&held) {
            assert_eq!(
                written, held,
                "ARCHITECTURE.md (left) and tidy/rooms.rs (right) differ: change both"
            );
        }
        assert_eq!(
            written.len(),
            held.len(),
            "a room is only in one of ARCHITECTURE.md (left) and tidy/rooms.rs (right)"
        );
    }

    #[test]
    fn a_row_is_read_as_people_read_it() {
        let text = "# A\n\n## Rooms\n\n| where | what | may use |\n|---|---|---|\n\
            | `src/a`, `b.rs` | Features: two | the features, `c`; no clock, ever |\n| `src/e` | four | the same |\n\
            | `sw/` | other | – |\n| `crates/d` | three | – |\n\n## More\n";
        let owned = |list: &[&str]| list.iter().map(ToString::to_string).collect();
        let expected = [
            (
                owned(&["src/a", "src/b.rs"]),
                owned(&["features", "c"]),
                true,
            ),
            (owned(&["src/e"]), owned(&["features", "c"]), false),
            (owned(&["crates/d"]), owned(&[]), false),
        ];
        assert_eq!(table(text), expected);
    }

    #[test]
    fn what_a_room_may_use_is_a_room_too() {
        let names: Vec<&str> = all().map(|(place, _)| name(place)).collect();
        let others = ["std", "thiserror", "features"];
        for name in ROOMS.iter().flat_map(|room| room.may_use) {
            assert!(names.contains(name) || others.contains(name), "{name}");
        }
    }

    #[test]
    fn every_file_has_the_room_it_stands_in() {
        for (file, room) in [
            ("src/state/offline/tests.rs", Some("state")),
            ("src/state.rs", Some("state")),
            ("src/stately.rs", None),
            ("src/ui/icon.rs", Some("ui")),
            ("src/ui/prose.rs", Some("ui/prose")),
            ("src/tools.rs", Some("tools")),
            ("src/bin/prerender/main.rs", Some("bin/prerender")),
            ("tests/browser/src/main.rs", Some("tests/browser")),
        ] {
            assert_eq!(of(file).map(|(name, _)| name), room, "{file}");
        }
        assert_eq!(of_module(Some("guide")), "guide");
        assert_eq!(of_module(Some("AppState")), "lib");
        assert_eq!(of_module(None), "lib");
    }
}
