//! PEMAT-P: how well printed material can be understood and acted on. Shoemaker, Wolf, Brach:
//! *The Patient Education Materials Assessment Tool*. AHRQ publication 14-0002-EF, 2013.
//!
//! A score is the share of items that are agreed to among those that apply. What a machine can
//! honestly see it judges (`machine`); the rest is a person's judgement with a reason, from
//! `pemat.toml`: for the whole site under `[default]`, for one page under `[pages.<id>]`. A page
//! with an item that nobody has judged has no score.

mod machine;
mod read;
mod score;
mod terms;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use crate::base::problem::{At, Spot};

pub(crate) use read::check;
pub(crate) use score::{share, verdicts};

/// Items about whether the material can be understood; 13 and 14 are about sound and film.
pub(crate) const UNDERSTANDABILITY: [u8; 17] =
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 16, 17, 18, 19];
/// Items about whether it can be acted on.
pub(crate) const ACTIONABILITY: [u8; 7] = [20, 21, 22, 23, 24, 25, 26];

/// Least that a page scores, in per cent: how well it can be understood, and acted on.
const UNDERSTOOD: f64 = 90.0;
const ACTED_ON: f64 = 80.0;

/// Every item, in its order.
pub(crate) fn items() -> impl Iterator<Item = u8> {
    UNDERSTANDABILITY.into_iter().chain(ACTIONABILITY)
}

/// What is said to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The page does it.
    Agree,
    /// The page does not.
    Disagree,
    /// The item does not apply, such as one about drawings on a page without.
    NotApplicable,
    /// Nobody has judged it.
    Open,
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Outcome::Agree => "agree",
            Outcome::Disagree => "disagree",
            Outcome::NotApplicable => "does not apply",
            Outcome::Open => "not judged",
        })
    }
}

/// Who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Judge {
    /// The compiler, which looked at the page.
    Machine,
    /// A person, for every page of the site at once.
    Site,
    /// A person, for this page.
    Page,
    /// Nobody.
    Nobody,
}

impl fmt::Display for Judge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Judge::Machine => "seen by machine",
            Judge::Site => "judged for the whole site",
            Judge::Page => "judged for this page",
            Judge::Nobody => "",
        })
    }
}

/// An item, what is said to it, by whom and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Its number in PEMAT-P.
    pub item: u8,
    /// What is said to it.
    pub outcome: Outcome,
    /// Who said it.
    pub judge: Judge,
    /// Why.
    pub why: String,
}

/// What a person says to an item.
#[derive(Clone, Debug)]
pub(crate) struct Judgement {
    pub outcome: Outcome,
    pub why: String,
    pub spot: Spot,
}

/// The file `pemat.toml`.
#[derive(Clone, Debug, Default)]
pub(crate) struct Pemat {
    pub is_there: bool,
    /// The items in words.
    pub items: BTreeMap<u8, String>,
    /// Other names of the glossary, in small letters, that are everyday words.
    everyday: BTreeSet<String>,
    /// Words with which an action begins: "ask", "call".
    actions: Vec<String>,
    /// Words by which the reader is addressed: "you", "your".
    you: Vec<String>,
    default: BTreeMap<u8, Judgement>,
    pages: BTreeMap<String, (At<String>, BTreeMap<u8, Judgement>)>,
}
