//! Numbers and words in few bits: an adaptive binary range coder, as in LZMA.
//!
//! Brotli alone needs a fifth more, and a host that compresses nothing then sends the same few
//! bytes. The models are written once for both directions: a [`Coder`] is given a bit and returns
//! it; one that reads does not look at what it is given.

/// Bits of a probability.
const BITS: u32 = 12;
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
        let bit = self.code((u32::from(near.0) + u32::from(far.0)) / 2, bit);
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
        match self.bytes.split_first() {
            Some((first, rest)) => {
                self.bytes = rest;
                u32::from(*first)
            }
            None => {
                self.missing += 1;
                0
            }
        }
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

/// How many bits a number has, and those after its highest one that are learnt.
const LEARNT: u32 = 3;

/// Numbers of one kind.
#[derive(Debug)]
pub(crate) struct Numbers {
    lengths: [Chance; 64],
    bits: [[Chance; 1 << (LEARNT + 1)]; 33],
}

impl Default for Numbers {
    fn default() -> Numbers {
        Numbers {
            lengths: [Chance::default(); 64],
            bits: [[Chance::default(); 1 << (LEARNT + 1)]; 33],
        }
    }
}

impl Numbers {
    /// A number below 2^32 - 1.
    pub fn code(&mut self, coder: &mut impl Coder, number: u32) -> u32 {
        let more = number.wrapping_add(1);
        let length = 31_u32.saturating_sub(more.leading_zeros());
        let mut node = 1_usize;
        for at in (0..5).rev() {
            let bit = coder.bit(&mut self.lengths[node], length >> at & 1 == 1);
            node = node << 1 | usize::from(bit);
        }
        let length = node - 32;
        let (mut value, mut node) = (1_u32, 1_usize);
        for at in (0..length).rev() {
            let bit = more >> at & 1 == 1;
            let bit = if node < 1 << LEARNT {
                coder.bit(&mut self.bits[length][node], bit)
            } else {
                coder.code(1 << (BITS - 1), bit)
            };
            node = (node << 1 | usize::from(bit)).min(1 << LEARNT);
            value = value << 1 | u32::from(bit);
        }
        value - 1
    }
}

/// Letters of words. 0 ends a word, 1 to 26 are letters, 27 is any other byte.
#[derive(Debug)]
pub(crate) struct Letters {
    after_two: Vec<Chance>,
    after_one: Vec<Chance>,
    others: Numbers,
}

const OTHER: u8 = 27;

impl Default for Letters {
    fn default() -> Letters {
        Letters {
            after_two: vec![Chance::default(); 1 << 15],
            after_one: vec![Chance::default(); 1 << 10],
            others: Numbers::default(),
        }
    }
}

impl Letters {
    /// The next byte of a word after those `before`; 0 at its end.
    pub fn code(&mut self, coder: &mut impl Coder, before: &[u8], byte: u8) -> u8 {
        let symbol = symbol(byte);
        let mut last = before.iter().rev().map(|byte| usize::from(self::symbol(*byte)));
        let one = last.next().unwrap_or(0);
        let two = last.next().unwrap_or(0);
        let (near, far) = ((two << 10) + (one << 5), one << 5);
        let mut node = 1_usize;
        for at in (0..5).rev() {
            let bit = symbol >> at & 1 == 1;
            let (near, far) = (&mut self.after_two[near + node], &mut self.after_one[far + node]);
            node = node << 1 | usize::from(coder.mixed(near, far, bit));
        }
        match u8::try_from(node - 32).unwrap_or(OTHER) {
            0 => 0,
            letter @ 1..=26 => b'a' + letter - 1,
            _ => self.others.code(coder, u32::from(byte)).to_le_bytes()[0],
        }
    }
}

fn symbol(byte: u8) -> u8 {
    match byte {
        0 => 0,
        b'a'..=b'z' => byte - b'a' + 1,
        _ => OTHER,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_was_written_is_read(numbers in prop::collection::vec(0_u32..u32::MAX - 1, 0..200), small in prop::collection::vec(0_u32..9, 0..200)) {
            let mut encoder = Encoder::default();
            let mut model = Numbers::default();
            for number in numbers.iter().chain(&small) {
                model.code(&mut encoder, *number);
            }
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            let mut model = Numbers::default();
            for number in numbers.iter().chain(&small) {
                prop_assert_eq!(model.code(&mut decoder, 0), *number);
            }
            prop_assert!(!decoder.is_past_end());
        }

        #[test]
        fn letters_come_back(word in prop::collection::vec(1_u8..255, 0..100)) {
            let mut encoder = Encoder::default();
            let mut model = Letters::default();
            for at in 0..word.len() {
                model.code(&mut encoder, &word[..at], word[at]);
            }
            let bytes = encoder.finish();
            let mut decoder = Decoder::new(&bytes);
            let mut model = Letters::default();
            for at in 0..word.len() {
                prop_assert_eq!(model.code(&mut decoder, &word[..at], 0), word[at]);
            }
        }

        #[test]
        fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..60)) {
            let mut decoder = Decoder::new(&bytes);
            let (mut numbers, mut letters) = (Numbers::default(), Letters::default());
            for _ in 0..200 {
                numbers.code(&mut decoder, 0);
                letters.code(&mut decoder, b"ab", 0);
            }
        }
    }
}
