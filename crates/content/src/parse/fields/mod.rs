//! Reads a TOML table field by field. Every missing, unknown and wrong-typed field becomes a
//! problem of its own, so that a writer sees all of them at once.

mod tables;
mod values;

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::problem::{Findings, Spot};
use crate::parse::files::SourceFile;

/// Parses TOML that is a whole file, or the part of one in `range`, and hands its root table to
/// `read`. `None` when it is not TOML; what is wrong is then already among the findings.
pub(crate) fn with_toml<T>(
    file: &SourceFile,
    range: Range<usize>,
    findings: &Findings,
    read: impl FnOnce(Fields<'_>) -> T,
) -> Option<T> {
    let (root, errors) = DeTable::parse_recoverable(&file.text[range.clone()]);
    let mut last_double = None;
    for error in &errors {
        let span = error.span().unwrap_or_default();
        let spot = file.spot(range.start + span.start);
        if error.message().contains("duplicate") {
            // Of a table that stands twice every line is a double: name the first one only.
            if last_double != Some(spot.line - 1) {
                let name = file
                    .text
                    .get(range.start + span.start..range.start + span.end);
                let what = format!("the name `{}` stands twice", name.unwrap_or_default());
                findings.add(
                    &spot,
                    what,
                    "Keep one of the two, or give one another name.",
                );
            }
            last_double = Some(spot.line);
            continue;
        }
        let what = format!("this is not TOML: {}", error.message().replace('\n', ", "));
        let remedy =
            "Write: name = \"text in double quotes\", on one line; a quote inside is \\\".";
        findings.add(&spot, what, remedy);
    }
    if !errors.is_empty() {
        return None;
    }
    let spot = file.spot(range.start);
    Some(read(Fields::new(
        file,
        range.start,
        spot,
        root.get_ref(),
        findings,
    )))
}

/// One table, and which of its fields have been asked for.
pub(crate) struct Fields<'a> {
    file: &'a SourceFile,
    base: usize,
    /// The line on which the table begins.
    pub spot: Spot,
    table: &'a DeTable<'a>,
    known: RefCell<Vec<&'static str>>,
    pub findings: &'a Findings,
}

impl<'a> Fields<'a> {
    fn new(
        file: &'a SourceFile,
        base: usize,
        spot: Spot,
        table: &'a DeTable<'a>,
        findings: &'a Findings,
    ) -> Fields<'a> {
        Fields {
            file,
            base,
            spot,
            table,
            known: RefCell::default(),
            findings,
        }
    }

    fn spot_of<T>(&self, value: &Spanned<T>) -> Spot {
        self.file.spot(self.base + value.span().start)
    }

    fn get(&self, name: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.known.borrow_mut().push(name);
        self.table.get(name)
    }

    fn need<T>(&self, name: &'static str, value: Option<T>) -> Option<T> {
        if value.is_none() && !self.table.contains_key(name) {
            let what = format!("the field `{name}` is missing");
            self.findings
                .add(&self.spot, what, format!("Add a line `{name} = ..` here."));
        }
        value
    }

    fn wrong(&self, name: &str, value: &Spanned<DeValue<'_>>, wanted: &str) {
        let kind = value.get_ref().type_str();
        let what = format!("the field `{name}` has the wrong type: {kind}");
        self.findings
            .add(&self.spot_of(value), what, format!("Write {wanted}."));
    }

    /// Names the fields that nobody asked for.
    pub fn finish(self) {
        let known = self.known.borrow();
        for key in self.table.keys() {
            let name: &str = key.get_ref();
            if !known.contains(&name) {
                let what = format!("the field `{name}` is unknown");
                let remedy = format!("Take it out, or mend its name: {}.", known.join(", "));
                self.findings.add(&self.spot_of(key), what, remedy);
            }
        }
    }
}
