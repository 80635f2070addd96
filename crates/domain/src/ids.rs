//! Names of pages, blocks and parts, and of what a person writes.
//!
//! An id is for ever: links, notes and progress hold on to it when titles, order and files change.

use std::fmt;

/// The most characters an id may have.
pub const MAX_LEN: usize = 64;

/// Why a text is no id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// There is nothing in it.
    #[error("an id is empty")]
    Empty,
    /// It has more than [`MAX_LEN`] characters.
    #[error("an id has more than 64 characters")]
    TooLong,
    /// It holds something other than `a` to `z`, `0` to `9` and `-`.
    #[error("an id holds something other than small letters, digits and hyphens")]
    Character,
    /// It begins or ends with a hyphen.
    #[error("an id begins or ends with a hyphen")]
    Hyphen,
}

fn check(text: &str) -> Result<(), IdError> {
    if text.is_empty() {
        return Err(IdError::Empty);
    }
    if !text
        .bytes()
        .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
    {
        return Err(IdError::Character);
    }
    if text.len() > MAX_LEN {
        return Err(IdError::TooLong);
    }
    if text.starts_with('-') || text.ends_with('-') {
        return Err(IdError::Hyphen);
    }
    Ok(())
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        ///
        /// 1 to 64 characters of `a` to `z`, `0` to `9` and `-`, with no hyphen at either end.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Box<str>);

        impl $name {
            /// Checks the text; this is the only way to make an id.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                check(text)?;
                Ok(Self(text.into()))
            }

            /// The id as it is written in addresses, files and stored records.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// The name of a page of the guide.
    PageId
    /// The name of a heading, paragraph, list item or picture; unique on its page.
    BlockId
    /// The name of a part of the guide.
    PartId
    /// The name of something a person wrote: a note, a visit, a question, a card. Those of one
    /// kind never share a name, on whichever devices they were made: see [`ItemId::new`].
    ///
    /// [`ItemId::new`]: crate::ids::ItemId::new
    ItemId
    /// The name of one of the texts of an item: `title`, `text`, `said`.
    FieldName
}

impl PageId {
    /// The name that most pages are given: the words of the title in small letters with hyphens
    /// between them. Everything but `a` to `z` and `0` to `9` counts as a space.
    pub fn from_title(title: &str) -> Result<Self, IdError> {
        let small = title.to_ascii_lowercase();
        let words = small.split(|character: char| !character.is_ascii_alphanumeric());
        let mut id = String::new();
        for word in words.filter(|word| !word.is_empty()) {
            if !id.is_empty() {
                id.push('-');
            }
            id.push_str(word);
        }
        Self::parse(&id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_title_make_an_id() {
        #[track_caller]
        fn check(title: &str, expected: Result<&str, IdError>) {
            let got = PageId::from_title(title);
            assert_eq!(got.as_ref().map(PageId::as_str), expected.as_ref().copied());
        }
        check("Bone scan", Ok("bone-scan"));
        check("Check: CDK4/6 drugs?", Ok("check-cdk4-6-drugs"));
        check(" Größe ", Ok("gr-e"));
        check("", Err(IdError::Empty));
        check("?!", Err(IdError::Empty));
        check(&"word ".repeat(13), Ok(&"word-".repeat(13)[..64]));
        check(&"word ".repeat(14), Err(IdError::TooLong));
    }

    #[track_caller]
    fn check(text: &str, expected: Result<(), IdError>) {
        let got = PageId::parse(text).map(|id| assert_eq!(id.as_str(), text));
        assert_eq!(got, expected, "PageId::parse({text:?})");
    }

    #[test]
    fn an_id_is_made_of_small_letters_digits_and_inner_hyphens() {
        check("bone-scan", Ok(()));
        check("a", Ok(()));
        check("7", Ok(()));
        check("b--1", Ok(()));
        check(&"x".repeat(64), Ok(()));
    }

    #[test]
    fn anything_else_is_no_id() {
        check("", Err(IdError::Empty));
        check(&"x".repeat(65), Err(IdError::TooLong));
        check("Bone", Err(IdError::Character));
        check("bone scan", Err(IdError::Character));
        check("bone.html", Err(IdError::Character));
        check("../help", Err(IdError::Character));
        check("größe", Err(IdError::Character));
        check("-", Err(IdError::Hyphen));
        check("-a", Err(IdError::Hyphen));
        check("a-", Err(IdError::Hyphen));
    }
}
