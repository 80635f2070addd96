//! Which pages have been read: a bookmark, not a score.

use crate::{Catalog, Millis, Pace, PageId, Part};

/// What was last said about one page, by reading it to the end or by a tap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    // The order of the fields makes `Ord` "the newest is the greatest", and of two marks of the
    // same moment "read" the greater; `merge` relies on it.
    /// When it was said.
    pub at: Millis,
    /// Read, or marked as unread again.
    pub is_read: bool,
}

/// The reading progress of one person.
///
/// Invariant: every mark is newer than the last *start again*. With that, [`Progress::merge`] is
/// commutative, associative and idempotent, so tabs agree however often and in whatever order
/// they receive each other's changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    marks: Marks,
    cleared_at: Millis,
    pace: Pace,
}

/// One mark for each page, in the order of the page ids. A list rather than a map: the code of a
/// map makes the wasm ten kilobytes larger, and there are as many marks as pages, no more.
type Marks = Vec<(PageId, Mark)>;

impl Progress {
    /// Progress from its parts. Of two marks of a page the newer counts; marks that are not newer
    /// than `cleared_at` are dropped.
    pub(crate) fn from_parts(
        marks: impl IntoIterator<Item = (PageId, Mark)>,
        cleared_at: Millis,
        pace: Pace,
    ) -> Self {
        let mut kept = Marks::new();
        for (page, mark) in marks {
            if mark.at > cleared_at {
                newest(&mut kept, page, mark);
            }
        }
        Self {
            marks: kept,
            cleared_at,
            pace,
        }
    }

    /// What was last said about a page since the last *start again*.
    pub fn mark_of(&self, page: &PageId) -> Option<Mark> {
        let at = position(&self.marks, page).ok()?;
        self.marks.get(at).map(|(_, mark)| *mark)
    }

    /// Every mark, in the order of the page ids.
    pub fn marks(&self) -> impl Iterator<Item = (&PageId, Mark)> {
        self.marks.iter().map(|(page, mark)| (page, *mark))
    }

    /// When the person last started again; 0 if never.
    pub fn cleared_at(&self) -> Millis {
        self.cleared_at
    }

    /// How fast this person reads.
    pub fn pace(&self) -> Pace {
        self.pace
    }

    /// Counts a page read to its end: see [`Pace::observe`].
    pub fn observe_pace(&mut self, words: u32, seconds: u32) -> bool {
        self.pace.observe(words, seconds)
    }

    /// Whether the page is marked as read.
    pub fn is_read(&self, page: &PageId) -> bool {
        self.mark_of(page).is_some_and(|mark| mark.is_read)
    }

    /// The pages that are marked as read.
    pub fn pages_read(&self) -> impl Iterator<Item = &PageId> {
        self.marks()
            .filter(|(_, mark)| mark.is_read)
            .map(|(page, _)| page)
    }

    /// Whether any page is marked as read.
    pub fn any_read(&self) -> bool {
        self.pages_read().next().is_some()
    }

    /// Marks a page as read. Returns whether that changed anything.
    pub fn mark_read(&mut self, page: &PageId, now: Millis) -> bool {
        !self.is_read(page) && self.mark(page, true, now)
    }

    /// Marks a page as unread. Returns whether that changed anything.
    pub fn mark_unread(&mut self, page: &PageId, now: Millis) -> bool {
        self.is_read(page) && self.mark(page, false, now)
    }

    fn mark(&mut self, page: &PageId, is_read: bool, now: Millis) -> bool {
        let before = self.mark_of(page).map_or(self.cleared_at, |mark| mark.at);
        let at = now.after(before);
        newest(&mut self.marks, page.clone(), Mark { at, is_read });
        true
    }

    /// Starts again: no page is read any more. The pace stays, for the person is still the same.
    /// Returns what was there, for [`Progress::restore`].
    #[must_use = "the old progress is needed to undo"]
    pub fn clear(&mut self, now: Millis) -> Self {
        let old = self.clone();
        // Marks made while the clock was ahead go too.
        self.cleared_at = old
            .marks
            .iter()
            .fold(now.max(self.cleared_at), |latest, (_, mark)| {
                latest.max(mark.at)
            });
        self.marks.clear();
        old
    }

    /// Takes back a *start again*: pages read in `old` are read again. What the person has marked
    /// since then stays as it is.
    pub fn restore(&mut self, old: &Self, now: Millis) {
        let at = now.after(self.cleared_at);
        for (page, mark) in &old.marks {
            // "Unread" need not come back: after a clear it is the same as no mark, and as a new
            // mark it would win over what another tab has read meanwhile.
            if mark.is_read && self.mark_of(page).is_none() {
                let is_read = true;
                newest(&mut self.marks, page.clone(), Mark { at, is_read });
            }
        }
        self.pace = self.pace.merge(old.pace);
    }

    /// What two tabs know together: the newest mark of each page, without those from before the
    /// last *start again* in either.
    #[must_use]
    pub fn merge(&self, other: &Self) -> Self {
        Self::from_parts(
            self.marks.iter().chain(&other.marks).cloned(),
            self.cleared_at.max(other.cleared_at),
            self.pace.merge(other.pace),
        )
    }

    /// Moves marks of retired pages to the pages that took their place. Marks of pages this
    /// catalog does not know are kept: another release may know them. Returns whether anything
    /// changed.
    pub fn follow(&mut self, catalog: &Catalog) -> bool {
        let mut marks = Marks::new();
        let mut has_moved = false;
        for (page, mark) in &self.marks {
            let current = catalog.current(page).unwrap_or(page);
            has_moved |= current != page;
            newest(&mut marks, current.clone(), *mark);
        }
        self.marks = marks;
        has_moved
    }

    /// Minutes of reading left in a part at the person's own pace; none when all of it is read.
    pub fn minutes_left(&self, part: &Part) -> Option<u32> {
        let words = self.words_left(part);
        (words > 0).then(|| self.pace().minutes(words))
    }

    /// Words in the pages of a part that are not read yet: with [`Pace::minutes`], the minutes
    /// left.
    pub fn words_left(&self, part: &Part) -> u32 {
        part.pages
            .iter()
            .filter(|entry| !self.is_read(&entry.id))
            .fold(0, |sum, entry| entry.words.saturating_add(sum))
    }
}

/// Where the mark of a page is, or where it would have to be.
fn position(marks: &Marks, page: &PageId) -> Result<usize, usize> {
    marks.binary_search_by(|(known, _)| known.cmp(page))
}

/// Puts a mark in its place, unless there is a newer one of the page.
fn newest(marks: &mut Marks, page: PageId, mark: Mark) {
    match position(marks, &page) {
        Ok(at) => {
            if let Some((_, known)) = marks.get_mut(at) {
                *known = mark.max(*known);
            }
        }
        Err(at) => marks.insert(at, (page, mark)),
    }
}

#[cfg(test)]
pub(crate) mod tests;
