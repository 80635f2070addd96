//! Rules about signs: every one is defined, shown on Help, and shown where its drug and its
//! subject are.

use std::collections::BTreeSet;

use bearings_domain::Destination;

use crate::base::problem::{At, Findings, Spot};
use crate::parse::address::Address;
use crate::parse::document::Document;
use crate::parse::level::Level;
use crate::parse::library::Library;
use crate::parse::signs::Sign;
use crate::parse::slots::Slots;
use crate::parse::text::{self, Insert};
use crate::rules::urgent;

/// The signs that a page shows, in its order, each with the line that names it.
pub(crate) fn shown<'a>(library: &'a Library, document: &'a Document) -> Vec<(&'a str, &'a Spot)> {
    let front = &document.front;
    let first = front.first_signs.iter();
    let mut shown: Vec<(&str, &Spot)> = first.map(|id| (id.value.as_str(), &id.spot)).collect();
    for (_, insert) in text::made(&document.blocks) {
        match &insert.value {
            Insert::Signs(ids) => shown.extend(ids.iter().map(|id| (id.as_str(), &insert.spot))),
            Insert::Level(level) => {
                let all = library.signs.all.iter();
                let of_level = all.filter(|sign| sign.level == *level);
                shown.extend(of_level.map(|sign| (sign.id.value.as_str(), &insert.spot)));
            }
            _ => {}
        }
    }
    shown
}

/// The signs that the text of a page shows, by id, without those under its short version.
pub(crate) fn in_text_of(document: &Document) -> Vec<&str> {
    let made = text::made(&document.blocks);
    let ids = made.flat_map(|(_, insert)| match &insert.value {
        Insert::Signs(ids) => ids.as_slice(),
        _ => &[],
    });
    ids.map(String::as_str).collect()
}

/// Every sign that a page names is one, and is ranked as it is.
pub(crate) fn check_pages(library: &Library, findings: &Findings) {
    for document in &library.documents {
        on_page(library, document, findings);
        in_text(library, document, findings);
        in_self_tests(library, document, findings);
    }
    urgent::check(library, findings);
}

/// Every sign is shown where it has to be.
pub(crate) fn check_shown(library: &Library, findings: &Findings) {
    for sign in &library.signs.all {
        of_sign(library, sign, findings);
    }
    drugs(library, findings);
}

fn is_known(library: &Library, id: &str, spot: &Spot, findings: &Findings) -> bool {
    let is_known = library.signs.find(id).is_some() || !library.signs.is_whole;
    if !is_known {
        let what = format!("the sign `{id}` is defined nowhere");
        findings.add(spot, what, "Add it to signs.toml, or mend its name.");
    }
    is_known
}

fn on_page(library: &Library, document: &Document, findings: &Findings) {
    let shown = shown(library, document);
    let mut seen = BTreeSet::new();
    for (id, spot) in &shown {
        is_known(library, id, spot, findings);
        // The first signs may stand again where the page says when to call.
        let is_first = document
            .front
            .first_signs
            .iter()
            .any(|first| first.value == *id);
        if !seen.insert(*id) && !is_first {
            let what = format!("the sign `{id}` is shown twice on this page");
            findings.add(spot, what, "Show it once.");
        }
        let on_card = document.is_a(Slots::Card);
        if on_card
            && library
                .signs
                .find(id)
                .is_some_and(|sign| sign.card.is_none())
        {
            let what = format!("the sign `{id}` has no words for the card");
            findings.add(spot, what, "Add card = \"..\", a few words, in signs.toml.");
        }
    }
    let needs_signs = [Slots::Treatment, Slots::Effect, Slots::Card];
    let is_kind = |kind: &Slots| document.is_a(*kind);
    if shown.is_empty() && needs_signs.iter().any(is_kind) && !library.signs.all.is_empty() {
        let what = "a page about a treatment or an effect that shows no sign";
        let remedy = "Show what needs a call: ![](signs:one,two) {#when-signs}.";
        findings.add(&document.top, what, remedy);
    }
}

/// A verb of a level stands beside a sign that has this level.
fn in_text(library: &Library, document: &Document, findings: &Findings) {
    let is_general = document.to == Destination::Help || document.is_a(Slots::Helplines);
    for prose in document.proses() {
        let mut levels = Vec::new();
        for link in text::links_of(prose) {
            if let Some(Address::Sign(id)) = &link.to
                && is_known(library, id, &link.spot, findings)
            {
                levels.extend(library.signs.find(id).map(|sign| sign.level));
            }
        }
        for verb in text::level_verbs(prose) {
            if !is_general && library.signs.is_whole && !levels.contains(&verb.level) {
                let what = format!("level:{} stands beside no sign of that level", verb.level);
                let remedy = "Name the sign in the same block, [words](sign:id); its level is the one in signs.toml.";
                findings.add(&verb.spot, what, remedy);
            }
        }
    }
}

