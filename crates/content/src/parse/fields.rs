//! Reads a TOML table field by field. Every missing, unknown and wrong-typed field becomes a
//! problem of its own, so that a writer sees all of them at once.

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::base::date::Date;
use crate::base::problem::{At, Findings, Spot};
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

    /// A text that need not be there.
    pub fn text(&self, name: &'static str) -> Option<At<String>> {
        let value = self.get(name)?;
        let DeValue::String(text) = value.get_ref() else {
            self.wrong(name, value, "a text in double quotes");
            return None;
        };
        let spot = self.spot_of(value);
        let text = text.trim();
        if text.is_empty() {
            let what = format!("the field `{name}` is empty");
            self.findings
                .add(&spot, what, "Write its text between the quotes.");
            return None;
        }
        Some(At::new(text.to_owned(), spot))
    }

    /// A text that has to be there.
    pub fn need_text(&self, name: &'static str) -> Option<At<String>> {
        self.need(name, self.text(name))
    }

    /// A list of texts that need not be there.
    pub fn texts(&self, name: &'static str) -> Option<Vec<At<String>>> {
        let value = self.get(name)?;
        let found = self.list_of_texts(value);
        if found.is_none() {
            self.wrong(name, value, "a list of texts, such as [\"one\", \"two\"]");
        }
        found
    }

    /// A list of texts that has to be there.
    pub fn need_texts(&self, name: &'static str) -> Option<Vec<At<String>>> {
        self.need(name, self.texts(name))
    }

    fn list_of_texts(&self, value: &Spanned<DeValue<'_>>) -> Option<Vec<At<String>>> {
        let DeValue::Array(items) = value.get_ref() else {
            return None;
        };
        items
            .iter()
            .map(|item| match item.get_ref() {
                DeValue::String(text) => Some(At::new(text.to_string(), self.spot_of(item))),
                _ => None,
            })
            .collect()
    }

    /// `true` or `false`; `false` when it is not there.
    pub fn flag(&self, name: &'static str) -> bool {
        let Some(value) = self.get(name) else {
            return false;
        };
        if let DeValue::Boolean(flag) = value.get_ref() {
            return *flag;
        }
        self.wrong(name, value, "true or false, without quotes");
        false
    }

    /// `true` or `false` that need not be there.
    pub fn choice(&self, name: &'static str) -> Option<bool> {
        let flag = self.flag(name);
        self.table.contains_key(name).then_some(flag)
    }

    /// A day that need not be there.
    pub fn date(&self, name: &'static str) -> Option<Date> {
        let value = self.get(name)?;
        let date = match value.get_ref() {
            DeValue::Datetime(moment) if moment.time.is_none() => moment.date,
            _ => None,
        };
        if date.is_none() {
            self.wrong(name, value, "a day such as 2026-11-22, without quotes");
        }
        date.map(|date| Date {
            year: date.year,
            month: date.month,
            day: date.day,
        })
    }

    /// A day that has to be there.
    pub fn need_date(&self, name: &'static str) -> Option<Date> {
        self.need(name, self.date(name))
    }

    /// A table inside this one, read with the same care.
    pub fn table(&self, name: &'static str) -> Option<Fields<'a>> {
        let value = self.get(name)?;
        let found = self.inner(value);
        if found.is_none() {
            self.wrong(name, value, &format!("a table that begins with [{name}]"));
        }
        found
    }

    /// A table that has to be there.
    pub fn need_table(&self, name: &'static str) -> Option<Fields<'a>> {
        self.need(name, self.table(name))
    }

    /// Tables that are written one after the other as `[[name]]`.
    pub fn tables(&self, name: &'static str) -> Vec<Fields<'a>> {
        let Some(value) = self.get(name) else {
            return Vec::new();
        };
        let found = match value.get_ref() {
            DeValue::Array(items) => items.iter().map(|item| self.inner(item)).collect(),
            _ => None,
        };
        found.unwrap_or_else(|| {
            self.wrong(
                name,
                value,
                &format!("tables that each begin with [[{name}]]"),
            );
            Vec::new()
        })
    }

    fn inner(&self, value: &'a Spanned<DeValue<'a>>) -> Option<Fields<'a>> {
        let DeValue::Table(table) = value.get_ref() else {
            return None;
        };
        Some(Fields::new(
            self.file,
            self.base,
            self.spot_of(value),
            table,
            self.findings,
        ))
    }

    /// The fields of a table whose names are ids: each name with its table, in order of line.
    /// Fields that were asked for by their name before are left out.
    pub fn named_tables(&self) -> Vec<(At<String>, Fields<'a>)> {
        self.entries(|name, value| {
            let found = self.inner(value);
            if found.is_none() {
                self.wrong(name, value, &format!("a table that begins with [{name}]"));
            }
            found
        })
    }

    /// The fields of a table whose names are ids and whose values are texts.
    pub fn named_texts(&self) -> Vec<(At<String>, At<String>)> {
        self.entries(|name, value| {
            if let DeValue::String(text) = value.get_ref() {
                return Some(At::new(text.to_string(), self.spot_of(value)));
            }
            self.wrong(name, value, "a text in double quotes");
            None
        })
    }

    /// The fields of a table whose names are ids and whose values are lists of texts.
    pub fn named_lists(&self) -> Vec<(At<String>, Vec<At<String>>)> {
        self.entries(|name, value| {
            let found = self.list_of_texts(value);
            if found.is_none() {
                self.wrong(name, value, "a list of texts, such as [\"one\", \"two\"]");
            }
            found
        })
    }

    fn entries<T>(
        &self,
        read: impl Fn(&str, &'a Spanned<DeValue<'a>>) -> Option<T>,
    ) -> Vec<(At<String>, T)> {
        let known = self.known.borrow();
        let mut found: Vec<_> = self
            .table
            .iter()
            .filter(|(key, _)| !known.contains(&key.get_ref().as_ref()))
            .filter_map(|(key, value)| {
                let name = key.get_ref().to_string();
                let value = read(&name, value)?;
                Some((At::new(name, self.spot_of(key)), value))
            })
            .collect();
        found.sort_by_key(|(name, _)| name.spot.line);
        found
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
