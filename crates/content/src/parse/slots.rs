//! Slots: what a page of a certain kind has to hold, by the names of its blocks.

use crate::base::problem::At;
use crate::parse::fields::Fields;
use crate::parse::text::Block;

/// The heading under which a card stands.
pub(crate) const CARD: &str = "card";

/// The kind of a page that has slots.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slots {
    /// A treatment, after questions 9 to 14 of DISCERN (15 is *Ask my team*).
    Treatment,
    /// A side effect or symptom.
    Effect,
    /// A card to fill in by hand, which prints as one side without the rest of the page.
    Card,
    /// Telephone numbers of helplines, to tap: nowhere else but on Help.
    Helplines,
}

impl Slots {
    const ALL: [Slots; 4] = [
        Slots::Treatment,
        Slots::Effect,
        Slots::Card,
        Slots::Helplines,
    ];

    /// What stands in the field `slots`.
    pub fn name(self) -> &'static str {
        match self {
            Slots::Treatment => "treatment",
            Slots::Effect => "effect",
            Slots::Card => "card",
            Slots::Helplines => "helplines",
        }
    }

    /// The blocks that have to be on the page, each with the question of DISCERN it answers.
    pub fn blocks(self) -> &'static [(&'static str, Option<u8>)] {
        match self {
            Slots::Treatment => &[
                ("how-it-works", Some(9)),
                ("how-given", None),
                ("good-points", Some(10)),
                ("side-effects-call", Some(11)),
                ("not-now", Some(12)),
                ("daily-life", Some(13)),
                ("other-choices", Some(14)),
            ],
            Slots::Effect => &[
                ("what-it-is", None),
                ("what-may-help", None),
                ("when-to-call", None),
            ],
            Slots::Card => &[(CARD, None)],
            Slots::Helplines => &[("emergency-first", None), ("numbers-change", None)],
        }
    }
}

/// The field `slots` of a page.
pub(crate) fn read(fields: &Fields<'_>) -> Option<At<Slots>> {
    let written = fields.text("slots")?;
    let mut kinds = Slots::ALL.into_iter();
    let found = kinds.find(|kind| kind.name() == written.value);
    if found.is_none() {
        let what = format!("the slots `{}` are unknown", written.value);
        let remedy =
            "Write \"treatment\", \"effect\", \"card\" or \"helplines\", or take the line out.";
        fields.findings.add(&written.spot, what, remedy);
    }
    Some(At::new(found?, written.spot))
}

/// Whether a block is the heading of a card.
pub(crate) fn begins_card(block: &Block) -> bool {
    let Block::Heading { level: 2, prose } = block else {
        return false;
    };
    prose.id.as_ref().is_some_and(|id| id.as_str() == CARD)
}
