//! The script that keeps what a page complains about, and how it gets into pages under test.

use bytes::Bytes;

/// Where the script is served, below the prefix.
pub(crate) const PATH: &str = "__test/capture.js";

/// The service worker of the site. With the script it is an empty one: saved pages would not have
/// the script, and journeys would not hear what pages complain of.
pub(crate) const WORKER: &str = "sw.js";

/// The worker of a neighbour at the root of the host.
pub(crate) const NEIGHBOUR: &str = "/neighbour.js";

/// The script itself; it fills `window.__captured`.
pub(crate) const SCRIPT: &str = include_str!("capture.js");

/// The page with the script as the first thing in its head; unchanged if it has no head.
pub(crate) fn inject(page: &Bytes, prefix: &str) -> Bytes {
    let Some(at) = end_of_head_tag(page) else {
        return page.clone();
    };
    let tag = format!("<script src=\"{prefix}{PATH}\"></script>");
    let mut out = Vec::with_capacity(page.len() + tag.len());
    out.extend_from_slice(&page[..at]);
    out.extend_from_slice(tag.as_bytes());
    out.extend_from_slice(&page[at..]);
    Bytes::from(out)
}

/// The place right after `<head>`, with or without attributes; `<header>` is not meant.
fn end_of_head_tag(page: &[u8]) -> Option<usize> {
    let start = page.windows(6).position(|six| {
        six[..5].eq_ignore_ascii_case(b"<head") && (six[5] == b'>' || six[5].is_ascii_whitespace())
    })?;
    let close = page[start..].iter().position(|byte| *byte == b'>')?;
    Some(start + close + 1)
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;

    use super::inject;

    #[track_caller]
    fn check(page: &'static str, expected: &str) {
        let out = inject(&Bytes::from_static(page.as_bytes()), "/a/");
        assert_eq!(String::from_utf8_lossy(&out), expected);
    }

    #[test]
    fn the_script_comes_first_in_the_head() {
        check(
            "<html><head><meta charset=utf-8></head>",
            "<html><head><script src=\"/a/__test/capture.js\"></script><meta charset=utf-8></head>",
        );
        check(
            "<HEAD lang=en>x",
            "<HEAD lang=en><script src=\"/a/__test/capture.js\"></script>x",
        );
    }

    #[test]
    fn a_page_without_a_head_is_left_alone() {
        check(
            "<header>no head here</header>",
            "<header>no head here</header>",
        );
    }
}
