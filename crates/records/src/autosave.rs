//! When items are saved while somebody types.
//!
//! Saving takes longer the longer an item is, and typing waits for it. So it is done as
//! often as it costs little: a short note 300 ms after the last key, and while somebody never
//! pauses every 400 ms; a very long one, on a slow phone, every few seconds.
//!
//! Nothing here waits. A [`Timer`] asks to be called after a while; timers carry a number and no
//! time of day, so that a clock that is set back delays nothing.

use bearings_domain::time::Millis;
use std::time::Duration;

/// A pause in typing, in milliseconds.
const REST: u64 = 300;
/// Somebody who never pauses loses at most this and one [`REST`]: 400 ms.
const DUE: u64 = 100;
/// The longest that each of them may become, in milliseconds.
const LONGEST: u64 = 3_000;
/// After a refusal: there may be room by then.
const RETRY: Duration = Duration::from_secs(4);

/// What a timer was set for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wake {
    /// A key was pressed: the number of the key on this page.
    Rest(u32),
    /// Saving was refused.
    Retry,
    /// Storage has had the time to reach the disk since this round of saving.
    Durable(u32),
    /// The journal may let go of what was put there up to this time.
    Release(u32),
}

/// "Call me with this, after that long."
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Timer {
    /// How long to wait.
    pub after: Duration,
    /// What to call with.
    pub wake: Wake,
}

/// Whether it is time to save.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rested {
    /// Nobody has typed since.
    Paused,
    /// Somebody types on, and the oldest unsaved word has waited long enough.
    Due,
    /// Not yet.
    Early,
}

/// Decides when to save.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Autosave {
    /// Counts the keys, so that a timer knows whether it is the last.
    keys: u32,
    /// When the first word was typed that is not saved yet.
    since: Option<Millis>,
    pace: Pace,
    is_retrying: bool,
}

impl Autosave {
    /// A key was pressed.
    pub(crate) fn typed(&mut self, now: Millis) -> Timer {
        self.since.get_or_insert(now);
        self.keys += 1;
        Timer {
            after: self.pace.rest(),
            wake: Wake::Rest(self.keys),
        }
    }

    /// The timer of a key has come.
    pub(crate) fn rested(&self, keys: u32, now: Millis) -> Rested {
        let waited = |since: Millis| now.0.saturating_sub(since.0);
        if keys == self.keys {
            Rested::Paused
        } else if self.since.map_or(0, waited) > self.pace.due() {
            Rested::Due
        } else {
            Rested::Early
        }
    }

    /// Saving begins: what was typed is being saved.
    pub(crate) fn begin(&mut self) {
        self.since = None;
    }

    /// Saving took so many milliseconds.
    pub(crate) fn took(&mut self, cost: u64) {
        self.pace = Pace { cost };
    }

    /// Something could not be saved: one timer at a time tries again.
    pub(crate) fn retry(&mut self) -> Option<Timer> {
        let is_first = !std::mem::replace(&mut self.is_retrying, true);
        is_first.then_some(Timer {
            after: RETRY,
            wake: Wake::Retry,
        })
    }

    /// That timer has come.
    pub(crate) fn retried(&mut self) {
        self.is_retrying = false;
    }
}

/// How often items are saved, from what saving cost last. Milliseconds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Pace {
    cost: u64,
}

impl Pace {
    /// The pause in typing after which it is time to save.
    fn rest(self) -> Duration {
        Duration::from_millis(self.cost.saturating_mul(10).clamp(REST, LONGEST))
    }

    /// How old the first word may be that is not saved yet, while nobody pauses.
    fn due(self) -> u64 {
        self.cost.saturating_mul(20).clamp(DUE, LONGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_costs_little_is_saved_often() {
        for cost in [0, 1, 5] {
            let pace = Pace { cost };
            assert_eq!((pace.rest(), pace.due()), (Duration::from_millis(300), 100));
        }
    }

    #[test]
    fn saving_takes_up_a_tenth_of_the_time_at_most() {
        for cost in [10, 40, 100, 250] {
            let pace = Pace { cost };
            let rest = u64::try_from(pace.rest().as_millis()).expect("a few seconds");
            assert!(rest >= cost * 10 && pace.due() >= cost * 10, "{cost} ms");
        }
    }

    #[test]
    fn however_long_an_item_is_it_is_saved_within_seconds() {
        let pace = Pace { cost: 60_000 };
        assert_eq!((pace.rest(), pace.due()), (Duration::from_secs(3), 3_000));
    }

    #[test]
    fn the_timer_of_the_last_key_saves_and_those_of_the_others_do_not() {
        let mut autosave = Autosave::default();
        let timers = [10, 20, 30].map(|at| autosave.typed(Millis(at)).wake);
        assert_eq!(timers, [1, 2, 3].map(Wake::Rest));
        assert_eq!(autosave.rested(1, Millis(60)), Rested::Early);
        assert_eq!(autosave.rested(3, Millis(330)), Rested::Paused);
    }

    #[test]
    fn somebody_who_never_pauses_is_saved_within_400_ms() {
        let mut autosave = Autosave::default();
        let first = autosave.typed(Millis(0));
        for at in 1..=40 {
            autosave.typed(Millis(at * 10));
        }
        assert_eq!(first.after, Duration::from_millis(300));
        assert_eq!(autosave.rested(1, Millis(300)), Rested::Due);
        autosave.begin();
        assert_eq!(autosave.rested(2, Millis(310)), Rested::Early);
    }

    #[test]
    fn a_clock_that_is_set_back_delays_nothing() {
        let mut autosave = Autosave::default();
        let timer = autosave.typed(Millis(7_200_000));
        assert_eq!(timer.after, Duration::from_millis(300));
        assert_eq!(autosave.rested(1, Millis(300)), Rested::Paused);
    }

    #[test]
    fn one_timer_at_a_time_tries_again() {
        let mut autosave = Autosave::default();
        assert!(autosave.retry().is_some());
        assert_eq!(autosave.retry(), None);
        autosave.retried();
        assert!(autosave.retry().is_some());
    }
}
