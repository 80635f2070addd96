//! PEMAT-P: how well printed material can be understood and acted on. Shoemaker, Wolf, Brach:
//! *The Patient Education Materials Assessment Tool*. AHRQ publication 14-0002-EF, 2013.
//!
//! A score is the share of items that are agreed to among those that apply. What a machine can
//! honestly see it judges (`machine`); the rest is a person's judgement with a reason, from
//! `pemat.toml`: for the whole site under `[default]`, for one page under `[pages.<id>]`. A page
//! with an item that nobody has judged has no score.

mod check;
mod machine;
mod score;
mod terms;

pub(crate) use check::check;
pub use score::{Judge, Verdict};
pub(crate) use score::{share, verdicts};
