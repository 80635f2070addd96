//! Tables inside a table, and tables whose names are ids.

use toml::Spanned;
use toml::de::DeValue;

use super::Fields;
use crate::base::problem::At;

impl<'a> Fields<'a> {
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
}
