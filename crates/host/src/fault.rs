//! What can go wrong between a host and a phone, for tests to ask for.

use std::time::Duration;

use crate::pattern::Pattern;

/// One way in which the answer to a request is not what the file says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The file is gone: 404, with the site's own not-found page.
    NotFound,
    /// A sign-in page of a hotel or hospital network: 200, HTML.
    Html,
    /// The same page under the file's own media type, as careless hosts send it.
    HtmlAsOwnType,
    /// 302 to this address.
    Redirect(String),
    /// The full length is promised, then the connection breaks after so many bytes.
    CutWithLength {
        /// How many bytes arrive.
        after: usize,
    },
    /// No length is promised and the answer ends early but properly: the browser cannot tell.
    CutWithoutLength {
        /// How many bytes arrive.
        after: usize,
    },
    /// The answer begins, stays open after so many bytes, and no more comes.
    Stall {
        /// How many bytes arrive.
        after: usize,
    },
    /// The request is taken and never answered.
    Hang,
    /// The right answer in small pieces, each after a pause: a very slow link.
    Slow {
        /// The bytes of a piece.
        piece: usize,
        /// The time before each.
        pause: Duration,
    },
    /// The right answer, this much later.
    Delay(Duration),
}

/// Faults in force, newest first to match.
#[derive(Debug, Default)]
pub(crate) struct Faults {
    rules: Vec<Rule>,
}

#[derive(Debug)]
struct Rule {
    pattern: Pattern,
    fault: Fault,
    /// How many more requests it hits; `None` is all of them.
    left: Option<usize>,
}

impl Faults {
    /// Adds a fault for the next `times` requests that fit, or for all.
    pub(crate) fn add(&mut self, pattern: Pattern, fault: Fault, times: Option<usize>) {
        self.rules.push(Rule {
            pattern,
            fault,
            left: times,
        });
    }

    /// Everything works again.
    pub(crate) fn clear(&mut self) {
        self.rules.clear();
    }

    /// The fault that hits a request for this path, if any; counts it.
    pub(crate) fn take(&mut self, path: &str) -> Option<Fault> {
        let rule = self
            .rules
            .iter_mut()
            .rev()
            .find(|rule| rule.left != Some(0) && rule.pattern.fits(path))?;
        rule.left = rule.left.map(|left| left - 1);
        Some(rule.fault.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::{Fault, Faults};
    use crate::pattern::Pattern;

    #[test]
    fn a_fault_hits_as_often_as_it_was_told_and_the_newest_comes_first() {
        let mut faults = Faults::default();
        faults.add(Pattern::new("/", "app-*.wasm"), Fault::NotFound, None);
        faults.add(Pattern::new("/", "app-*.wasm"), Fault::Hang, Some(1));
        assert_eq!(faults.take("app-1.wasm"), Some(Fault::Hang));
        assert_eq!(faults.take("app-1.wasm"), Some(Fault::NotFound));
        assert_eq!(faults.take("index.html"), None);
        faults.clear();
        assert_eq!(faults.take("app-1.wasm"), None);
    }
}
