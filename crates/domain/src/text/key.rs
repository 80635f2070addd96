//! What a key of a short text is, and what it knows of itself; the list is in `keys`.

use super::Text;

/// Makes enum, order and names out of one list, so that they cannot drift apart.
macro_rules! texts {
    ([] $($(#[$doc:meta])* $key:ident = $name:literal $([$($placeholder:literal),+])?;)*) => {
        /// The key of a short text of the app.
        ///
        /// The braces in an entry's comment are its placeholders: see [`Strings::fill`].
        ///
        /// [`Strings::fill`]: crate::Strings::fill
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Text {
            $($(#[$doc])* $key,)*
        }

        impl Text {
            /// Every key, in the order in which the catalog holds the texts.
            pub const ALL: &'static [Self] = &[$(Self::$key,)*];

            /// The key as `strings.toml` writes it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$key => $name,)*
                }
            }

            /// The placeholders that the app fills in. A text may leave some out; any other
            /// would stay in sight as it is.
            pub const fn placeholders(self) -> &'static [&'static str] {
                match self {
                    $(Self::$key => &[$($($placeholder),+)?],)*
                }
            }
        }
    };
}

pub(super) use texts;

impl Text {
    /// The key with this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|text| text.name() == name)
    }

    /// A number for this very list of names, so that a catalog made from another list is found
    /// out instead of showing the wrong words. (FNV-1a, 32 bits, worked out by the compiler.)
    pub(crate) const LIST: u32 = {
        let mut hash = 0x811c_9dc5_u32;
        let mut key = 0;
        while key < Self::ALL.len() {
            let name = Self::ALL[key].name().as_bytes();
            let mut byte = 0;
            while byte <= name.len() {
                // A zero after each name: "ab", "c" is another list than "a", "bc".
                let value = if byte < name.len() { name[byte] } else { 0 };
                hash = (hash ^ value as u32).wrapping_mul(0x0100_0193);
                byte += 1;
            }
            key += 1;
        }
        hash
    };
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_names_are_unique_and_lead_back_to_their_keys() {
        let names: BTreeSet<_> = Text::ALL.iter().map(|text| text.name()).collect();
        assert_eq!(names.len(), Text::ALL.len(), "two keys share a name");
        for (position, text) in Text::ALL.iter().enumerate() {
            assert_eq!(Text::from_name(text.name()), Some(*text));
            assert_eq!(
                *text as usize, position,
                "ALL is not in the order of the enum"
            );
        }
        assert_eq!(Text::from_name("no-such-text"), None);
    }

    #[test]
    fn names_are_kebab_case_and_said_after_their_keys() {
        for text in Text::ALL {
            let camel: String = text
                .name()
                .split('-')
                .flat_map(|word| {
                    let (first, rest) = word.split_at(1);
                    [first.to_ascii_uppercase(), rest.to_owned()]
                })
                .collect();
            assert_eq!(
                camel,
                format!("{text:?}"),
                "give the name the words of its key"
            );
        }
    }
}
