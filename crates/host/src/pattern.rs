//! How tests name files: a path below the prefix, with at most one `*` for a hash.

/// A path below the prefix, such as `guide/bone-scan.html` or `app-*.js`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    before: String,
    after: Option<String>,
}

impl Pattern {
    /// Reads a pattern; an origin, the prefix, a query and a fragment are cut off first.
    pub(crate) fn new(prefix: &str, given: &str) -> Self {
        let path = match given.split_once("://") {
            Some((_, rest)) => rest.find('/').map_or("/", |at| &rest[at..]),
            None => given,
        };
        let path = path.split(['?', '#']).next().unwrap_or(path);
        let below = path.strip_prefix(prefix).unwrap_or(path);
        match below.split_once('*') {
            Some((before, after)) => Self {
                before: before.to_owned(),
                after: Some(after.to_owned()),
            },
            None => Self {
                before: below.to_owned(),
                after: None,
            },
        }
    }

    /// Whether a path below the prefix fits.
    pub(crate) fn fits(&self, path: &str) -> bool {
        match &self.after {
            None => path == self.before,
            Some(after) => path
                .strip_prefix(self.before.as_str())
                .is_some_and(|rest| rest.ends_with(after.as_str())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[track_caller]
    fn check(given: &str, path: &str) {
        assert!(
            Pattern::new("/a/b/", given).fits(path),
            "{given} should fit {path}"
        );
    }

    #[test]
    fn a_file_can_be_named_in_every_way_a_test_has_at_hand() {
        check("guide/bone-scan.html", "guide/bone-scan.html");
        check("/a/b/guide/bone-scan.html", "guide/bone-scan.html");
        check(
            "http://127.0.0.1:8080/a/b/help.html?x=1#call-now",
            "help.html",
        );
        check("http://127.0.0.1:8080/a/b/", "");
        check("app-*.js", "app-0123abcd.js");
        check("*", "anything/at/all");
        assert!(!Pattern::new("/", "app-*.js").fits("app-0123abcd_bg.wasm"));
    }
}
