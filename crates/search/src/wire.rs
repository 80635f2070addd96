//! The texts of a file, which come first: Brotli knows English. What follows is coded bits.

use crate::fold::words;

/// Why bytes are no index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IndexError {
    /// It does not begin as an index of this version does.
    #[error("this is no index of this version")]
    Version,
    /// There are fewer bytes than it says.
    #[error("the index ends too early")]
    Short,
    /// A number points to nothing.
    #[error("the index contradicts itself")]
    Wrong,
}

/// The id that most titles lead to: their words before any bracket, with hyphens between them.
pub(crate) fn id_of(title: &str) -> String {
    let title = title.split('(').next().unwrap_or_default();
    words(title).join("-")
}

/// A file: its first bytes, the length of its texts, the texts, and the rest.
pub(crate) fn join(magic: &[u8], lines: &[&str], coded: &[u8]) -> Vec<u8> {
    let mut texts = Vec::new();
    for line in lines {
        texts.extend(line.bytes().filter(|byte| *byte != b'\n'));
        texts.push(b'\n');
    }
    let length = u32::try_from(texts.len()).unwrap_or(u32::MAX);
    [magic, &length.to_le_bytes(), &texts, coded].concat()
}

/// The texts and the rest of a file.
pub(crate) fn split<'a>(
    magic: &[u8],
    bytes: &'a [u8],
) -> Result<(Lines<'a>, &'a [u8]), IndexError> {
    let rest = bytes.strip_prefix(magic).ok_or(IndexError::Version)?;
    let (length, rest) = rest.split_first_chunk().ok_or(IndexError::Short)?;
    let length = u32::from_le_bytes(*length) as usize;
    let (texts, coded) = rest.split_at_checked(length).ok_or(IndexError::Short)?;
    let texts = std::str::from_utf8(texts).map_err(|_| IndexError::Wrong)?;
    Ok((Lines(texts), coded))
}

/// Texts that were written one after the other.
#[derive(Debug)]
pub(crate) struct Lines<'a>(&'a str);

impl<'a> Lines<'a> {
    /// The next one.
    pub fn line(&mut self) -> Result<&'a str, IndexError> {
        let (line, rest) = self.0.split_once('\n').ok_or(IndexError::Short)?;
        self.0 = rest;
        Ok(line)
    }

    /// The next one, which is a number.
    pub fn count(&mut self) -> Result<usize, IndexError> {
        self.line()?.parse().map_err(|_| IndexError::Wrong)
    }
}
