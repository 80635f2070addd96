//! The browser's generator of random numbers.

use super::window;

/// A number that no other device comes upon. Where the browser refuses its generator it is one that
/// can be guessed, which does no harm: it names notes and tells one erasing from another.
pub fn number() -> u64 {
    let mut bytes = [0; 8];
    let filled = window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        return js_sys::Math::random().to_bits() ^ super::clock::now().0;
    }
    u64::from_le_bytes(bytes)
}
