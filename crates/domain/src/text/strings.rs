//! The short texts of one language.

use super::Text;

/// Texts that a language does not have yet.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{} texts are missing", .0.len())]
pub struct MissingTexts(
    /// The keys without a text.
    pub Vec<Text>,
);

/// The short texts of one language: every key has one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Strings(pub(super) Vec<String>);

impl Strings {
    /// Asks for the text of every key, or says all that are missing.
    pub fn from_fn(mut text_of: impl FnMut(Text) -> Option<String>) -> Result<Self, MissingTexts> {
        let mut missing = Vec::new();
        let mut texts = Vec::with_capacity(Text::ALL.len());
        for key in Text::ALL {
            match text_of(*key) {
                Some(text) => texts.push(text),
                None => missing.push(*key),
            }
        }
        if missing.is_empty() {
            Ok(Self(texts))
        } else {
            Err(MissingTexts(missing))
        }
    }

    /// No text has come yet: see [`Strings::learn`].
    pub(crate) fn empty() -> Self {
        Self(vec![String::new(); Text::ALL.len()])
    }

    /// The texts in the order of [`Text::ALL`].
    pub(crate) fn as_list(&self) -> &[String] {
        &self.0
    }

    /// The text of a key, placeholders and all.
    pub fn get(&self, key: Text) -> &str {
        // Every constructor makes the list as long as the enum.
        self.0.get(key as usize).map_or("", String::as_str)
    }

    /// The text of a key with each `{name}` replaced by its value. What is in a value stays
    /// as it is, and so does a placeholder without a value.
    pub fn fill(&self, key: Text, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        let mut rest = self.get(key);
        while let Some((before, after)) = rest.split_once('{') {
            filled.push_str(before);
            let found = after.split_once('}').and_then(|(name, after)| {
                let (_, value) = values.iter().find(|(known, _)| *known == name)?;
                Some((*value, after))
            });
            let (piece, next) = found.unwrap_or(("{", after));
            filled.push_str(piece);
            rest = next;
        }
        filled.push_str(rest);
        filled
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str) -> Strings {
        Strings::from_fn(|_| Some(text.to_owned())).expect("every key has a text")
    }

    #[track_caller]
    fn check_fill(text: &str, values: &[(&str, &str)], expected: &str) {
        assert_eq!(with(text).fill(Text::Brand, values), expected);
    }

    #[test]
    fn placeholders_are_replaced_wherever_they_stand() {
        check_fill("Part {number}", &[("number", "2")], "Part 2");
        check_fill("{a}{b}{a}", &[("a", "x"), ("b", "y")], "xyx");
        check_fill("no placeholder", &[("a", "x")], "no placeholder");
    }

    #[test]
    fn a_value_is_never_read_as_a_placeholder() {
        check_fill("{a} {b}", &[("a", "{b}"), ("b", "y")], "{b} y");
    }

    #[test]
    fn an_unknown_or_open_placeholder_stays_in_sight() {
        check_fill("{c} {a}", &[("a", "x")], "{c} x");
        check_fill("{ {a} {", &[("a", "x")], "{ x {");
        check_fill("größer {a", &[("a", "x")], "größer {a");
    }

    #[test]
    fn each_key_has_its_own_text() {
        let strings = Strings::from_fn(|key| Some(key.name().to_owned())).expect("all are there");
        for key in Text::ALL {
            assert_eq!(strings.get(*key), key.name());
        }
    }

    #[test]
    fn all_missing_texts_are_named_at_once() {
        let result =
            Strings::from_fn(|key| (![Text::Undo, Text::Next].contains(&key)).then(String::new));
        assert_eq!(result, Err(MissingTexts(vec![Text::Next, Text::Undo])));
    }
}
