//! Texts in files: those that every page can say, and those of each chunk.
//!
//! ```json
//! [list, [text, ..]]
//! ```
//!
//! The texts are those of all keys, and empty where they are not of the file.

use super::{Strings, Text};
use crate::CatalogError;
use crate::chunk::Chunk;
use crate::json::{Reader, read_all, write_list, write_number, write_text};

impl Strings {
    /// Only the texts of this chunk, or only those of none; the others are empty.
    #[must_use]
    pub fn only(&self, chunk: Option<Chunk>) -> Self {
        let texts = Text::ALL.iter().map(|key| {
            let is_of = key.chunk() == chunk;
            String::from(if is_of { self.get(*key) } else { "" })
        });
        Self(texts.collect())
    }

    /// The texts as compact JSON.
    pub fn to_json(&self) -> String {
        let mut json = String::from("[");
        write_number(&mut json, Text::LIST.into());
        json.push(',');
        write_list(&mut json, self.as_list(), |out, text| write_text(out, text));
        json.push(']');
        json
    }

    /// Takes in the texts of a file that has come, from their JSON.
    pub fn learn(&mut self, json: &str) -> Result<(), CatalogError> {
        let (list, texts) = read_all(json, |reader| {
            reader.sign("[")?;
            let list = reader.number::<u32>()?;
            reader.sign(",")?;
            let texts = reader.list(Reader::text)?;
            reader.sign("]")?;
            Ok((list, texts))
        })?;
        if list != Text::LIST || texts.len() != self.0.len() {
            return Err(CatalogError::OtherBuild);
        }
        for (known, text) in self.0.iter_mut().zip(texts) {
            if !text.is_empty() {
                *known = text;
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> Strings {
        Strings::from_fn(|key| Some(key.name().to_owned())).expect("all are there")
    }

    #[test]
    fn a_page_has_all_texts_once_the_chunks_have_come() {
        let mut strings = all().only(None);
        assert_eq!(strings.get(Text::Brand), "brand");
        assert_eq!(strings.get(Text::NotesUnsaved), "");
        for chunk in Chunk::ALL {
            let json = all().only(Some(chunk)).to_json();
            strings.learn(&json).expect("the texts are of this build");
        }
        assert_eq!(strings, all());
    }

    #[test]
    fn texts_of_another_build_or_none_change_nothing() {
        let mut strings = all();
        let other = format!("[{},[]]", Text::LIST);
        assert_eq!(strings.learn(&other), Err(CatalogError::OtherBuild));
        assert_eq!(strings.learn("[1,[]]"), Err(CatalogError::OtherBuild));
        assert_eq!(
            strings.learn("<!DOCTYPE html>"),
            Err(CatalogError::Malformed)
        );
        assert_eq!(strings, all());
    }
}
