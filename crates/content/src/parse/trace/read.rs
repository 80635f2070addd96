//! Reads a side file, and the switch.

use super::{Entry, Trace};
use crate::base::problem::Findings;
use crate::parse::fields::{self, Fields};
use crate::parse::files::{Files, SourceFile};

/// The file with the switch.
const SWITCH: &str = "content/trace.toml";

/// Whether every page needs a trace: `required = true` in `content/trace.toml`.
pub(super) fn is_required(files: &Files, findings: &Findings) -> bool {
    let Some(file) = files.text_if_there(SWITCH, findings) else {
        return false;
    };
    let required = fields::with_toml(&file, file.whole(), findings, |root| {
        let required = root.flag("required");
        root.finish();
        required
    });
    required.unwrap_or(false)
}

/// One side file. `None` when it is not TOML; that is then a problem already.
pub(super) fn trace(file: &SourceFile, findings: &Findings) -> Option<Trace> {
    fields::with_toml(file, file.whole(), findings, |root| {
        let read = root.need_date("read");
        let tables = root.named_tables();
        Trace {
            read,
            blocks: tables
                .into_iter()
                .map(|(block, table)| (block, entries(&table)))
                .collect(),
        }
    })
}

fn entries(table: &Fields<'_>) -> Vec<Entry> {
    let texts = table.named_texts().into_iter();
    texts
        .map(|(sentence, value)| Entry { sentence, value })
        .collect()
}
