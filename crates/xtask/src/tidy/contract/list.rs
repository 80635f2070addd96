//! The list itself.

use serde_json::{Map, Value};

use super::CONTRACT;

/// What `web/contract.json` declares.
#[derive(Debug)]
pub(super) struct List {
    /// Messages of a page to the worker.
    pub(super) to_worker: Vec<String>,
    /// States that the worker tells pages.
    pub(super) states: Vec<String>,
    /// Fields of what the worker tells pages, without the facts.
    pub(super) fields: Vec<String>,
    /// What is known of saving; an answer has these fields too.
    pub(super) facts: Vec<String>,
    /// What `<html>` says, in the order of the table.
    pub(super) signals: Vec<Signal>,
    text: String,
}

/// One row of the table of signals.
#[derive(Debug)]
pub(super) struct Signal {
    /// Attributes, such as `data-root`.
    pub(super) names: Vec<String>,
    /// Who sets them: `prerender`, `app`, or a file in `web/`.
    pub(super) by: Vec<String>,
    /// What they mean, in the words of the table.
    pub(super) means: String,
}

impl List {
    /// Reads the list, or says what is wrong with it.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let all: Value = serde_json::from_str(text).map_err(|error| error.to_string())?;
        let signals = all["signals"].as_array().map(Vec::as_slice);
        Ok(Self {
            to_worker: keys(&all, &["to_worker"])?,
            states: keys(&all, &["to_page", "states"])?,
            fields: keys(&all, &["to_page", "fields"])?,
            facts: keys(&all, &["facts", "names"])?,
            signals: signals.unwrap_or_default().iter().map(signal).collect(),
            text: text.to_owned(),
        })
    }

    /// The line that lists a name.
    pub(super) fn line(&self, name: &str) -> usize {
        let quoted = format!("\"{name}\"");
        let found = self.text.lines().position(|line| line.contains(&quoted));
        found.map_or(1, |before| before + 1)
    }

    /// The row of a signal, if it is listed.
    pub(super) fn signal(&self, name: &str) -> Option<&Signal> {
        let has = |signal: &&Signal| signal.names.iter().any(|listed| listed == name);
        self.signals.iter().find(has)
    }
}

fn keys(all: &Value, path: &[&str]) -> Result<Vec<String>, String> {
    let inner = path.iter().fold(all, |value, key| &value[*key]);
    let names = |map: &Map<String, Value>| map.keys().cloned().collect();
    let absent = || format!("{CONTRACT} has no `{}`", path.join("."));
    inner.as_object().map(names).ok_or_else(absent)
}

fn signal(row: &Value) -> Signal {
    let texts = |key: &str| {
        let all = row[key].as_array().map(Vec::as_slice).unwrap_or_default();
        let text = |value: &Value| value.as_str().map(str::to_owned);
        all.iter().filter_map(text).collect()
    };
    Signal {
        names: texts("names"),
        by: texts("by"),
        means: row["means"].as_str().unwrap_or_default().to_owned(),
    }
}
