//! What time it is, as the device tells it.

use bearings_domain::time::Millis;

/// Tells the time.
pub trait Clock {
    /// Now. It may be wrong, and may be set back at any moment: no waiting may depend on it.
    fn now(&self) -> Millis;
}

/// A clock that stands still: for the finished pages, which know no time.
#[derive(Debug, Default)]
pub struct StoppedClock(pub Millis);

impl Clock for StoppedClock {
    fn now(&self) -> Millis {
        self.0
    }
}
