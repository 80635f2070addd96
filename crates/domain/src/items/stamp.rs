//! The writer and the time of a version, and the versions that a writer had seen.

use crate::Millis;

/// A writer: one tab, from the moment it was loaded.
///
/// Two tabs must never be the same writer, nor one tab before and after its records were put back
/// to what they once were: take a new random number each time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Writer(u64);

impl Writer {
    /// The most a number may be to pass through other programs' JSON unharmed.
    pub(crate) const MAX: u64 = (1 << 53) - 1;

    /// A writer from a random number of the browser's generator.
    pub const fn new(random: u64) -> Self {
        Self(random & Self::MAX)
    }

    pub(crate) const fn number(self) -> u64 {
        self.0
    }
}

/// The name of a version: no two versions have the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stamp {
    // The order of the fields makes `Ord` "the newest is the greatest".
    /// When it was written; later than everything its writer had seen, whatever the clock
    /// said.
    pub at: Millis,
    /// The writer.
    pub by: Writer,
    /// Which of the writer's lines of versions it is in. In a line each version replaces the one
    /// before it; a version that follows another writer's begins a line.
    pub(crate) branch: u32,
}

impl Stamp {
    fn line(&self) -> (Writer, u32) {
        (self.by, self.branch)
    }
}

/// The versions that a writer had seen.
///
/// It would not do to name only the version that was changed: three versions later it could not be
/// told any more whether the first is an ancestor or a change that was never seen. It is enough to
/// name the newest of each line.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Seen(
    /// In the order of the lines, one of each.
    Vec<Stamp>,
);

impl Seen {
    /// From stamps as [`Seen::iter`] gives them, and no others.
    pub(crate) fn from_sorted(stamps: Vec<Stamp>) -> Option<Self> {
        let is_sorted = stamps.is_sorted_by(|one, next| one.line() < next.line());
        is_sorted.then_some(Self(stamps))
    }

    pub(crate) fn covers(&self, stamp: &Stamp) -> bool {
        let newest = self.position(stamp).ok().and_then(|at| self.0.get(at));
        newest.is_some_and(|newest| newest.at >= stamp.at)
    }

    pub(crate) fn add(&mut self, stamp: Stamp) {
        match self.position(&stamp) {
            Ok(at) => {
                if let Some(newest) = self.0.get_mut(at) {
                    newest.at = newest.at.max(stamp.at);
                }
            }
            Err(at) => self.0.insert(at, stamp),
        }
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Stamp> {
        self.0.iter()
    }

    fn position(&self, stamp: &Stamp) -> Result<usize, usize> {
        self.0
            .binary_search_by(|known| known.line().cmp(&stamp.line()))
    }
}

impl FromIterator<Stamp> for Seen {
    fn from_iter<I: IntoIterator<Item = Stamp>>(stamps: I) -> Self {
        let mut seen = Self::default();
        for stamp in stamps {
            seen.add(stamp);
        }
        seen
    }
}
