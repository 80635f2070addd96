//! The names by which things are looked up.

use std::collections::{BTreeMap, BTreeSet};

use bearings_search::{Kind, Names};

use super::classes::Classes;
use super::entries::Found;
use crate::base::problem::At;
use crate::parse::library::Library;

/// What is read as a page.
const PAGES: &[Kind] = &[Kind::Page, Kind::Choose, Kind::Place];

/// Names by entry and block.
type ByTarget = BTreeMap<(u32, String), Vec<Vec<u32>>>;

/// The names of everything, by entry and block.
pub(super) fn of(library: &Library, classes: &Classes, found: &[Found]) -> Vec<Names> {
    let mut all = ByTarget::new();
    let mut add = |entry: u32, block: &str, name: &str| {
        let set = classes.in_name(name);
        let is_title = found[entry as usize].entry.title == name;
        if set.is_empty() || !(is_title || classes.says_something(&set)) {
            return;
        }
        let names = all.entry((entry, block.to_owned())).or_default();
        if !names.contains(&set) {
            names.push(set);
        }
    };
    let place = |kinds: &[Kind], id: &str| {
        let at = found
            .iter()
            .position(|found| kinds.contains(&found.entry.kind) && found.entry.id == id);
        at.and_then(|at| u32::try_from(at).ok())
    };
    for (number, found) in (0_u32..).zip(found) {
        if found.entry.kind != Kind::Sign {
            for name in with_and_without_brackets(&found.entry.title) {
                add(number, "", &name);
            }
        }
    }
    for term in &library.glossary.terms {
        if let Some(entry) = place(&[Kind::Term], &term.id.value) {
            term.also
                .iter()
                .for_each(|also| add(entry, "", &also.value));
        }
    }
    for sign in &library.signs.all {
        if let Some(entry) = place(&[Kind::Sign], &sign.id.value) {
            let is_little = |words: &&At<String>| {
                let little = library.everyday.little.iter();
                let mut own = little.filter(|(id, _)| id.value == sign.id.value);
                !own.any(|(_, little)| little.iter().any(|little| little.value == words.value))
            };
            let words = sign.words.iter().filter(is_little);
            words.for_each(|words| add(entry, "", &words.value));
        }
    }
    for drug in &library.drugs.all {
        if let Some(entry) = drug
            .page
            .as_ref()
            .and_then(|page| place(PAGES, &page.value))
        {
            drug.names
                .iter()
                .for_each(|name| add(entry, "", &name.value));
        }
    }
    let everyday = &library.everyday;
    for (kinds, table) in [
        (&[Kind::Sign][..], &everyday.signs),
        (PAGES, &everyday.pages),
        (&[Kind::Term], &everyday.terms),
    ] {
        for (id, words) in table {
            let (page, block) = id.value.split_once('#').unwrap_or((&id.value, ""));
            if let Some(entry) = place(kinds, page) {
                for words in words {
                    add(entry, block, &words.value);
                }
            }
        }
    }
    for_everyone(library, &mut all, found);
    without_longer(classes, &mut all);
    all.into_iter()
        .map(|((entry, block), mut names)| {
            names.sort();
            Names {
                entry,
                block,
                names,
            }
        })
        .collect()
}

/// A name that holds a shorter name of the same thing is left out if what more it says is who,
/// when or how much.
fn without_longer(classes: &Classes, all: &mut ByTarget) {
    for names in all.values_mut() {
        let own = names.clone();
        names.retain(|name| {
            let adds = |class: &&u32| classes.is_full(**class);
            !own.iter().any(|other| {
                let more = name
                    .iter()
                    .filter(|class| !other.contains(class))
                    .filter(adds);
                let is_part =
                    other.len() < name.len() && other.iter().all(|class| name.contains(class));
                is_part && more.count() == 0
            })
        });
    }
}

/// A name of a sign for everyone is none of a sign for those on certain drugs.
fn for_everyone(library: &Library, all: &mut ByTarget, found: &[Found]) {
    let is_for_some = |entry: u32| {
        let id = &found[entry as usize].entry.id;
        library
            .signs
            .find(id)
            .is_some_and(|sign| !sign.drugs.is_empty())
    };
    let is_sign = |entry: u32| found[entry as usize].entry.kind == Kind::Sign;
    let names = all
        .iter()
        .filter(|((entry, _), _)| is_sign(*entry) && !is_for_some(*entry));
    let general: BTreeSet<Vec<u32>> = names.flat_map(|(_, names)| names.clone()).collect();
    for ((entry, _), names) in all.iter_mut() {
        if is_sign(*entry) && is_for_some(*entry) {
            names.retain(|name| !general.contains(name));
        }
    }
}

/// "Anticoagulant (blood thinner)" is three names: whole, before the brackets, inside them.
fn with_and_without_brackets(title: &str) -> Vec<String> {
    let mut names = vec![title.to_owned()];
    if let Some((before, rest)) = title.split_once('(')
        && let Some((inside, after)) = rest.split_once(')')
    {
        names.push(format!("{before}{after}"));
        names.push(inside.to_owned());
    }
    names
}
