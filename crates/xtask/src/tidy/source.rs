//! Rust source as words, without comments and the insides of strings.

/// A word or a single other character, and its line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    pub(super) text: &'a str,
    pub(super) line: usize,
}

/// Splits source into tokens. Not a parser: enough to see which names a file uses.
pub(super) fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '/' if rest.starts_with("/*") => block_comment(rest),
            '"' => string(rest),
            'r' | 'b' | 'c' if let Some(length) = prefixed_string(rest) => length,
            '\'' => char_or_lifetime(rest),
            c if is_word(c) => {
                let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
                tokens.push(Token {
                    text: &rest[..length],
                    line,
                });
                length
            }
            c => {
                if !c.is_whitespace() {
                    tokens.push(Token {
                        text: &rest[..c.len_utf8()],
                        line,
                    });
                }
                c.len_utf8()
            }
        };
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of a comment, nested ones included.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                break;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    at
}

/// The length of `".."`, with its quotes.
fn string(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    rest.len()
}

/// The length of `r#".."#`, `b".."` and their kin; `None` for a word that only begins so.
fn prefixed_string(rest: &str) -> Option<usize> {
    let prefix = rest.find(|c| !matches!(c, 'r' | 'b' | 'c'))?;
    let hashes = rest[prefix..].len() - rest[prefix..].trim_start_matches('#').len();
    if prefix > 2 || !rest[prefix + hashes..].starts_with('"') {
        return None;
    }
    if !rest[..prefix].contains('r') {
        return (hashes == 0).then(|| prefix + string(&rest[prefix..]));
    }
    let end = format!("\"{}", "#".repeat(hashes));
    let open = prefix + hashes + 1;
    Some(
        rest[open..]
            .find(&end)
            .map_or(rest.len(), |at| open + at + end.len()),
    )
}

/// The length of `'x'` or `'\n'`; of a lifetime, only its mark.
fn char_or_lifetime(rest: &str) -> usize {
    let mut chars = rest.char_indices().skip(1);
    match chars.next() {
        Some((_, '\\')) => rest[3..].find('\'').map_or(rest.len(), |at| at + 4),
        Some((at, c)) if rest[at + c.len_utf8()..].starts_with('\'') => at + c.len_utf8() + 1,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::tokens;

    #[track_caller]
    fn check(source: &str, expected: &[&str]) {
        let found: Vec<&str> = tokens(source).iter().map(|token| token.text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn comments_and_strings_hold_no_names() {
        check("a // web_sys\nb /* c /* d */ e */ f", &["a", "b", "f"]);
        check(
            "say(\"web_sys \\\" x\", r#\"js_sys \" \"#, b\"x\")",
            &["say", "(", ",", ",", ")"],
        );
        check("r#type rest", &["r", "#", "type", "rest"]);
    }

    #[test]
    fn a_lifetime_is_not_the_start_of_a_character() {
        check("&'a str", &["&", "a", "str"]);
        check(
            "('x', '\\n', '\\'', '\"')y",
            &["(", ",", ",", ",", ")", "y"],
        );
    }

    #[test]
    fn lines_are_counted_through_comments_and_strings() {
        let found = tokens("/*\n\n*/ a \"\n\" b");
        assert_eq!(
            found.iter().map(|token| token.line).collect::<Vec<_>>(),
            [3, 4]
        );
    }
}
