//! How much of what people are after is found.

use std::fmt;

use bearings_domain::settings::HowMuch;

use crate::guide::{Guide, written};
use crate::queries::Query;

/// Counts over some queries.
#[derive(Default)]
pub struct Score {
    all: u32,
    first: u32,
    top3: u32,
    signs: u32,
    signs_first: u32,
    /// Queries that brought up a page of Choose to read that nobody asked for.
    pushed: u32,
}

impl Score {
    /// Runs a query. Says what was not as it should be, if anything.
    pub fn add(&mut self, guide: &Guide, query: &Query) -> Option<String> {
        let answer = guide.find(&query.text, HowMuch::ShowMe);
        let top = &answer.hits[..answer.hits.len().min(3)];
        let met = |wanted: &[String], hit| wanted.iter().any(|wanted| guide.is_met(wanted, hit));
        let named = |hit| met(&query.first, hit) || met(&query.top3, hit);
        let first = top.first().is_some_and(|hit| met(&query.first, hit));
        let top3 = top.iter().any(named);
        let pushed = top
            .iter()
            .any(|hit| Guide::is_choose(hit) && !(query.is_choose && named(hit)));
        self.all += 1;
        self.first += u32::from(first);
        self.top3 += u32::from(top3);
        self.signs += u32::from(query.is_sign);
        self.signs_first += u32::from(query.is_sign && first);
        self.pushed += u32::from(pushed);
        if first && top3 && !pushed {
            return None;
        }
        let found: Vec<_> = answer.hits.iter().take(4).map(written).collect();
        let wanted = query.first.join(" ");
        Some(format!(
            "`{}` wants {wanted}, found {}",
            query.text,
            found.join(", ")
        ))
    }

    /// Asserts the bars: 95 of 100 in the first three, 85 first, and so many of the signs first.
    pub fn holds(&self, signs: f64) {
        assert!(
            share(self.top3, self.all) >= 95.0,
            "in the first three: {self}"
        );
        assert!(share(self.first, self.all) >= 85.0, "first: {self}");
        assert!(
            share(self.signs_first, self.signs) >= signs,
            "signs first: {self}"
        );
    }
}

fn share(count: u32, of: u32) -> f64 {
    100.0 * f64::from(count) / f64::from(of)
}

impl fmt::Display for Score {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} queries, {:.1} % in the first three, {:.1} % first; {} of {} signs first; {} brought up what is for those who choose to read it",
            self.all,
            share(self.top3, self.all),
            share(self.first, self.all),
            self.signs_first,
            self.signs,
            self.pushed,
        )
    }
}
