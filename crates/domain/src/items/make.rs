//! How ids are made.

use super::Version;
use crate::{ItemId, Millis};

/// How the id of a copy begins.
const COPY: &str = "copy-";

impl ItemId {
    /// An id for something new: the time, so that ids sort by age, and a random number of the
    /// browser's generator, so that no two devices come upon the same.
    pub fn new(now: Millis, random: u64) -> Self {
        made(&[&hex(now.0), "-", &hex(random)].concat())
    }
}

/// The id under which a version of an item is shown beside a newer one: the same wherever it is
/// worked out.
pub(super) fn copy_id(item: &ItemId, version: &Version) -> ItemId {
    let mut hash = Hash::new();
    hash.text(item.as_str());
    hash.stamp(&version.stamp);
    for field in &version.fields {
        hash.text(field.name.as_str());
        hash.text(&field.text);
    }
    made(&[COPY, &hex(hash.0)].concat())
}

/// Whether an id may be that of a copy. No other id begins so: those are numbers.
pub(super) fn is_copy_id(id: &ItemId) -> bool {
    id.as_str().starts_with(COPY)
}

/// Which line of its writer a version begins that follows these versions of an item.
pub(super) fn branch(item: &ItemId, parents: &[&Version]) -> u32 {
    let mut hash = Hash::new();
    hash.text(item.as_str());
    for parent in parents {
        hash.stamp(&parent.stamp);
    }
    // Half of it is enough to keep apart the few lines that one writer begins in one item.
    let [.., a, b, c, d] = hash.0.to_be_bytes();
    u32::from_be_bytes([a, b, c, d])
}

fn made(text: &str) -> ItemId {
    ItemId::parse(text).expect("digits, letters and an inner hyphen make an id")
}

fn hex(number: u64) -> String {
    let bytes = number.to_be_bytes().into_iter();
    bytes
        .flat_map(|byte| [byte >> 4, byte & 0xf])
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// FNV-1a, of 64 bits. It keeps apart what was not made to collide, in ten lines.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    fn bytes(&mut self, bytes: impl IntoIterator<Item = u8>) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    fn text(&mut self, text: &str) {
        // A byte that is in no text marks the end: "ab", "c" is not "a", "bc".
        self.bytes(text.bytes().chain([0xff]));
    }

    fn stamp(&mut self, stamp: &super::Stamp) {
        self.bytes(stamp.at.0.to_le_bytes());
        self.bytes(stamp.by.number().to_le_bytes());
        self.bytes(stamp.branch.to_le_bytes());
    }
}
