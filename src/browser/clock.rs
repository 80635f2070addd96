//! The one clock.

use bearings_domain::time::Millis;

/// Now.
pub fn now() -> Millis {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the time is a whole number of milliseconds after 1970, far below 2^53"
    )]
    Millis(js_sys::Date::now() as u64)
}
