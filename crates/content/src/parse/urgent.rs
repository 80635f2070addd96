//! The list of urgent wording that nobody writes by hand.

use crate::base::problem::Findings;
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;

/// The list of `urgent.toml`: verbs that are urgent together with a time, and names that are
/// urgent by themselves.
#[derive(Clone, Debug, Default)]
pub(crate) struct Urgent {
    pub verbs: Vec<Vec<String>>,
    pub times: Vec<Vec<String>>,
    pub names: Vec<Vec<String>>,
    pub unless: Vec<Vec<String>>,
}

impl Urgent {
    /// The list; a guide without signs needs none.
    pub fn read(files: &Files, findings: &Findings) -> Urgent {
        let name = format!("content/{}/urgent.toml", files.lang.code());
        if !files.has(&name) {
            return Urgent::default();
        }
        let read = files.text_if_there(&name, findings).and_then(|file| {
            fields::with_toml(&file, file.whole(), findings, |root| {
                let urgent = Urgent {
                    verbs: phrases(&root, "verbs"),
                    times: phrases(&root, "times"),
                    names: phrases(&root, "names"),
                    unless: phrases(&root, "unless"),
                };
                root.finish();
                urgent
            })
        });
        read.unwrap_or_default()
    }
}

fn phrases(fields: &Fields<'_>, name: &'static str) -> Vec<Vec<String>> {
    let texts = fields.need_texts(name).unwrap_or_default();
    texts.iter().map(|text| words(&text.value)).collect()
}

/// The words of a text in small letters; `a&e` and `24-hour` are one word.
pub(crate) fn words(text: &str) -> Vec<String> {
    text.to_lowercase()
        .replace('\u{2019}', "'")
        .split(|char: char| !char.is_alphanumeric() && !['\'', '&', '-', '*'].contains(&char))
        .map(|word| word.trim_matches(['\'', '-']).to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}
