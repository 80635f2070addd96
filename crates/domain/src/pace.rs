//! How fast this person reads, so that "minutes left" is true for them.

/// Fewer words a minute than this: the page was left open, not read.
const SLOWEST_WPM: u32 = 40;
/// More words a minute than this: the page was scrolled through, not read.
const FASTEST_WPM: u32 = 500;
/// Shorter visits say nothing about reading.
const SHORTEST_SECONDS: u32 = 10;
/// The default counts as much as this many words read, so that one odd page changes little.
const PRIOR_WORDS: u32 = 400;
/// Once so many words are on record, older ones fade: tired weeks and good weeks differ.
const FADE_WORDS: u32 = 8_000;
/// No page is longer; keeps the sums far from overflow whatever a caller passes.
const MOST_WORDS: u32 = 100_000;

/// What is known of a person's reading pace.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pace {
    // The order of the fields makes `Ord` "more pages counted is greater"; `merge` relies on it.
    /// How many pages were counted.
    pages: u32,
    /// Words in these pages, older ones faded.
    words: u32,
    /// Seconds spent on them, faded alike.
    seconds: u32,
}

impl Pace {
    /// Words a minute before anything is known. Adults read about 240 words a minute of easy
    /// prose; the guide is read slowly, by tired people, about matters that are hard to take
    /// in. A page that ends sooner than promised is kinder than one that drags on.
    pub const DEFAULT_WPM: u32 = 160;

    /// Counts a page that was read to its end. Returns whether it was believable and was counted.
    pub fn observe(&mut self, words: u32, seconds: u32) -> bool {
        if words > MOST_WORDS || seconds < SHORTEST_SECONDS {
            return false;
        }
        let sixty_fold = u64::from(words) * 60;
        let seconds_wide = u64::from(seconds);
        if sixty_fold < u64::from(SLOWEST_WPM) * seconds_wide
            || sixty_fold > u64::from(FASTEST_WPM) * seconds_wide
        {
            return false;
        }
        self.pages = self.pages.saturating_add(1);
        self.words = self.words.saturating_add(words);
        self.seconds = self.seconds.saturating_add(seconds);
        if self.words > FADE_WORDS {
            let seconds = u64::from(self.seconds) * u64::from(FADE_WORDS) / u64::from(self.words);
            self.seconds = u32::try_from(seconds).unwrap_or(u32::MAX);
            self.words = FADE_WORDS;
        }
        true
    }

    /// Whether the pace is this person's own, not only the default.
    pub fn is_known(self) -> bool {
        self.pages > 0
    }

    /// Words a minute: the default at first, the person's own pace more and more.
    pub fn wpm(self) -> u32 {
        let words = u64::from(PRIOR_WORDS) + u64::from(self.words);
        let seconds = u64::from(PRIOR_WORDS * 60 / Self::DEFAULT_WPM) + u64::from(self.seconds);
        let wpm = u32::try_from(words * 60 / seconds).unwrap_or(FASTEST_WPM);
        wpm.clamp(SLOWEST_WPM, FASTEST_WPM)
    }

    /// Minutes for so many words, rounded up, at least 1.
    pub fn minutes(self, words: u32) -> u32 {
        words.div_ceil(self.wpm()).max(1)
    }

    /// What two tabs know together: the pace of the one that has counted more pages.
    #[must_use]
    pub fn merge(self, other: Self) -> Self {
        // Adding them up would count a page twice whenever two tabs meet twice.
        self.max(other)
    }

    /// The pace as it is stored: pages, words, seconds.
    pub(crate) fn to_parts(self) -> [u32; 3] {
        [self.pages, self.words, self.seconds]
    }

    /// The pace from its stored form.
    pub(crate) fn from_parts([pages, words, seconds]: [u32; 3]) -> Self {
        Self {
            pages,
            words,
            seconds,
        }
    }
}

#[cfg(test)]
mod tests;
