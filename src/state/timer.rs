//! How long a page has really been on the screen.

use bearings_domain::time::Millis;

/// Adds up the time during which a page was visible.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Timer {
    visible_since: Option<Millis>,
    before: u64,
}

impl Timer {
    /// Starts counting at `now`.
    pub fn start(now: Millis) -> Self {
        Self {
            visible_since: Some(now),
            before: 0,
        }
    }

    /// The page went out of sight at `now`.
    pub fn hide(&mut self, now: Millis) {
        if let Some(since) = self.visible_since.take() {
            self.before += now.0.saturating_sub(since.0);
        }
    }

    /// The page came back at `now`.
    pub fn show(&mut self, now: Millis) {
        self.visible_since.get_or_insert(now);
    }

    /// Whole seconds on the screen, up to `now`.
    pub fn seconds(&self, now: Millis) -> u32 {
        let open = self
            .visible_since
            .map_or(0, |since| now.0.saturating_sub(since.0));
        u32::try_from((self.before + open) / 1000).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_out_of_sight_does_not_count() {
        let mut timer = Timer::start(Millis(1_000));
        timer.hide(Millis(5_000));
        timer.show(Millis(60_000));
        assert_eq!(timer.seconds(Millis(63_500)), 7);
    }

    #[test]
    fn a_clock_that_runs_backwards_counts_as_nothing() {
        let mut timer = Timer::start(Millis(9_000));
        timer.hide(Millis(2_000));
        assert_eq!(timer.seconds(Millis(2_000)), 0);
    }
}
