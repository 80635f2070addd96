//! The browser's generator of random numbers.

use super::window;

/// A number that nobody can guess and no other device comes upon.
pub fn number() -> u64 {
    let mut bytes = [0; 8];
    if let Ok(crypto) = window().crypto() {
        _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    u64::from_le_bytes(bytes)
}
