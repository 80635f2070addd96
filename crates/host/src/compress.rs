//! Brotli and gzip at their smallest, as a good static host sends them.
//!
//! The size budgets are measured with the same functions: what is counted is what is sent.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

/// How the bytes of an answer are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Encoding {
    /// As they are in the file.
    Identity,
    /// gzip, level 9.
    Gzip,
    /// Brotli, quality 11.
    Brotli,
    /// Brotli, quality 5: for large files where nobody counts bytes.
    QuickBrotli,
}

impl Encoding {
    /// The name in `Accept-Encoding` and `Content-Encoding`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Gzip => "gzip",
            Self::Brotli | Self::QuickBrotli => "br",
        }
    }

    /// The bytes in this encoding.
    pub fn apply(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Identity => bytes.to_vec(),
            Self::Gzip => gzip(bytes),
            Self::Brotli => brotli(bytes),
            Self::QuickBrotli => brotli_at(5, bytes),
        }
    }
}

/// Brotli, quality 11, window 22: the defaults of hosts that compress ahead of time.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    brotli_at(11, bytes)
}

fn brotli_at(quality: u32, bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 3);
    let mut writer = brotli::CompressorWriter::new(&mut out, 64 * 1024, quality, 22);
    writer
        .write_all(bytes)
        .expect("writing to memory cannot fail");
    drop(writer);
    out
}

/// gzip, level 9.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut writer = GzEncoder::new(Vec::with_capacity(bytes.len() / 3), Compression::best());
    writer
        .write_all(bytes)
        .expect("writing to memory cannot fail");
    writer.finish().expect("writing to memory cannot fail")
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::{brotli, gzip};

    #[test]
    fn both_encodings_give_the_same_text_back() {
        let text = "A bone scan looks at all your bones in one go. ".repeat(200);
        let mut back = String::new();
        brotli::Decompressor::new(&brotli(text.as_bytes())[..], 4096)
            .read_to_string(&mut back)
            .expect("valid Brotli");
        assert_eq!(back, text);
        back.clear();
        flate2::read::GzDecoder::new(&gzip(text.as_bytes())[..])
            .read_to_string(&mut back)
            .expect("valid gzip");
        assert_eq!(back, text);
        assert!(brotli(text.as_bytes()).len() < text.len() / 10);
    }
}
