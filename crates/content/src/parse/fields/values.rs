//! Values of a table: texts, lists of texts, yes or no, days.

use toml::Spanned;
use toml::de::DeValue;

use super::Fields;
use crate::base::date::Date;
use crate::base::problem::At;

impl Fields<'_> {
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

    /// The texts of a list; `None` for anything else.
    pub(super) fn list_of_texts(&self, value: &Spanned<DeValue<'_>>) -> Option<Vec<At<String>>> {
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
}
