//! What is wrong in the content, where, and what to do about it.

use std::cell::RefCell;
use std::fmt;
use std::rc::Rc;

/// One thing that is wrong, in words for the person who edits the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, as it is called in the repository: `content/en/finding/bone-scan.md`.
    pub file: String,
    /// The line in that file, counted from 1.
    pub line: usize,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}: {}\n    {}",
            self.file, self.line, self.what, self.remedy
        )
    }
}

/// Every problem of the content at once, sorted by file and line. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub struct Problems(Vec<Problem>);

impl Problems {
    /// The problems, sorted.
    pub fn list(&self) -> &[Problem] {
        &self.0
    }
}

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, problem) in self.0.iter().enumerate() {
            if nth > 0 {
                writeln!(f)?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

/// A line of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Spot {
    pub file: Rc<str>,
    pub line: usize,
}

impl Spot {
    pub fn new(file: &str, line: usize) -> Spot {
        Spot {
            file: file.into(),
            line,
        }
    }
}

/// A value and the line it was written on.
#[derive(Clone, Debug)]
pub(crate) struct At<T> {
    pub value: T,
    pub spot: Spot,
}

impl<T> At<T> {
    pub fn new(value: T, spot: Spot) -> At<T> {
        At { value, spot }
    }
}

/// Collects problems while reading goes on. Shared by reference: a reader of a table and the
/// reader of a table inside it write into the same list.
#[derive(Debug, Default)]
pub(crate) struct Findings(RefCell<Vec<Problem>>);

impl Findings {
    pub fn add(&self, spot: &Spot, what: impl Into<String>, remedy: impl Into<String>) {
        self.0.borrow_mut().push(Problem {
            file: spot.file.to_string(),
            line: spot.line,
            what: what.into(),
            remedy: remedy.into(),
        });
    }

    pub fn count(&self) -> usize {
        self.0.borrow().len()
    }

    /// `Ok` when nothing was found.
    pub fn into_result(self) -> Result<(), Problems> {
        let mut list = self.0.into_inner();
        if list.is_empty() {
            return Ok(());
        }
        list.sort();
        list.dedup();
        Err(Problems(list))
    }
}
