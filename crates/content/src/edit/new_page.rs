//! A new page: its first text, and its line in the outline.

use bearings_domain::{PageId, PartId, PartKind};

/// The file of a new page. It is full of problems on purpose: each is something to write.
pub(super) fn template(id: &PageId, kind: PartKind) -> String {
    let audience = match kind {
        PartKind::Spine | PartKind::Topic => "everyone",
        PartKind::Choose => "choose-to-read",
    };
    format!(
        r#"+++
id = "{id}"
title = "TODO"
in_short = "TODO"
audience = "{audience}"
# The day you checked every line against the sources, without quotes: reviewed = 2026-11-22
sources = []
figures = []

[[question]]
id = "first-question"
text = "TODO"
+++

## TODO {{#first-heading}}

TODO {{#first-text}}
"#
    )
}

/// The outline with the page at the end of its part, with everything else left as it is. `None`
/// when the list of the part cannot be found.
pub(super) fn outline_with(outline: &str, part: &PartId, id: &PageId) -> Option<String> {
    let is_id = |line: &str| {
        let value = line
            .trim()
            .strip_prefix("id")
            .map(|rest| rest.trim_start_matches([' ', '=']));
        value.is_some_and(|value| value.trim_start().starts_with(&format!("\"{part}\"")))
    };
    let mut at = 0;
    let mut lines = outline.split_inclusive('\n');
    let after_id = loop {
        let line = lines.next()?;
        at += line.len();
        if is_id(line) {
            break at;
        }
    };
    let pages = after_id + outline[after_id..].find("pages")?;
    let open = pages + outline[pages..].find('[')?;
    let close = open + outline[open..].find(']')?;
    let list = &outline[open + 1..close];
    let inside = list.trim_end();
    let comma = if inside.is_empty() || inside.ends_with(',') {
        ""
    } else {
        ","
    };
    let is_long = list.contains('\n');
    let entry = match (is_long, inside.is_empty()) {
        (true, _) => format!("{comma}\n  \"{id}\",\n"),
        (false, true) => format!("\"{id}\""),
        (false, false) => format!("{comma} \"{id}\""),
    };
    let end = open + 1 + inside.len();
    Some([&outline[..end], &entry, &outline[close..]].concat())
}
