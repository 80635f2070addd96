//! How often notes are written.
//!
//! Writing takes longer the longer a note is, and whoever types waits for it. So it is done as
//! often as it costs little: a short note 300 ms after the last key, and while somebody never
//! pauses every 400 ms; a very long one, on a slow phone, every few seconds.

use std::time::Duration;

/// A pause in typing.
const REST: u64 = 300;
/// Somebody who never pauses loses at most this and one [`REST`]: 400 ms.
const DUE: u64 = 100;
/// The longest that each of them may become.
const LONGEST: u64 = 3_000;

/// How often notes are written, from what writing cost last. Milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Pace {
    cost: u64,
}

impl Pace {
    /// After a round of writing that took so many milliseconds.
    pub(super) const fn after(cost: u64) -> Self {
        Self { cost }
    }

    /// The pause in typing after which it is time to write.
    pub(super) fn rest(self) -> Duration {
        Duration::from_millis(self.cost.saturating_mul(10).clamp(REST, LONGEST))
    }

    /// How old the first word may be that is not written yet, while nobody pauses.
    pub(super) fn due(self) -> u64 {
        self.cost.saturating_mul(20).clamp(DUE, LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_costs_little_is_written_often() {
        for cost in [0, 1, 5] {
            let pace = Pace::after(cost);
            assert_eq!((pace.rest(), pace.due()), (Duration::from_millis(300), 100));
        }
    }

    #[test]
    fn writing_takes_up_a_tenth_of_the_time_at_most() {
        for cost in [10, 40, 100, 250] {
            let pace = Pace::after(cost);
            let rest = u64::try_from(pace.rest().as_millis()).expect("a few seconds");
            assert!(rest >= cost * 10 && pace.due() >= cost * 10, "{cost} ms");
        }
    }

    #[test]
    fn however_long_a_note_is_it_is_written_within_seconds() {
        let pace = Pace::after(60_000);
        assert_eq!((pace.rest(), pace.due()), (Duration::from_secs(3), 3_000));
    }
}
