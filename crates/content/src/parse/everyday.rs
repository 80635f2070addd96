//! Everyday words by which signs, pages and terms are looked up; no page shows them.

use crate::base::problem::{At, Findings};
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;

/// An id, and the words that lead to it.
pub(crate) type Entry = (At<String>, Vec<At<String>>);

/// The tables of `everyday.toml`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Everyday {
    /// By the id of the sign.
    pub signs: Vec<Entry>,
    /// By the id of the page or place, or `page#block`.
    pub pages: Vec<Entry>,
    /// By the id of the term.
    pub terms: Vec<Entry>,
    /// By the id of the sign: words of `signs.toml` that say too little by themselves.
    pub little: Vec<Entry>,
}

impl Everyday {
    /// The tables; a language without them has no file.
    pub fn read(files: &Files, findings: &Findings) -> Everyday {
        let name = format!("content/{}/everyday.toml", files.lang.code());
        let Some(file) = files.text_if_there(&name, findings) else {
            return Everyday::default();
        };
        let read = fields::with_toml(&file, file.whole(), findings, |root| {
            let everyday = Everyday {
                signs: table(&root, "signs"),
                pages: table(&root, "pages"),
                terms: table(&root, "terms"),
                little: table(&root, "little"),
            };
            root.finish();
            everyday
        });
        read.unwrap_or_default()
    }
}

fn table(root: &Fields<'_>, name: &'static str) -> Vec<Entry> {
    let Some(table) = root.table(name) else {
        return Vec::new();
    };
    table.named_lists()
}
