//! The name in braces at the end of a block: `{#hot-spots}`.

use bearings_domain::BlockId;

use crate::base::date::Month;
use crate::base::problem::{Findings, Spot};
use crate::parse::ids::is_taken;
use crate::parse::text::Inline;

/// Takes the id off the end of the text. Says what is wrong with it, or that it is missing.
pub(super) fn take(
    inlines: &mut Vec<Inline>,
    spot: &Spot,
    findings: &Findings,
) -> (Option<BlockId>, Option<Month>) {
    let Some(braces) = take_braces(inlines) else {
        findings.add(
            spot,
            "this block has no id",
            "End it with {#a-short-name}, or run `cargo xtask ids`, which writes one.",
        );
        return (None, None);
    };
    let (name, fresh) = match braces.split_once(' ') {
        None => (braces, None),
        Some((name, more)) => (name.to_owned(), month(more.trim(), spot, findings)),
    };
    (block_id(&name, spot, findings), fresh)
}

/// The month of `fresh=2026-11`: when what moves fast was last looked up.
fn month(text: &str, spot: &Spot, findings: &Findings) -> Option<Month> {
    let month = text.strip_prefix("fresh=").and_then(Month::parse);
    if month.is_none() {
        let what = format!("`{text}` after the id of a block");
        findings.add(
            spot,
            what,
            "Only the month in which it was last looked up can stand there: {#name fresh=2026-11}.",
        );
    }
    month
}

fn block_id(name: &str, spot: &Spot, findings: &Findings) -> Option<BlockId> {
    match BlockId::parse(name) {
        Ok(id) => {
            if is_taken(name) {
                let what = format!("the id `{name}` is taken by the page itself");
                findings.add(spot, what, "Give the block another name.");
            }
            Some(id)
        }
        Err(error) => {
            let what = format!("`{{#{name}}}` is no id: {error}");
            findings.add(
                spot,
                what,
                "Use small letters, digits and hyphens: {#hot-spots}.",
            );
            None
        }
    }
}

fn take_braces(inlines: &mut Vec<Inline>) -> Option<String> {
    let Some(Inline::Text(text)) = inlines.last_mut() else {
        return None;
    };
    let (before, name) = text.trim_end().strip_suffix('}')?.rsplit_once("{#")?;
    if name.contains(['{', '}']) {
        return None;
    }
    let name = name.to_owned();
    let rest = before.trim_end().to_owned();
    if rest.is_empty() {
        inlines.pop();
    } else {
        *text = rest;
    }
    Some(name)
}
