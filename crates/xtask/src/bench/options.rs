//! What to measure, and how often.

use std::path::PathBuf;

use lexopt::{Arg, Parser, ValueExt};

use super::FOLDER;
use super::site::{self, Page};
use crate::Failure;

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
    is_quick: bool,
}

impl Options {
    /// Reads the rest of the command line.
    pub(super) fn read(parser: &mut Parser) -> Result<Self, Failure> {
        let (mut routes, mut runs, mut growth) = (Vec::new(), None, None);
        let mut json = PathBuf::from(FOLDER).join("bench.json");
        let mut is_quick = false;
        while let Some(arg) = parser.next()? {
            match arg {
                Arg::Long("routes") => routes = list(&parser.value()?.string()?),
                Arg::Long("runs") => runs = Some(parser.value()?.parse::<usize>()?.max(1)),
                Arg::Long("json") => json = parser.value()?.into(),
                Arg::Long("growth") => growth = Some(numbers(&parser.value()?.string()?)?),
                Arg::Long("quick") => is_quick = true,
                other => return Err(other.unexpected().into()),
            }
        }
        Ok(Self {
            routes,
            runs: runs.unwrap_or(if is_quick { 1 } else { 5 }),
            json,
            growth: growth.unwrap_or(if is_quick {
                Vec::new()
            } else {
                vec![1, 10, 100]
            }),
            is_quick,
        })
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

#[cfg(test)]
mod tests {
    use super::{list, numbers};

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
