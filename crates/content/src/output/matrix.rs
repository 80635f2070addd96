//! The matrix of signs: each with its level, for whom it is, and every page that shows it.

use std::fmt;

use serde::Serialize;

use crate::base::problem::At;
use crate::parse::library::Library;
use crate::parse::signs::Sign;
use crate::rules::signs::shown;

/// Every sign, the most urgent first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignsReport(pub Vec<SignReport>);

/// One sign.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignReport {
    /// Its id.
    pub id: String,
    /// Its level: `emergency`, `line`, `today` or `visit`.
    pub level: &'static str,
    /// Drugs and places of spread for which it is; everyone when empty.
    pub for_whom: Vec<String>,
    /// Ids of the pages and places that show it.
    pub shown_on: Vec<String>,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

impl SignsReport {
    pub(crate) fn of(library: &Library) -> SignsReport {
        let mut signs: Vec<&Sign> = library.signs.all.iter().collect();
        signs.sort_by_key(|sign| sign.level);
        let values = |list: &[At<String>]| -> Vec<String> {
            list.iter().map(|one| one.value.clone()).collect()
        };
        let report = signs.into_iter().map(|sign| {
            let pages = library.documents.iter().filter(|document| {
                let ids = shown(library, document);
                ids.iter().any(|(id, _)| *id == sign.id.value)
            });
            SignReport {
                id: sign.id.value.clone(),
                level: sign.level.name(),
                for_whom: [values(&sign.drugs), values(&sign.spread)].concat(),
                shown_on: pages.map(|page| page.id.to_string()).collect(),
                sources: values(&sign.sources),
            }
        });
        SignsReport(report.collect())
    }

    /// The matrix as JSON, indented.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("texts are always JSON")
    }
}

impl fmt::Display for SignsReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ids = self.0.iter().map(|sign| sign.id.len());
        let width = ids.max().unwrap_or(0).max("sign".len());
        writeln!(f, "{:width$}  {:9}  for whom · shown on", "sign", "level")?;
        for sign in &self.0 {
            let whom = if sign.for_whom.is_empty() {
                "everyone".to_owned()
            } else {
                sign.for_whom.join(", ")
            };
            writeln!(
                f,
                "{:width$}  {:9}  {whom} · {}",
                sign.id,
                sign.level,
                sign.shown_on.join(", ")
            )?;
        }
        write!(f, "{} signs", self.0.len())
    }
}
