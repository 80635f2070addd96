//! Rules about judgements, and the bars of each page.

use std::collections::BTreeMap;

use super::machine;
use super::score::{Judge, Verdict, share, verdicts};
use crate::base::problem::{Findings, Spot};
use crate::parse::document::Document;
use crate::parse::library::Library;
use crate::parse::pemat::{ACTIONABILITY, Outcome, Pemat, UNDERSTANDABILITY, file_name};

/// Least that a page scores, in per cent: how well it can be understood, and acted on.
const UNDERSTOOD: f64 = 90.0;
const ACTED_ON: f64 = 80.0;

/// Every item is judged, every judgement belongs to a page, none is kinder than the machine, and
/// every page is over the bar.
pub(crate) fn check(library: &Library, findings: &Findings) {
    let pemat = &library.pemat;
    if !pemat.is_there {
        return;
    }
    for (id, judgements) in pemat.pages.values() {
        let Some(page) = library.pages().find(|page| page.id.as_str() == id.value) else {
            let is_broken = library.broken.iter().any(|page| page.as_str() == id.value);
            if !is_broken {
                let what = format!("there is no page `{}`", id.value);
                findings.add(&id.spot, what, "Mend its name, or take the table out.");
            }
            continue;
        };
        for (item, judgement) in judgements {
            if let Some((seen, why)) = machine::sees(library, page, *item)
                && seen == Outcome::Disagree
                && judgement.outcome != Outcome::Disagree
            {
                let what = format!("item {item} is judged kinder than what can be seen: {why}");
                findings.add(&judgement.spot, what, "Mend the page, or take this out.");
            }
        }
    }
    let mut open: BTreeMap<u8, &str> = BTreeMap::new();
    for page in library.pages() {
        let verdicts = verdicts(library, page);
        for verdict in &verdicts {
            if verdict.judge == Judge::Nobody {
                open.entry(verdict.item).or_insert(page.id.as_str());
            }
        }
        if verdicts.iter().all(|one| one.judge != Judge::Nobody) {
            bar(pemat, page, &verdicts, findings);
        }
    }
    for (item, page) in open {
        let what = format!("nobody has judged item {item}, such as for the page `{page}`");
        let remedy = "Add it to [default] or to [pages.<id>], with the reason.";
        findings.add(&Spot::new(&file_name(library.lang), 1), what, remedy);
    }
}

/// A page that is too hard to understand or to act on. One that is not fully judged is a problem
/// already.
fn bar(pemat: &Pemat, page: &Document, verdicts: &[Verdict], findings: &Findings) {
    for (what_for, items, least) in [
        ("understood", &UNDERSTANDABILITY[..], UNDERSTOOD),
        ("acted on", &ACTIONABILITY[..], ACTED_ON),
    ] {
        let Some(score) = share(verdicts, items).filter(|score| *score < least) else {
            continue;
        };
        let failed = verdicts
            .iter()
            .filter(|one| items.contains(&one.item) && one.outcome == Outcome::Disagree);
        let failed: Vec<_> = failed.collect();
        let in_words = failed.iter().map(|one| {
            let words = pemat.items.get(&one.item).map_or("", String::as_str);
            format!("{} {words} {}", one.item, one.why)
        });
        let what = format!(
            "the page can be {what_for} to {score:.0} per cent (PEMAT-P), the least is {least:.0}: {}",
            in_words.collect::<Vec<_>>().join(" ")
        );
        findings.add(&page.top, what, remedy(&failed));
    }
}

/// What to do about each item that a writer can mend in the text.
const REMEDIES: [(u8, &str); 5] = [
    (
        4,
        "Mark each of these words where it first stands: [word](term:id).",
    ),
    (8, "Cut the page into short parts with headings."),
    (20, "Say what the reader can do."),
    (21, "Say `you`."),
    (
        22,
        "Make a list of at least two things to do, each beginning with what to do.",
    ),
];

fn remedy(failed: &[&Verdict]) -> String {
    let is_failed = |item: u8| failed.iter().any(|one| one.item == item);
    let steps = REMEDIES.iter().filter(|(item, _)| is_failed(*item));
    let steps: Vec<_> = steps.map(|(_, step)| *step).collect();
    if steps.is_empty() {
        return "Mend what the reasons name.".to_owned();
    }
    steps.join(" ")
}
