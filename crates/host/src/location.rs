//! From the path of a request to a file below the root, and never above it.

use std::path::{Path, PathBuf};

/// Where a request points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Location {
    /// Below the prefix: the decoded path with no leading slash; empty for the root itself.
    Inside(String),
    /// The prefix without its last slash: the server points to the folder, as every host does.
    Folder,
    /// Somewhere else on this host, or a path that no browser sends.
    Elsewhere,
}

/// Brings a prefix into the form `/` or `/some/sub/path/`; `None` if it could not be one.
pub(crate) fn normal_prefix(given: &str) -> Option<String> {
    let inner = given.trim_matches('/');
    let clean = |part: &str| {
        !part.is_empty()
            && part
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c))
            && !part.chars().all(|c| c == '.')
    };
    if inner.is_empty() {
        Some("/".to_owned())
    } else if inner.split('/').all(clean) {
        Some(format!("/{inner}/"))
    } else {
        None
    }
}

/// Works out where a raw request path points, given a normal prefix.
pub(crate) fn locate(prefix: &str, raw: &str) -> Location {
    if let Some(below) = raw.strip_prefix(prefix) {
        return decode(below)
            .filter(|path| is_plain(path))
            .map_or(Location::Elsewhere, Location::Inside);
    }
    if prefix.strip_suffix('/') == Some(raw) {
        Location::Folder
    } else {
        Location::Elsewhere
    }
}

/// The file for a decoded path, if it is one and lies below the root, symbolic links resolved.
pub(crate) fn file_at(root: &Path, below: &str) -> Option<PathBuf> {
    let name = if below.is_empty() {
        "index.html"
    } else {
        below
    };
    if name.ends_with('/') {
        return None;
    }
    let root = root.canonicalize().ok()?;
    let file = root.join(name).canonicalize().ok()?;
    (file.starts_with(&root) && file.is_file()).then_some(file)
}

/// No step upwards, no empty step but a last one, nothing that another system reads as a separator.
fn is_plain(path: &str) -> bool {
    let steps = path.strip_suffix('/').unwrap_or(path);
    path.is_empty()
        || (!path.contains(['\\', '\0', ':'])
            && steps
                .split('/')
                .all(|step| !matches!(step, "" | "." | "..")))
}

fn decode(raw: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(raw.len());
    let mut rest = raw.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::{Location, file_at, locate, normal_prefix};
    use crate::testing::Folder;

    #[track_caller]
    fn check(prefix: &str, raw: &str, expected: Option<&str>) {
        let found = match locate(prefix, raw) {
            Location::Inside(path) => Some(path),
            Location::Folder | Location::Elsewhere => None,
        };
        assert_eq!(found.as_deref(), expected, "{prefix} {raw}");
    }

    #[test]
    fn a_path_is_taken_below_the_prefix() {
        check("/", "/", Some(""));
        check("/", "/guide/bone-scan.html", Some("guide/bone-scan.html"));
        check("/a/b/", "/a/b/", Some(""));
        check("/a/b/", "/a/b/help.html", Some("help.html"));
        check("/a/b/", "/a/b/two%20words.html", Some("two words.html"));
        check("/a/b/", "/a/bc/help.html", None);
        assert_eq!(locate("/a/b/", "/a/b"), Location::Folder);
    }

    #[test]
    fn a_path_cannot_climb_out_in_any_spelling() {
        for raw in [
            "/../x",
            "/%2e%2e/x",
            "/a/..%2fx",
            "/a/%5c..%5cx",
            "//etc/passwd",
            "/./x",
            "/%00",
        ] {
            check("/", raw, None);
        }
        check("/", "/%zz", None);
        check("/", "/%ff", None);
    }

    #[test]
    fn only_files_below_the_root_are_found_and_an_index_only_at_the_root() {
        let folder = Folder::new(&[
            ("site/index.html", "i"),
            ("site/guide/index.html", "g"),
            ("secret", "s"),
        ]);
        let root = folder.path().join("site");
        assert!(file_at(&root, "").is_some());
        assert!(file_at(&root, "guide/index.html").is_some());
        assert!(file_at(&root, "guide").is_none(), "a folder is not a page");
        assert!(
            file_at(&root, "guide/").is_none(),
            "no rewrite rules below the root"
        );
        assert!(file_at(&root, "../secret").is_none());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_root_is_not_followed() {
        let folder = Folder::new(&[("site/index.html", "i"), ("secret", "s")]);
        let root = folder.path().join("site");
        std::os::unix::fs::symlink(folder.path().join("secret"), root.join("door"))
            .expect("a link");
        assert!(file_at(&root, "door").is_none());
    }

    #[test]
    fn prefixes_get_both_slashes_or_are_refused() {
        assert_eq!(normal_prefix("").as_deref(), Some("/"));
        assert_eq!(normal_prefix("/").as_deref(), Some("/"));
        assert_eq!(normal_prefix("some/sub").as_deref(), Some("/some/sub/"));
        assert_eq!(normal_prefix("/a/b/c/").as_deref(), Some("/a/b/c/"));
        assert_eq!(normal_prefix("/a/../b"), None);
        assert_eq!(normal_prefix("/a b/"), None);
    }
}
