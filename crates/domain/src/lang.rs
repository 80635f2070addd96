//! The languages of the site.

/// A language, by its two letters in ISO 639-1: `en`, `es`.
///
/// English is the default: its pages lie at the root of the site, those of every other language in
/// a folder named after it. Which languages there are is for the content to say, so that a new one
/// changes no program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; 2]);

/// Written from right to left.
const RIGHT_TO_LEFT: [Lang; 8] = [
    Lang(*b"ar"),
    Lang(*b"dv"),
    Lang(*b"fa"),
    Lang(*b"he"),
    Lang(*b"ps"),
    Lang(*b"sd"),
    Lang(*b"ur"),
    Lang(*b"yi"),
];

impl Lang {
    /// The default.
    pub const ENGLISH: Self = Self(*b"en");

    /// The language of these two small letters.
    pub fn parse(code: &str) -> Option<Self> {
        match *code.as_bytes() {
            [first @ b'a'..=b'z', second @ b'a'..=b'z'] => Some(Self([first, second])),
            _ => None,
        }
    }

    /// The two letters, as `lang` and `hreflang` say them.
    pub fn code(&self) -> &str {
        // Both constructors take letters of ASCII alone.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The folder of its pages below the root of the site: `""` or `"es/"`.
    pub fn folder(self) -> String {
        let mut folder = String::new();
        if self != Self::ENGLISH {
            let [first, second] = self.0;
            for letter in [first, second, b'/'] {
                folder.push(char::from(letter));
            }
        }
        folder
    }

    /// The language of a path below the root of the site, and the rest of the path.
    pub fn of_path(path: &str) -> (Self, &str) {
        if let [first @ b'a'..=b'z', second @ b'a'..=b'z', b'/', ..] = *path.as_bytes() {
            let lang = Self([first, second]);
            // English has no folder: a page would have two addresses.
            if lang != Self::ENGLISH {
                return (lang, path.get(3..).unwrap_or_default());
            }
        }
        (Self::ENGLISH, path)
    }

    /// The direction of its script, as `dir` says it: `"ltr"` or `"rtl"`.
    pub fn direction(self) -> &'static str {
        if RIGHT_TO_LEFT.contains(&self) {
            "rtl"
        } else {
            "ltr"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_two_small_letters() {
        for code in ["en", "es", "zz"] {
            let lang = Lang::parse(code).expect("two small letters");
            assert_eq!(lang.code(), code);
        }
        for code in ["", "e", "EN", "e1", "eng", "é", "e-"] {
            assert_eq!(Lang::parse(code), None, "{code}");
        }
    }

    #[test]
    fn english_alone_has_no_folder() {
        assert_eq!(Lang::ENGLISH.folder(), "");
        assert_eq!(Lang(*b"es").folder(), "es/");
    }

    #[test]
    fn a_path_is_that_of_its_first_folder() {
        let es = Lang(*b"es");
        for (path, expected) in [
            ("es/help.html", (es, "help.html")),
            ("es/guide/a.html", (es, "guide/a.html")),
            ("es/", (es, "")),
            ("es", (Lang::ENGLISH, "es")),
            ("", (Lang::ENGLISH, "")),
            ("guide/a.html", (Lang::ENGLISH, "guide/a.html")),
            ("en/help.html", (Lang::ENGLISH, "en/help.html")),
            ("ES/help.html", (Lang::ENGLISH, "ES/help.html")),
        ] {
            assert_eq!(Lang::of_path(path), expected, "{path}");
        }
    }

    #[test]
    fn the_direction_is_that_of_the_script() {
        assert_eq!(Lang::ENGLISH.direction(), "ltr");
        assert_eq!(Lang(*b"es").direction(), "ltr");
        assert_eq!(Lang(*b"ar").direction(), "rtl");
    }
}
