//! Plain texts of tables in which a few marks can stand.

use crate::base::problem::{At, Findings};
use crate::parse::level::Level;
use crate::parse::levels::Levels;
use crate::parse::regional::Regional;
use crate::parse::text::{Inline, Phrase, plain};

/// A plain text in which words that differ by region are marked, `[fit](say:fit)`, and the
/// verb of a level can stand, `[](level:line)`.
pub(crate) fn read(
    text: At<String>,
    regional: &Regional,
    levels: &Levels,
    findings: &Findings,
) -> Phrase {
    let mut inlines = Vec::new();
    let mut rest = text.value.as_str();
    while let Some((before, mark)) = rest.split_once('[') {
        let parts = mark.split_once("](").and_then(|(said, after)| {
            let (address, after) = after.split_once(')')?;
            let (kind, id) = address.split_once(':')?;
            matches!(kind, "say" | "level").then_some((said, kind, id, after))
        });
        let Some((said, kind, id, after)) = parts else {
            let remedy = "Only [word](say:id) and [](level:name) can stand in this text.";
            findings.add(&text.spot, "a bracket that is no word by region", remedy);
            break;
        };
        inlines.push(Inline::Text(before.to_owned()));
        if kind == "say" {
            match regional.marked(id, said, &text.spot, findings) {
                Some(pair) => inlines.push(Inline::Pair(pair)),
                None => inlines.push(Inline::Text(said.to_owned())),
            }
        } else if let Some(level) = Level::named(id, &text.spot, findings) {
            let said = plain(&inlines);
            inlines.push(Inline::Level(levels.verb_after(level, &said, &text.spot)));
        }
        rest = after;
    }
    inlines.push(Inline::Text(rest.to_owned()));
    Phrase {
        inlines,
        written: text,
    }
}