fn in_self_tests(library: &Library, document: &Document, findings: &Findings) {
    for check in &document.front.checks {
        let level = check.sign.as_ref().and_then(|id| {
            is_known(library, &id.value, &id.spot, findings);
            library.signs.find(&id.value).map(|sign| sign.level)
        });
        for option in &check.options {
            let Some(chosen) = &option.level else {
                continue;
            };
            if check.sign.is_none() {
                let remedy =
                    "Add sign = \"id\" to the [[check]]: its level decides which option is right.";
                findings.add(&chosen.spot, "an option with a level and no sign", remedy);
            }
            let is_levels = level == Some(chosen.value);
            if level.is_some() && is_levels != option.right {
                let what = format!(
                    "the self-test ranks `{}` otherwise than signs.toml",
                    check.sign.as_ref().map_or("", |sign| &sign.value)
                );
                let remedy = "The option with the level of the sign has right = true, no other.";
                findings.add(&chosen.spot, what, remedy);
            }
        }
    }
}

fn of_sign(library: &Library, sign: &Sign, findings: &Findings) {
    let id = &sign.id;
    let shows = |document: &Document| {
        let shown = shown(library, document);
        shown.iter().any(|(shown, _)| *shown == id.value)
    };
    let help = library
        .documents
        .iter()
        .find(|document| document.to == Destination::Help);
    if let Some(help) = help
        && !shows(help)
    {
        let what = format!("Help does not show the sign `{}`", id.value);
        let remedy =
            "Help shows every sign: its level with ![](level:..), its group in signs.toml.";
        findings.add(&id.spot, what, remedy);
    }
    let Some(see) = &sign.see else { return };
    let page = library.pages().find(|page| page.id.as_str() == see.value);
    match page {
        None if library
            .broken
            .iter()
            .any(|broken| broken.as_str() == see.value) => {}
        None => {
            let what = format!("there is no page `{}` to explain `{}`", see.value, id.value);
            findings.add(&see.spot, what, "Mend its name, or take the line out.");
        }
        Some(page) => {
            let has_slots = page.is_a(Slots::Effect) || page.is_a(Slots::Treatment);
            if has_slots && !shows(page) {
                let what = format!(
                    "`{}` explains the sign `{}` and does not show it",
                    see.value, id.value
                );
                findings.add(
                    &see.spot,
                    what,
                    "Add the sign to ![](signs:..) of that page.",
                );
            }
            if library.is_choose(page) {
                let remedy = "Name a page that everyone reads, or take the line out.";
                findings.add(&see.spot, "Help would lead into Choose to read", remedy);
            }
        }
    }
}

/// The page of a drug shows every sign that is for people on it.
fn drugs(library: &Library, findings: &Findings) {
    let drugs = &library.drugs;
    for sign in &library.signs.all {
        for named in &sign.drugs {
            let mut meant = drugs.meant_by(&named.value).peekable();
            if meant.peek().is_none() && drugs.is_whole {
                let what = format!("`{}` is no drug and no kind of drug", named.value);
                let remedy =
                    "Add the drug to content/drugs.toml, or write a `kind` that stands there.";
                findings.add(&named.spot, what, remedy);
            }
            for drug in meant {
                let Some(At { value: id, spot }) = &drug.page else {
                    continue;
                };
                let Some(page) = library.pages().find(|page| page.id.as_str() == id) else {
                    continue;
                };
                let shown = shown(library, page);
                if !shown.iter().any(|(shown, _)| *shown == sign.id.value) {
                    let what = format!(
                        "`{id}` is the page of {} and does not show its sign `{}`",
                        named.value, sign.id.value
                    );
                    findings.add(spot, what, "Add the sign to ![](signs:..) of that page.");
                }
            }
        }
    }
}

/// The most urgent level that a page shows, for the order in which its signs stand.
pub(crate) fn by_level<'a>(signs: &[&'a Sign]) -> Vec<(Level, Vec<&'a Sign>)> {
    let of = |level: Level| -> Vec<&'a Sign> {
        let of_level = signs.iter().filter(|sign| sign.level == level);
        of_level.copied().collect()
    };
    let levels = Level::ALL.into_iter().map(|level| (level, of(level)));
    levels.filter(|(_, signs)| !signs.is_empty()).collect()
}
