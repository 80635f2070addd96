//! The order of the words we explain.

/// The small letter under which a word is listed; `0` for a word that begins with a digit.
pub(crate) fn letter_of(name: &str) -> char {
    name.chars()
        .find(char::is_ascii_alphanumeric)
        .filter(char::is_ascii_alphabetic)
        .map_or('0', |letter| letter.to_ascii_lowercase())
}
