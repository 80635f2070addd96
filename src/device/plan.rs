//! What restoring a backup would do, line by line.

use bearings_domain::backup::RestorePlan;
use bearings_domain::store::Slot;
use bearings_domain::text::Text;

/// Each kind of record: its name, one of it, several of it.
const KINDS: [(&str, Text, Text); 7] = [
    ("note", Text::KindNote, Text::KindNotes),
    ("visit", Text::KindVisit, Text::KindVisits),
    ("question", Text::KindQuestion, Text::KindQuestions),
    ("card", Text::KindCard, Text::KindCards),
    ("place", Text::KindPosition, Text::KindPosition),
    ("progress", Text::KindProgress, Text::KindProgress),
    ("settings", Text::KindSettings, Text::KindSettings),
];

/// How many there are of a kind, as a text and the number that goes into it.
pub type Count = (Text, usize);

/// The lines of a plan that have something to say: what happens, and to what.
pub fn lines(plan: &RestorePlan) -> Vec<(Text, Vec<Count>)> {
    let lists = [
        (Text::RestoreAdds, &plan.adds),
        (Text::RestoreReplaces, &plan.replaces),
        (Text::RestoreConflicts, &plan.conflicts),
        (Text::RestoreRemoves, &plan.removes),
        (Text::RestoreDeletedHere, &plan.deleted_here),
        (Text::RestoreLeftAlone, &plan.left_alone),
        (Text::RestoreKeeps, &plan.keeps),
    ];
    let lines = lists.into_iter();
    lines
        .filter(|(_, slots)| !slots.is_empty())
        .map(|(text, slots)| (text, counts(slots)))
        .collect()
}

fn counts(slots: &[Slot]) -> Vec<Count> {
    let mut counts = Vec::new();
    for (name, one, many) in KINDS {
        match RestorePlan::count(slots, name) {
            0 => {}
            1 => counts.push((one, 1)),
            count => counts.push((many, count)),
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use bearings_domain::ids::ItemId;
    use bearings_domain::store::{ItemKind, Kind};

    fn note(id: &str) -> Slot {
        Slot::Item(
            ItemKind::Note,
            ItemId::parse(id).expect("a test names items by valid ids"),
        )
    }

    #[test]
    fn a_plan_is_told_kind_by_kind_and_only_what_there_is() {
        let mut plan = RestorePlan::default();
        plan.adds = vec![Slot::One(Kind::Position), note("1"), note("2")];
        plan.keeps = vec![note("3")];
        assert_eq!(
            lines(&plan),
            [
                (
                    Text::RestoreAdds,
                    vec![(Text::KindNotes, 2), (Text::KindPosition, 1)]
                ),
                (Text::RestoreKeeps, vec![(Text::KindNote, 1)]),
            ]
        );
    }

    #[test]
    fn every_kind_of_record_has_words() {
        let kinds = Kind::ALL.map(Kind::name).into_iter();
        for name in kinds.chain(ItemKind::ALL.map(ItemKind::name)) {
            assert!(
                KINDS.iter().any(|(known, ..)| *known == name),
                "say what {name} is called in KINDS"
            );
        }
    }
}
