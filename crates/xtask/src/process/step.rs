//! What a line of a tool's output tells somebody who waits.

/// The step that begins with this line, in plain words.
///
/// Lines of a log, and whatever else is not known here, say nothing to somebody who waits: `None`,
/// and what was told last stays.
pub(super) fn step(line: &str) -> Option<String> {
    let line = line.trim();
    // Trunk names its hook only in a line of its log.
    if line.contains("spawning hook") {
        return Some("writing every page".to_owned());
    }
    let (verb, rest) = line.split_once(' ')?;
    // `leptos v0.8.10 (/some/where)`: the place is no news.
    let what = || rest.split(" (").next().unwrap_or(rest);
    let told = match verb {
        // Cargo.
        "Compiling" => format!("compiling {}", what()),
        "Checking" => format!("checking {}", what()),
        "Updating" => "reading the list of crates".to_owned(),
        "Downloading" | "Downloaded" => "downloading crates".to_owned(),
        "Blocking" => "waiting for another run of Cargo to end".to_owned(),
        "Running" | "Doc-tests" => "running what was compiled".to_owned(),
        "Finished" => "compiled; putting the parts together".to_owned(),
        // apt.
        "Selecting" | "Preparing" | "Unpacking" => "unpacking".to_owned(),
        "Setting" if rest.starts_with("up ") => "setting up".to_owned(),
        verb if verb.starts_with("Get:") => "downloading".to_owned(),
        // rustup.
        "info:" if rest.starts_with("downloading") => "downloading".to_owned(),
        "info:" if rest.starts_with("installing") => "unpacking".to_owned(),
        _ => return None,
    };
    Some(told)
}

#[cfg(test)]
mod tests {
    use super::step;

    #[track_caller]
    fn tells(line: &str, expected: Option<&str>) {
        assert_eq!(step(line).as_deref(), expected, "{line}");
    }

    #[test]
    fn steps_are_told_in_plain_words() {
        let compiling = "   Compiling leptos v0.8.10";
        tells(compiling, Some("compiling leptos v0.8.10"));
        let ours = "   Compiling bearings v0.1.0 (/some/where)";
        tells(ours, Some("compiling bearings v0.1.0"));
        let finished = "    Finished `release` profile [optimized] target(s) in 2m 31s";
        tells(finished, Some("compiled; putting the parts together"));
        let hook = "2026-01-01T07:29:15.631652Z  INFO spawning hook stage=PostBuild command=cargo";
        tells(hook, Some("writing every page"));
        let apt =
            "Get:3 http://deb.debian.org/debian bookworm/main amd64 nodejs amd64 18.20 [322 kB]";
        tells(apt, Some("downloading"));
    }

    #[test]
    fn lines_of_a_log_are_not_told() {
        let warning = "2026-01-01T07:28:53.796916Z  WARN Failed to minify JS: RequiredTokenNo";
        tells(warning, None);
        let npm =
            "npm warn deprecated inflight@1.0.6: This module is not supported, and leaks memory";
        tells(npm, None);
        tells("prerender: 140 pages written", None);
        tells("test store::reads ... ok", None);
        tells("", None);
    }
}
