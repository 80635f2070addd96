//! What search engines and link previews show of a page.

use crate::reading;

/// Longest description, in characters: search engines cut off what is longer.
const MAX_DESCRIPTION: usize = 155;

/// As many whole sentences as fit; at least the first, cut at a word if it must be.
pub(crate) fn first_sentences(text: &str) -> String {
    let mut description = String::new();
    for sentence in reading::sentences(text) {
        let length = description.chars().count() + sentence.chars().count();
        if !description.is_empty() && length > MAX_DESCRIPTION {
            break;
        }
        description.push_str(sentence);
    }
    if description.chars().count() <= MAX_DESCRIPTION {
        return description;
    }
    let mut cut = String::new();
    for word in description.split_whitespace() {
        if cut.chars().count() + word.chars().count() + 2 > MAX_DESCRIPTION {
            break;
        }
        cut.push_str(word);
        cut.push(' ');
    }
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_description_is_made_of_whole_sentences() {
        let sentence = "This sentence has some forty characters.";
        let four = [sentence; 4].join(" ");
        assert_eq!(first_sentences(&four), [sentence; 3].join(" "));
        assert_eq!(first_sentences("Short. And so."), "Short. And so.");
    }

    #[test]
    fn a_description_that_is_too_long_ends_with_a_whole_word() {
        let description = first_sentences(&"words ".repeat(60));
        assert!(description.ends_with("words…"), "{description}");
        assert!(description.chars().count() <= MAX_DESCRIPTION);
    }
}
