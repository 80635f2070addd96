//! Reads and checks `pemat.toml`.

use std::collections::BTreeMap;

use super::{
    ACTED_ON, ACTIONABILITY, Judge, Judgement, Outcome, Pemat, UNDERSTANDABILITY, UNDERSTOOD,
    Verdict, items, machine, share, verdicts,
};
use crate::base::problem::{At, Findings, Spot};
use crate::parse::document::Document;
use crate::parse::fields::{self, Fields};
use crate::parse::files::Files;
use crate::parse::library::Library;

fn file_name(language: &str) -> String {
    format!("content/{language}/pemat.toml")
}

impl Pemat {
    /// The file, which need not be there: then nothing but what a machine sees is judged.
    pub fn read(files: &Files, findings: &Findings) -> Pemat {
        let Some(file) = files.text_if_there(&file_name(&files.language), findings) else {
            return Pemat::default();
        };
        let pemat = fields::with_toml(&file, file.whole(), findings, |root| {
            let pages = root.table("pages").map(|table| table.named_tables());
            let pemat = Pemat {
                is_there: true,
                actions: words(&root, "actions"),
                you: words(&root, "you"),
                everyday: root
                    .texts("everyday")
                    .unwrap_or_default()
                    .into_iter()
                    .map(|word| word.value.to_lowercase())
                    .collect(),
                items: read_items(&root),
                default: root
                    .table("default")
                    .map(|table| judgements(&table))
                    .unwrap_or_default(),
                pages: pages
                    .unwrap_or_default()
                    .into_iter()
                    .map(|(id, table)| (id.value.clone(), (id, judgements(&table))))
                    .collect(),
            };
            root.finish();
            pemat
        });
        pemat.unwrap_or_default()
    }
}

fn words(root: &Fields<'_>, name: &'static str) -> Vec<String> {
    let words = root.need_texts(name).unwrap_or_default();
    words.into_iter().map(|word| word.value).collect()
}

fn read_items(root: &Fields<'_>) -> BTreeMap<u8, String> {
    let Some(table) = root.need_table("items") else {
        return BTreeMap::new();
    };
    let mut found = BTreeMap::new();
    for (name, text) in table.named_texts() {
        if let Some(item) = item(&name, table.findings) {
            found.insert(item, text.value);
        }
    }
    for item in items().filter(|item| !found.contains_key(item)) {
        let what = format!("item {item} is not put into words");
        let remedy = format!("Add a line {item} = \"..\" to [items].");
        table.findings.add(&table.spot, what, remedy);
    }
    found
}

/// The number of an item.
fn item(name: &At<String>, findings: &Findings) -> Option<u8> {
    let number = name.value.parse().ok();
    let found = number.filter(|number| items().any(|item| item == *number));
    if found.is_none() {
        let what = format!("`{}` is no item of PEMAT-P", name.value);
        findings.add(&name.spot, what, "They are 1 to 12 and 15 to 26.");
    }
    found
}

fn judgements(table: &Fields<'_>) -> BTreeMap<u8, Judgement> {
    let mut found = BTreeMap::new();
    for (name, fields) in table.named_tables() {
        let item = item(&name, table.findings);
        let judgement = judgement(fields);
        if let (Some(item), Some(judgement)) = (item, judgement) {
            found.insert(item, judgement);
        }
    }
    found
}

fn judgement(fields: Fields<'_>) -> Option<Judgement> {
    let outcome = match (fields.choice("agree"), fields.choice("applies")) {
        (Some(true), None) => Some(Outcome::Agree),
        (Some(false), None) => Some(Outcome::Disagree),
        (None, Some(false)) => Some(Outcome::NotApplicable),
        _ => None,
    };
    if outcome.is_none() {
        let remedy = "Write { agree = true, why = \"..\" }, or agree = false, or applies = false.";
        fields.findings.add(
            &fields.spot,
            "a judgement that says neither yes nor no",
            remedy,
        );
    }
    let (why, spot) = (fields.need_text("why"), fields.spot.clone());
    fields.finish();
    Some(Judgement {
        outcome: outcome?,
        why: why?.value,
        spot,
    })
}

/// Every item is judged, every judgement belongs to a page, none is kinder than the machine, and
/// every page is over the bar.
pub(crate) fn check(library: &Library, language: &str, findings: &Findings) {
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
        findings.add(&Spot::new(&file_name(language), 1), what, remedy);
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
