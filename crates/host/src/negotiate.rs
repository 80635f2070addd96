//! Which form of a file the browser gets: encoding, "not modified", and how long it may keep it.

use crate::compress::Encoding;

/// The best encoding for an `Accept-Encoding` header, by its weights; ours in doubt: Brotli first.
///
/// Absent or hopeless headers give the bytes as they are, which every browser can read.
pub(crate) fn encoding(accept: &str) -> Encoding {
    let mut best = (
        Encoding::Identity,
        weight(accept, "identity").unwrap_or(MIN),
    );
    for candidate in [Encoding::Gzip, Encoding::Brotli] {
        let weight = weight(accept, candidate.name())
            .or_else(|| weight(accept, "*"))
            .unwrap_or(0);
        if weight > 0 && weight >= best.1 {
            best = (candidate, weight);
        }
    }
    best.0
}

/// The weight of an unnamed `identity`: allowed, but anything that is asked for comes first.
const MIN: u32 = 1;

/// The weight of one name in thousandths, if the header names it.
fn weight(accept: &str, name: &str) -> Option<u32> {
    accept.split(',').find_map(|item| {
        let mut fields = item.split(';').map(str::trim);
        fields
            .next()
            .filter(|coding| coding.eq_ignore_ascii_case(name))?;
        let q = fields.find_map(|field| {
            field
                .strip_prefix("q=")
                .or_else(|| field.strip_prefix("Q="))
        });
        Some(q.map_or(1000, thousandths))
    })
}

/// `0.75` is 750. What is no number counts as zero: never prefer what we do not understand.
fn thousandths(q: &str) -> u32 {
    let (whole, part) = q.split_once('.').unwrap_or((q, ""));
    let part: String = part.chars().chain("000".chars()).take(3).collect();
    match (whole.parse::<u32>(), part.parse::<u32>()) {
        (Ok(whole), Ok(part)) => (whole.min(1) * 1000 + part).min(1000),
        _ => 0,
    }
}

/// Whether `If-None-Match` holds this entity tag (RFC 9110, 13.1.2: compared weakly).
pub(crate) fn is_known(if_none_match: &str, etag: &str) -> bool {
    if_none_match
        .split(',')
        .map(str::trim)
        .any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

/// How long a file may be kept: for ever if its name carries the hash of its bytes.
///
/// Pages are never immutable: their names are for ever and their text is not.
pub(crate) fn cache_control(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or(path);
    let hashed = name.match_indices('-').any(|(at, _)| {
        let tail = &name[at + 1..];
        let end = tail
            .find(|c: char| !matches!(c, '0'..='9' | 'a'..='f'))
            .unwrap_or(tail.len());
        end >= 8 && tail[end..].starts_with(['.', '_'])
    });
    if hashed && crate::mime::of(name) != crate::mime::HTML {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

#[cfg(test)]
mod tests {
    use super::{cache_control, encoding, is_known};
    use crate::compress::Encoding::{self, Brotli, Gzip, Identity};

    #[track_caller]
    fn check(accept: &str, expected: Encoding) {
        assert_eq!(encoding(accept), expected, "Accept-Encoding: {accept}");
    }

    #[test]
    fn the_weights_of_the_browser_decide_and_brotli_wins_a_tie() {
        check("gzip, deflate, br, zstd", Brotli);
        check("gzip, deflate", Gzip);
        check("br;q=0.5, gzip;q=0.8", Gzip);
        check("br; q=0.001, gzip;q=0", Brotli);
        check("BR", Brotli);
        check("*", Brotli);
        check("*;q=0.5, br;q=0", Gzip);
        check("identity, br;q=0.5", Identity);
    }

    #[test]
    fn plain_bytes_are_the_answer_to_everything_else() {
        check("", Identity);
        check("br;q=0", Identity);
        check("deflate", Identity);
        check("br;q=nonsense", Identity);
        check("identity;q=0", Identity);
    }

    #[test]
    fn a_known_tag_is_found_in_a_list_and_in_its_weak_form() {
        assert!(is_known("\"a\", \"b\"", "\"b\""));
        assert!(is_known("W/\"b\"", "\"b\""));
        assert!(is_known("*", "\"b\""));
        assert!(!is_known("\"b-br\"", "\"b\""));
        assert!(!is_known("", "\"b\""));
    }

    #[test]
    fn only_names_with_a_hash_are_kept_for_ever() {
        let kept = |path| cache_control(path).contains("immutable");
        assert!(kept("app-0123456789abcdef.js"));
        assert!(kept("app-01234567_bg.wasm"));
        assert!(kept("assets/catalog-deadbeef.json"));
        assert!(
            !kept("app-0123456.js"),
            "seven characters are no hash of ours"
        );
        assert!(!kept("app-0123456g.js"));
        assert!(
            !kept("guide/page-deadbeef.html"),
            "pages change under the same name"
        );
        assert!(!kept("index.html"));
        assert!(!kept("a-deadbeef/sw.js"), "only the file's own name counts");
    }
}
