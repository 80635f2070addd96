//! What to measure, and how often.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

use super::FOLDER;
use super::site::{self, Page};
use crate::Failure;

/// A part of the bench.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    /// Each page in a tab without a past.
    Loads,
    /// Coming back, without a network, an update.
    Visits,
    /// Longer guides.
    Growth,
    /// Typing in many notes, and in a very long one.
    Notes,
}

impl Section {
    const ALL: [(&str, Self); 4] = [
        ("loads", Self::Loads),
        ("visits", Self::Visits),
        ("growth", Self::Growth),
        ("notes", Self::Notes),
    ];
}

/// The command line.
#[derive(Debug)]
pub(super) struct Options {
    /// Files below the root of the site, with or without `.html`; empty for all.
    routes: Vec<String>,
    /// Loads of each page at each speed.
    pub(super) runs: usize,
    /// Where the JSON goes.
    pub(super) json: PathBuf,
    /// How many times as long the grown guides are.
    pub(super) growth: Vec<usize>,
    only: Vec<Section>,
    is_quick: bool,
}

impl Options {
    /// Reads the rest of the command line.
    pub(super) fn read(parser: &mut Parser) -> Result<Self, Failure> {
        let (mut routes, mut runs, mut growth) = (Vec::new(), None, None);
        let mut json = PathBuf::from(FOLDER).join("bench.json");
        let mut only = Section::ALL.map(|(_, section)| section).to_vec();
        let mut is_quick = false;
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("routes") => routes = list(&parser.value()?.string()?),
                Arg::Long("runs") => runs = Some(parser.value()?.parse::<usize>()?.max(1)),
                Arg::Long("json") => json = parser.value()?.into(),
                Arg::Long("growth") => growth = Some(numbers(&parser.value()?.string()?)?),
                Arg::Long("only") => only = sections(&parser.value()?.string()?)?,
                Arg::Long("quick") => is_quick = true,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Self {
            routes,
            runs: runs.unwrap_or(if is_quick { 1 } else { 5 }),
            json,
            growth: growth.unwrap_or(match (is_quick, only.as_slice()) {
                (false, _) => vec![1, 10, 100],
                (true, [Section::Growth]) => vec![1, 10],
                (true, _) => Vec::new(),
            }),
            only,
            is_quick,
        })
    }

    /// Whether a part is to be measured.
    pub(super) fn wants(&self, section: Section) -> bool {
        self.only.contains(&section) && (section != Section::Growth || !self.growth.is_empty())
    }

    /// The pages to measure.
    pub(super) fn choose(&self, all: &[Page]) -> Result<Vec<Page>, Failure> {
        let wanted = match (self.routes.as_slice(), self.is_quick) {
            ([], false) => return Ok(all.to_vec()),
            ([], true) => typical(all),
            (routes, _) => routes.to_vec(),
        };
        let find = |wanted: &String| {
            let file = format!("{}.html", wanted.trim_end_matches(".html"));
            let page = all.iter().find(|page| page.file == file).cloned();
            page.ok_or_else(|| lexopt::Error::from(format!("the site has no page `{file}`")).into())
        };
        wanted.iter().map(find).collect()
    }

    /// Where one comes back to: the pages that were named, or a guide page of middle length and
    /// the first page.
    pub(super) fn visited(&self, all: &[Page], chosen: &[Page]) -> Vec<String> {
        if self.routes.is_empty() {
            let page = site::typical(all).map(|page| page.file.clone());
            page.into_iter().chain(["index.html".to_owned()]).collect()
        } else {
            chosen.iter().map(|page| page.file.clone()).collect()
        }
    }
}

/// The first page, the contents, and a guide page of middle length.
pub(super) fn typical(all: &[Page]) -> Vec<String> {
    let fixed = ["index.html", "guide.html"].map(str::to_owned);
    let page = site::typical(all).map(|page| page.file.clone());
    page.into_iter().chain(fixed).collect()
}

fn list(text: &str) -> Vec<String> {
    text.split(',')
        .map(str::trim)
        .filter(|item| !item.is_empty())
        .map(str::to_owned)
        .collect()
}

/// `1,10,100`, in rising order; the first is what the others are compared with.
fn numbers(text: &str) -> Result<Vec<usize>, Failure> {
    let mut numbers = Vec::new();
    for item in list(text) {
        match item.parse::<usize>() {
            Ok(number) if number > 0 => numbers.push(number),
            _ => return Err(lexopt::Error::from(format!("`{item}` is no number of times")).into()),
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    Ok(numbers)
}

/// `loads,visits`.
fn sections(text: &str) -> Result<Vec<Section>, Failure> {
    let find = |item: String| {
        let found = Section::ALL.into_iter().find(|(name, _)| *name == item);
        let unknown = || {
            let names = Section::ALL.map(|(name, _)| name).join(", ");
            let what = format!("the bench has no part `{item}`; there are: {names}");
            lexopt::Error::from(what).into()
        };
        found.map(|(_, section)| section).ok_or_else(unknown)
    };
    list(text).into_iter().map(find).collect()
}

#[cfg(test)]
mod tests {
    use super::{Section, list, numbers, sections};

    #[test]
    fn a_part_is_known_by_its_name() {
        let wanted = sections("visits, loads").ok();
        assert_eq!(wanted, Some(vec![Section::Visits, Section::Loads]));
        assert!(sections("visit").is_err());
    }

    #[test]
    fn lists_are_cut_at_commas() {
        assert_eq!(
            list("index, guide/bone-scan,"),
            ["index", "guide/bone-scan"]
        );
        assert_eq!(numbers("10,1,10").ok(), Some(vec![1, 10]));
        assert!(numbers("ten").is_err());
        assert!(numbers("0").is_err());
    }
}
