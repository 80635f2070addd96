//! What is expected of numbers and of the letters of words.

use crate::entropy::{Chance, Coder, HALF};

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
                coder.code(HALF, bit)
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
        let mut last = before
            .iter()
            .rev()
            .map(|byte| usize::from(self::symbol(*byte)));
        let one = last.next().unwrap_or(0);
        let two = last.next().unwrap_or(0);
        let (near, far) = ((two << 10) + (one << 5), one << 5);
        let mut node = 1_usize;
        for at in (0..5).rev() {
            let bit = symbol >> at & 1 == 1;
            let (near, far) = (
                &mut self.after_two[near + node],
                &mut self.after_one[far + node],
            );
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
    use crate::entropy::{Decoder, Encoder};
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
