//! The short texts of `strings.toml`: `[page]` is for this compiler, `[app]` for the app.

use std::collections::BTreeMap;

use bearings_domain::{Strings, Text};

use crate::base::problem::{At, Findings};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;

/// Makes enum, names and placeholders out of one list, so that they cannot drift apart.
macro_rules! page_texts {
    ($($key:ident = $name:literal [$($placeholder:literal),*];)*) => {
        /// The key of a text that the compiler writes into pages.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum PageText { $($key,)* }

        impl PageText {
            const ALL: &'static [PageText] = &[$(PageText::$key,)*];

            /// The key in `strings.toml`.
            const fn name(self) -> &'static str {
                match self { $(PageText::$key => $name,)* }
            }

            /// Each has to stand in the text as `{placeholder}`.
            const fn placeholders(self) -> &'static [&'static str] {
                match self { $(PageText::$key => &[$($placeholder),*],)* }
            }
        }
    };
}

page_texts! {
    InShort = "in-short" [];
    OnThisPage = "on-this-page" [];
    CheckHeading = "check-heading" [];
    CheckIntro = "check-intro" [];
    ReadAbout = "read-about" ["title"];
    AskHeading = "ask-heading" [];
    WordsHeading = "words-heading" [];
    SayIt = "say-it" ["sound"];
    AlsoCalled = "also-called" ["names"];
    AllWords = "all-words" [];
    Close = "close" [];
    Blank = "blank" [];
    SourcesHeading = "sources-heading" [];
    SourceName = "source-name" ["who", "title"];
    SourceYear = "source-year" ["year"];
    SourceUndated = "source-undated" [];
    SourceCopy = "source-copy" [];
    Reviewed = "reviewed" ["date"];
    ReviewedNote = "reviewed-note" [];
    Date = "date" ["day", "month", "year"];
    Months = "months" [];
    LanguageName = "language-name" [];
    Untranslated = "untranslated" [];
    MovedTitle = "moved-title" [];
    MovedText = "moved-text" ["title"];
    Fresh = "fresh" ["month"];
    OtherCountries = "other-countries" [];
    NumberUnknown = "number-unknown" [];
    OldNote = "old-note" [];
    OldLink = "old-link" [];
    GoneTitle = "gone-title" [];
    GoneText = "gone-text" [];
    StoppedText = "stopped-text" [];
    StoppedWords = "stopped-words" [];
    StoppedCopy = "stopped-copy" [];
    StoppedCopied = "stopped-copied" [];
    StoppedSave = "stopped-save" [];
    StoppedReload = "stopped-reload" [];
    StoppedFile = "stopped-file" [];
}

/// The texts of `strings.toml`.
#[derive(Clone, Debug, Default)]
pub(crate) struct PageTexts {
    page: BTreeMap<PageText, At<String>>,
    app: BTreeMap<Text, At<String>>,
}

impl PageTexts {
    pub fn read(files: &Files, findings: &Findings) -> PageTexts {
        let name = format!("content/{}/strings.toml", files.lang.code());
        let Some(file) = files.text(&name, findings) else {
            return PageTexts::default();
        };
        let texts = fields::with_toml(&file, file.whole(), findings, |root| {
            let page = root
                .need_table("page")
                .map(|table| read_page(&table))
                .unwrap_or_default();
            let app = root
                .need_table("app")
                .map(|table| read_app(&table))
                .unwrap_or_default();
            root.finish();
            PageTexts { page, app }
        });
        texts.unwrap_or_default()
    }

    /// The text of a key, placeholders and all.
    pub fn get(&self, key: PageText) -> &str {
        self.page.get(&key).map_or("", |text| &text.value)
    }

    /// The text of a key with its placeholders filled.
    pub fn fill(&self, key: PageText, values: &[(&str, &str)]) -> String {
        fill(self.get(key), |name| {
            values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| (*value).to_owned())
        })
    }

    /// The app's texts, if none is missing.
    pub fn app(&self) -> Option<Strings> {
        Strings::from_fn(|key| self.app.get(&key).map(|text| text.value.clone())).ok()
    }

    /// Every text, for the rules about words.
    pub fn all(&self) -> impl Iterator<Item = &At<String>> {
        self.page.values().chain(self.app.values())
    }
}

