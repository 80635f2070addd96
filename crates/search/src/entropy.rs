//! Numbers and words in few bits: an adaptive binary range coder, as in LZMA.
//!
//! Brotli alone needs a fifth more, and a host that compresses nothing then sends the same few
//! bytes. The models are written once for both directions: a [`Coder`] is given a bit and returns
//! it; one that reads does not look at what it is given.

/// Bits of a probability.
const BITS: u32 = 12;
/// A bit of which nothing is known.
pub(crate) const HALF: u32 = 1 << (BITS - 1);
/// How quickly a probability follows what it sees.
const RATE: u32 = 4;
/// Below this the range is made longer by a byte.
const TOP: u32 = 1 << 24;

/// How likely a bit is zero.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chance(u16);

impl Default for Chance {
    fn default() -> Chance {
        Chance(1 << (BITS - 1))
    }
}

impl Chance {
    fn learn(&mut self, bit: bool) {
        if bit {
            self.0 -= self.0 >> RATE;
        } else {
            self.0 += ((1 << BITS) - self.0) >> RATE;
        }
    }
}

/// One direction of the coder.
pub(crate) trait Coder {
    /// Codes a bit that is zero with `zero` of 4096.
    fn code(&mut self, zero: u32, bit: bool) -> bool;

    /// Whether more was read than was ever written.
    fn is_past_end(&self) -> bool {
        false
    }

    /// A bit with its own chance.
    fn bit(&mut self, chance: &mut Chance, bit: bool) -> bool {
        let bit = self.code(u32::from(chance.0), bit);
        chance.learn(bit);
        bit
    }

    /// A bit whose chance is the mean of two.
    fn mixed(&mut self, near: &mut Chance, far: &mut Chance, bit: bool) -> bool {
        let bit = self.code(u32::midpoint(u32::from(near.0), u32::from(far.0)), bit);
        near.learn(bit);
        far.learn(bit);
        bit
    }
}

/// Writes.
#[derive(Debug)]
pub(crate) struct Encoder {
    low: u64,
    range: u32,
    held: u8,
    waiting: u64,
    bytes: Vec<u8>,
}

impl Default for Encoder {
    fn default() -> Encoder {
        Encoder {
            low: 0,
            range: u32::MAX,
            held: 0,
            waiting: 1,
            bytes: Vec::new(),
        }
    }
}

impl Encoder {
    fn shift(&mut self) {
        let carry = self.low >> 32 != 0;
        if self.low < 0xff00_0000 || carry {
            for at in 0..self.waiting {
                let byte = if at == 0 { self.held } else { 0xff };
                self.bytes.push(byte.wrapping_add(u8::from(carry)));
            }
            self.waiting = 0;
            self.held = self.low.to_le_bytes()[3];
        }
        self.waiting += 1;
        self.low = (self.low << 8) & 0xffff_ffff;
    }

    /// Everything that was written.
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..5 {
            self.shift();
        }
        // What is missing at the end is read as zero.
        while self.bytes.last() == Some(&0) {
            self.bytes.pop();
        }
        self.bytes
    }
}

impl Coder for Encoder {
    fn code(&mut self, zero: u32, bit: bool) -> bool {
        let bound = (self.range >> BITS) * zero;
        if bit {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < TOP {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}

/// Reads.
#[derive(Debug)]
pub(crate) struct Decoder<'a> {
    range: u32,
    code: u32,
    bytes: &'a [u8],
    /// Bytes that were read and are not there.
    missing: usize,
}

impl<'a> Decoder<'a> {
    pub fn new(bytes: &'a [u8]) -> Decoder<'a> {
        let mut decoder = Decoder {
            range: u32::MAX,
            code: 0,
            bytes,
            missing: 0,
        };
        for _ in 0..5 {
            decoder.code = decoder.code << 8 | decoder.next();
        }
        decoder
    }

    fn next(&mut self) -> u32 {
        let Some((first, rest)) = self.bytes.split_first() else {
            self.missing += 1;
            return 0;
        };
        self.bytes = rest;
        u32::from(*first)
    }
}

impl Coder for Decoder<'_> {
    fn is_past_end(&self) -> bool {
        self.missing > 64
    }

    fn code(&mut self, zero: u32, _: bool) -> bool {
        let bound = (self.range >> BITS) * zero;
        let bit = self.code >= bound;
        if bit {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < TOP {
            self.range <<= 8;
            self.code = self.code << 8 | self.next();
        }
        bit
    }
}
