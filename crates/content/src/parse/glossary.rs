//! The words we explain.

use crate::base::problem::{At, Findings};
use crate::parse::fields;
use crate::parse::files::Files;
use crate::parse::ids::{self, Once, is_taken};
use crate::parse::plain_text;

/// A word and its meaning.
#[derive(Clone, Debug)]
pub(crate) struct Term {
    pub id: At<String>,
    pub name: At<String>,
    pub meaning: At<String>,
    /// How it sounds.
    pub say: Option<At<String>>,
    /// Other names.
    pub also: Vec<At<String>>,
    pub sources: Vec<At<String>>,
}

/// All words, in the order of the file.
#[derive(Clone, Debug, Default)]
pub(crate) struct Glossary {
    pub terms: Vec<Term>,
    /// Whether the file was readable; if not, an unknown word is nobody's mistake.
    pub is_whole: bool,
}

impl Glossary {
    pub fn read(files: &Files, findings: &Findings) -> Glossary {
        let name = format!("content/{}/glossary.toml", files.lang.code());
        let Some(file) = files.text(&name, findings) else {
            return Glossary::default();
        };
        let terms = fields::with_toml(&file, file.whole(), findings, |root| {
            let mut once = Once::default();
            let tables = root.tables("term");
            root.finish();
            tables
                .into_iter()
                .filter_map(|table| read_term(table, &mut once))
                .collect()
        });
        let is_whole = terms.is_some();
        Glossary {
            terms: terms.unwrap_or_default(),
            is_whole,
        }
    }

    pub fn find(&self, id: &str) -> Option<&Term> {
        self.terms.iter().find(|term| term.id.value == id)
    }
}

fn read_term(table: fields::Fields<'_>, once: &mut Once) -> Option<Term> {
    let findings = table.findings;
    let id = ids::need(&table);
    let name = plain_text::need(&table, "name");
    let meaning = plain_text::need(&table, "meaning");
    let say = table.text("say");
    let also = table.texts("also").unwrap_or_default();
    let sources = table.texts("sources").unwrap_or_default();
    table.finish();
    let id = id?;
    if is_taken(&id.value) {
        let what = format!("the id `{}` is taken by the page of words itself", id.value);
        findings.add(&id.spot, what, "Give the word another id.");
    }
    once.is_new("term", &id.value, &id.spot, findings);
    Some(Term {
        id,
        name: name?,
        meaning: meaning?,
        say,
        also,
        sources,
    })
}
