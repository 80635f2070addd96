//! Points in time. This crate has no clock: the time is an argument.

/// Milliseconds since 1 January 1970, UTC, as the device's clock tells it.
///
/// Such a clock may be wrong and may be set back, so what a person did last is never decided by
/// it alone: see [`Millis::after`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Millis(pub u64);

impl Millis {
    /// This time, or the moment after `earlier` when the clock has been set back behind it.
    ///
    /// What happens later in the same tab must also count as later when tabs are merged.
    #[must_use]
    pub fn after(self, earlier: Self) -> Self {
        self.max(Self(earlier.0.saturating_add(1)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_happens_later_counts_as_later_whatever_the_clock_says() {
        assert_eq!(Millis(20).after(Millis(10)), Millis(20));
        assert_eq!(Millis(10).after(Millis(10)), Millis(11));
        assert_eq!(Millis(3).after(Millis(10)), Millis(11));
        assert_eq!(Millis(3).after(Millis(u64::MAX)), Millis(u64::MAX));
    }
}
