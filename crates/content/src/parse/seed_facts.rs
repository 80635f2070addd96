//! The 64 facts that the guide has to say, and what a page says of them.

use std::fmt;

use crate::base::problem::At;
use crate::parse::fields::Fields;

/// How many facts there are: S01 to S64.
const COUNT: u8 = 64;

/// One of the facts; prints as `S07`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct SeedFact(u8);

impl SeedFact {
    /// The fact about the cause of deaths; only for those who choose to read it.
    pub const DEATHS: SeedFact = SeedFact(3);

    pub fn parse(text: &str) -> Option<SeedFact> {
        let digits = text.strip_prefix('S').filter(|digits| digits.len() == 2)?;
        let number = digits
            .bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| digits.parse())?;
        number
            .ok()
            .filter(|number| (1..=COUNT).contains(number))
            .map(SeedFact)
    }

    pub fn all() -> impl Iterator<Item = SeedFact> {
        (1..=COUNT).map(SeedFact)
    }
}

impl fmt::Display for SeedFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "S{:02}", self.0)
    }
}

/// A fact, and the blocks of this page that say it.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub fact: At<SeedFact>,
    pub blocks: Vec<At<String>>,
}

/// The table `[says]` of a page.
pub(crate) fn read(fields: &Fields<'_>) -> Vec<Said> {
    let Some(table) = fields.table("says") else {
        return Vec::new();
    };
    let mut says = Vec::new();
    for (name, blocks) in table.named_lists() {
        let Some(fact) = SeedFact::parse(&name.value) else {
            let what = format!("`{}` is no seed fact", name.value);
            table
                .findings
                .add(&name.spot, what, "They are called S01 to S64.");
            continue;
        };
        if blocks.is_empty() {
            let what = format!("{fact} names no block that says it");
            table
                .findings
                .add(&name.spot, what, "Name the blocks: S01 = [\"the-block\"].");
        }
        says.push(Said {
            fact: At::new(fact, name.spot),
            blocks,
        });
    }
    says
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_called_s01_to_s64() {
        for good in ["S01", "S09", "S64"] {
            assert_eq!(
                SeedFact::parse(good)
                    .map(|fact| fact.to_string())
                    .as_deref(),
                Some(good)
            );
        }
        for bad in ["S00", "S65", "S1", "S001", "s01", "S+1", "01", ""] {
            assert_eq!(SeedFact::parse(bad), None, "{bad}");
        }
    }
}