fn read_page(table: &Fields<'_>) -> BTreeMap<PageText, At<String>> {
    let texts = read_table(table, PageText::ALL, PageText::name, PageText::placeholders);
    for (key, text) in &texts {
        for placeholder in key.placeholders() {
            if !text.value.contains(&format!("{{{placeholder}}}")) {
                let what = format!("`{}` lacks its {{{placeholder}}}", key.name());
                let remedy = "What stands in braces is filled in; write it where it belongs.";
                table.findings.add(&text.spot, what, remedy);
            }
        }
    }
    if let Some(months) = texts.get(&PageText::Months)
        && months.value.split_whitespace().count() != 12
    {
        let remedy = "Write all twelve, with a space between them.";
        table
            .findings
            .add(&months.spot, "`months` does not name twelve months", remedy);
    }
    texts
}

fn read_app(table: &Fields<'_>) -> BTreeMap<Text, At<String>> {
    read_table(table, Text::ALL, Text::name, Text::placeholders)
}

/// Reads one text for each key: missing and unknown ones are problems, and so are placeholders
/// that nobody fills.
fn read_table<K: Copy + Ord>(
    table: &Fields<'_>,
    keys: &[K],
    name: impl Fn(K) -> &'static str,
    placeholders: impl Fn(K) -> &'static [&'static str],
) -> BTreeMap<K, At<String>> {
    let mut found = BTreeMap::new();
    let mut known: BTreeMap<&str, K> = keys.iter().map(|key| (name(*key), *key)).collect();
    for (written, text) in table.named_texts() {
        let Some(key) = known.remove(written.value.as_str()) else {
            let what = format!("the text `{}` is unknown", written.value);
            table
                .findings
                .add(&written.spot, what, "Take it out, or mend its name.");
            continue;
        };
        for placeholder in unknown_placeholders(&text.value, placeholders(key)) {
            let what = format!("{{{placeholder}}} is never filled in");
            let remedy = format!("`{}` may use: {:?}.", written.value, placeholders(key));
            table.findings.add(&text.spot, what, remedy);
        }
        found.insert(key, text);
    }
    for missing in known.keys() {
        let what = format!("the text `{missing}` is missing");
        table.findings.add(
            &table.spot,
            what,
            format!("Add a line {missing} = \"..\" here."),
        );
    }
    found
}

fn unknown_placeholders(text: &str, known: &[&str]) -> Vec<String> {
    let mut unknown = Vec::new();
    fill(text, |name| {
        if !known.contains(&name) {
            unknown.push(name.to_owned());
        }
        None
    });
    unknown
}

/// Replaces each `{name}` by what `value` says; what it does not know stays as it is.
pub(crate) fn fill(text: &str, mut value: impl FnMut(&str) -> Option<String>) -> String {
    let mut filled = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let found = after
            .split_once('}')
            .and_then(|(name, after)| Some((value(name)?, after)));
        if let Some((piece, after)) = found {
            filled.push_str(&piece);
            rest = after;
        } else {
            filled.push('{');
            rest = after;
        }
    }
    filled.push_str(rest);
    filled
}

/// A table `[page]`, without its head, in which each text is its own name and placeholders.
#[cfg(test)]
pub(crate) fn page_table() -> String {
    let line = |key: &PageText| {
        let values = key.placeholders().iter().map(|name| format!(" {{{name}}}"));
        let months = if *key == PageText::Months {
            " m".repeat(11)
        } else {
            String::new()
        };
        format!(
            "{0} = \"{0}{1}{months}\"\n",
            key.name(),
            values.collect::<String>()
        )
    };
    PageText::ALL.iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut files = Files::new(bearings_domain::Lang::ENGLISH);
        files.insert("content/en/strings.toml", text.as_bytes().to_vec());
        let findings = Findings::default();
        PageTexts::read(&files, &findings);
        let problems = findings.into_result().expect_err("these strings are wrong");
        let all: Vec<_> = problems
            .list()
            .iter()
            .map(|problem| problem.what.as_str())
            .collect();
        for what in expected {
            assert!(all.contains(what), "{what} is not among {all:?}");
        }
    }

    #[test]
    fn every_missing_text_is_named() {
        check(
            "[page]\nclose = \"x\"\n",
            &[
                "the text `in-short` is missing",
                "the field `app` is missing",
            ],
        );
        check(
            "[page]\n[app]\n",
            &["the text `brand` is missing", "the text `close` is missing"],
        );
    }

    #[test]
    fn placeholders_are_those_that_are_filled() {
        check(
            "[page]\nread-about = \"Read\"\nclose = \"Close {it}\"\nmonths = \"January\"\n",
            &[
                "`read-about` lacks its {title}",
                "{it} is never filled in",
                "`months` does not name twelve months",
            ],
        );
    }

    #[test]
    fn a_value_is_never_read_as_a_placeholder() {
        let value = |name: &str| (name == "a").then(|| "{a}".to_owned());
        assert_eq!(fill("{a} {b} { {a", value), "{a} {b} { {a");
    }
}
