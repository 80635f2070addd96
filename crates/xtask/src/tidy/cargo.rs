//! Which crates the manifests of Cargo name: no package depends on one that its room may not use.

use super::{Finding, rooms};

/// For the app's own manifest.
const OF_APP: &str = "no room in src/ may use it: what only the build and the tests need goes into \
    crates/xtask or tests/browser";

/// Checks one `Cargo.toml`, named by its path from the root.
///
/// The app's own manifest stands for every room in `src/`: what none of them may use, it must not
/// name. Crates of others are free to the tests.
pub(super) fn check(file: &str, text: &str) -> Vec<Finding> {
    let own = file.trim_end_matches("Cargo.toml").trim_end_matches('/');
    let rooms: Vec<_> = if own.is_empty() {
        let of_app = rooms::all().filter(|(place, _)| place.starts_with("src/"));
        of_app.map(|(_, room)| room).collect()
    } else {
        rooms::of(own).into_iter().map(|(_, room)| room).collect()
    };
    let why = match rooms.first() {
        Some(_) if own.is_empty() => OF_APP,
        Some(room) => room.why,
        None => return Vec::new(),
    };
    let may_use = |name: &str| rooms.iter().any(|room| room.may_use(name));
    let mut findings = Vec::new();
    for (line, name, for_tests) in dependencies(text) {
        let ours = name.strip_prefix("bearings-");
        let is_free = ours.is_none() && (for_tests || !rooms.iter().all(|room| room.is_closed()));
        if !is_free && !may_use(ours.unwrap_or(name)) {
            findings.push(Finding {
                file: file.to_owned(),
                line,
                what: format!(
                    "this package names {name}, which its row of ARCHITECTURE.md does not"
                ),
                why,
            });
        }
    }
    findings
}

/// Each dependency with its line, and whether it is one of the tests only. The list that the
/// workspace shares is nobody's dependency.
fn dependencies(text: &str) -> Vec<(usize, &str, bool)> {
    let mut found = Vec::new();
    let (mut inside, mut for_tests) = (false, false);
    for (number, line) in (1..).zip(text.lines()) {
        let line = line.trim();
        if let Some(header) = line.strip_prefix('[') {
            let header = header.trim_end_matches(']').trim_end_matches('"');
            let (section, name) = match header.rsplit_once("dependencies.") {
                Some((_, name)) => (header.trim_end_matches(name), Some(name.trim_matches('"'))),
                None => (header, None),
            };
            let section = section.trim_end_matches(['.', '"']);
            let is_list = section.ends_with("dependencies") && section != "workspace.dependencies";
            for_tests = section.ends_with("dev-dependencies");
            inside = is_list && name.is_none();
            if let Some(name) = name.filter(|_| is_list) {
                found.push((number, name, for_tests));
            }
        } else if inside && !line.starts_with('#') {
            // A package may go by another name here: `other = { package = "name" }`.
            let renamed = line.split_once("package = \"").map(|(_, rest)| rest);
            let end = |c: char| !(c.is_alphanumeric() || c == '-' || c == '_');
            let name = renamed
                .unwrap_or(line.trim_start_matches('"'))
                .split(end)
                .next()
                .unwrap_or("");
            if !name.is_empty() {
                found.push((number, name, for_tests));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::check;

    #[track_caller]
    fn finds(file: &str, text: &str, lines: &[usize]) {
        crate::tidy::assert_lines(&check(file, text), lines, &format!("{file}: {text}"));
    }

    #[test]
    fn a_package_names_only_what_its_row_names() {
        let text = "[dependencies]\nbearings-domain.workspace = true\nbearings-host = { path = \"../host\" }\n";
        finds("crates/content/Cargo.toml", text, &[3]);
        finds("crates/xtask/Cargo.toml", text, &[]);
        finds("Cargo.toml", text, &[3]);
        let renamed = "[dependencies]\nother = { package = \"bearings-host\", path = \"../host\" }";
        finds("crates/content/Cargo.toml", renamed, &[2]);
        finds(
            "crates/content/Cargo.toml",
            "[target.wasm.dependencies.bearings-host]\npath = \"..\"",
            &[1],
        );
    }

    #[test]
    fn the_rules_have_no_crates_of_others_but_for_tests() {
        let text = "[dependencies]\nthiserror.workspace = true\nserde = \"1\"\n\n[dev-dependencies]\nproptest = \"1\"";
        finds("crates/domain/Cargo.toml", text, &[3]);
        finds("crates/records/Cargo.toml", text, &[3]);
        finds("crates/content/Cargo.toml", text, &[]);
    }

    #[test]
    fn the_shared_list_is_nobodys_dependency() {
        finds(
            "Cargo.toml",
            "[workspace.dependencies]\nbearings-host = { path = \"crates/host\" }",
            &[],
        );
        finds("Cargo.toml", "[package]\nname = \"bearings-host\"", &[]);
    }
}
