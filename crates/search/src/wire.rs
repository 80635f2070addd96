//! Numbers and texts as bytes.
//!
//! What is alike is written side by side, in a stream of its own: Brotli finds more in it.

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

/// Writes numbers and texts.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    pub bytes: Vec<u8>,
}

impl Writer {
    /// A number in groups of seven bits, the lowest first.
    pub fn number(&mut self, mut number: u32) {
        while number > 127 {
            self.bytes.push(number.to_le_bytes()[0] | 128);
            number >>= 7;
        }
        self.bytes.push(number.to_le_bytes()[0]);
    }

    /// How many follow.
    pub fn count(&mut self, count: usize) {
        self.number(u32::try_from(count).unwrap_or(u32::MAX));
    }

    /// Another stream, with its length before it.
    pub fn stream(&mut self, stream: &Writer) {
        self.count(stream.bytes.len());
        self.bytes.extend(&stream.bytes);
    }

    /// A text without line breaks, as one line.
    pub fn line(&mut self, text: &str) {
        self.bytes.extend(text.bytes().filter(|byte| *byte != b'\n'));
        self.bytes.push(b'\n');
    }
}

/// Reads what [`Writer`] wrote.
#[derive(Clone, Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    pub fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader { bytes }
    }

    pub fn byte(&mut self) -> Result<u8, IndexError> {
        let (first, rest) = self.bytes.split_first().ok_or(IndexError::Short)?;
        self.bytes = rest;
        Ok(*first)
    }

    pub fn number(&mut self) -> Result<u32, IndexError> {
        let mut number = 0_u32;
        for shift in [0, 7, 14, 21, 28] {
            let byte = self.byte()?;
            number |= u32::from(byte & 127) << shift;
            if byte < 128 {
                return Ok(number);
            }
        }
        Err(IndexError::Wrong)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> Result<u32, IndexError> {
        let number = self.number()?;
        if (number as usize) < end {
            Ok(number)
        } else {
            Err(IndexError::Wrong)
        }
    }

    /// How many follow, each of which takes a byte at least.
    pub fn count(&mut self) -> Result<usize, IndexError> {
        self.number().map(|count| count as usize)
    }

    pub fn take(&mut self, length: usize) -> Result<&'a [u8], IndexError> {
        let (taken, rest) = self.bytes.split_at_checked(length).ok_or(IndexError::Short)?;
        self.bytes = rest;
        Ok(taken)
    }

    pub fn stream(&mut self) -> Result<Reader<'a>, IndexError> {
        let length = self.count()?;
        self.take(length).map(Reader::new)
    }

    pub fn line(&mut self) -> Result<&'a str, IndexError> {
        let end = self.bytes.iter().position(|byte| *byte == b'\n');
        let line = self.take(end.ok_or(IndexError::Short)?)?;
        self.byte()?;
        std::str::from_utf8(line).map_err(|_| IndexError::Wrong)
    }

    /// How many bytes are left, to keep room for no more than can follow.
    pub fn left(&self) -> usize {
        self.bytes.len()
    }
}
