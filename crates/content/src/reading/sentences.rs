//! Cuts a text into sentences and words.

/// The sentences of one paragraph or list item. A sentence ends with `.`, `!`, `?` or `…`, and
/// perhaps closing quotes or brackets, when what follows does not go on in small letters; and
/// with the paragraph.
pub(crate) fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        if !matches!(char, '.' | '!' | '?' | '…') {
            continue;
        }
        let mut end = at + char.len_utf8();
        while let Some((next, closing)) = chars.peek().copied()
            && matches!(
                closing,
                '.' | '!' | '?' | '…' | '"' | '\'' | ')' | ']' | '”' | '’'
            )
        {
            end = next + closing.len_utf8();
            chars.next();
        }
        let rest = &text[end..];
        if rest.starts_with(char::is_whitespace)
            && !goes_on(rest)
            && !(char == '.' && is_title(&text[start..at]))
        {
            found.push(&text[start..end]);
            start = end;
        }
    }
    if !text[start..].trim().is_empty() {
        found.push(&text[start..]);
    }
    found
}

/// `e.g. bone` and `"Why?" she asks` go on in small letters.
fn goes_on(rest: &str) -> bool {
    rest.chars()
        .find(|char| char.is_alphanumeric())
        .is_some_and(char::is_lowercase)
}

/// Whether a full stop here belongs to a title before a name.
fn is_title(before: &str) -> bool {
    let last = before
        .rsplit(|char: char| !char.is_alphabetic())
        .next()
        .unwrap_or_default();
    matches!(last, "Dr" | "Mr" | "Mrs" | "Ms" | "St" | "Prof")
}

/// The words of a text: what stands between spaces, slashes and dashes and holds a letter or a
/// digit. A word with a hyphen is one word.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|char: char| char.is_whitespace() || matches!(char, '/' | '–' | '—'))
        .map(|word| word.trim_matches(|char: char| !char.is_alphanumeric()))
        .filter(|word| !word.is_empty())
}

/// Whether a word is written in digits.
pub(crate) fn is_number(word: &str) -> bool {
    word.starts_with(|char: char| char.is_ascii_digit())
        && word
            .chars()
            .all(|char| char.is_ascii_digit() || matches!(char, '.' | ',' | '%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let got: Vec<_> = sentences(text).into_iter().map(str::trim).collect();
        assert_eq!(got, expected);
    }

    #[test]
    fn a_sentence_ends_with_its_mark() {
        check("One. Two! Three? Four", &["One.", "Two!", "Three?", "Four"]);
        check("Wait... Then go.", &["Wait...", "Then go."]);
    }

    #[test]
    fn closing_quotes_belong_to_the_sentence() {
        check(
            "\"What is it?\" Say this. (Or that.) Go on.",
            &["\"What is it?\"", "Say this.", "(Or that.)", "Go on."],
        );
    }

    #[test]
    fn a_stop_inside_a_sentence_does_not_end_it() {
        check(
            "It is 2.5 cm, e.g. in bone.",
            &["It is 2.5 cm, e.g. in bone."],
        );
        check(
            "Ask Dr. Smith. Then rest.",
            &["Ask Dr. Smith.", "Then rest."],
        );
        check("\"Why?\" she asks.", &["\"Why?\" she asks."]);
    }

    #[test]
    fn words_are_what_holds_a_letter_or_a_digit() {
        let got: Vec<_> = words("A&E / ER - \"go now\", well-known scan/test (116 123).").collect();
        assert_eq!(
            got,
            [
                "A&E",
                "ER",
                "go",
                "now",
                "well-known",
                "scan",
                "test",
                "116",
                "123"
            ]
        );
    }
}
