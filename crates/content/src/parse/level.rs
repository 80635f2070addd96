//! How soon a sign needs a call.

use std::fmt;

use crate::base::problem::{Findings, Spot};

/// How soon a sign needs a call, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// The emergency number.
    Emergency,
    /// The team's 24-hour line, now.
    Line,
    /// The team, today.
    Today,
    /// The next visit.
    Visit,
}

impl Level {
    /// Every level, the most urgent first.
    pub const ALL: [Level; 4] = [Level::Emergency, Level::Line, Level::Today, Level::Visit];

    /// Its name in the content.
    pub const fn name(self) -> &'static str {
        match self {
            Level::Emergency => "emergency",
            Level::Line => "line",
            Level::Today => "today",
            Level::Visit => "visit",
        }
    }

    /// The level of this name. Says so when there is none.
    pub fn named(name: &str, spot: &Spot, findings: &Findings) -> Option<Level> {
        let found = Level::ALL.into_iter().find(|level| level.name() == name);
        if found.is_none() {
            let what = format!("the level `{name}` is unknown");
            let remedy = "The levels are emergency, line, today and visit.";
            findings.add(spot, what, remedy);
        }
        found
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
