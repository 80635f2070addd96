//! Many loads as one line: medians.

use super::load::Load;
use super::tab::Speed;
use super::traffic::{Kind, Traffic};

/// The loads of one page at one speed, and their medians.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// The file below the root of the site.
    pub(super) file: String,
    pub(super) speed: Speed,
    pub(super) loads: Vec<Load>,
}

impl Row {
    /// First paint, in milliseconds.
    pub(super) fn paint(&self) -> Option<f64> {
        self.median(|load| load.paint)
    }

    /// Ready, in milliseconds.
    pub(super) fn ready(&self) -> Option<f64> {
        self.median(|load| load.ready)
    }

    /// By how much tasks were too long, in milliseconds.
    pub(super) fn blocked(&self) -> Option<f64> {
        self.median(|load| Some(load.blocked))
    }

    /// The longest task, in milliseconds.
    pub(super) fn longest(&self) -> Option<f64> {
        self.median(|load| Some(load.longest))
    }

    /// The shift of the layout.
    pub(super) fn shift(&self) -> f64 {
        self.median(|load| Some(load.shift)).unwrap_or(0.0)
    }

    /// The next page's text in the document, in milliseconds.
    pub(super) fn shown(&self) -> Option<f64> {
        self.median(|load| load.next.map(|next| next.shown))
    }

    /// The next page's text painted, in milliseconds.
    pub(super) fn painted(&self) -> Option<f64> {
        self.median(|load| load.next.map(|next| next.painted))
    }

    /// What travelled before the app was ready.
    pub(super) fn before(&self) -> Traffic {
        self.traffic(|load| load.before)
    }

    /// All that travelled.
    pub(super) fn total(&self) -> Traffic {
        self.traffic(|load| load.total)
    }

    /// The most requests to other origins in one load.
    pub(super) fn elsewhere(&self) -> usize {
        self.loads
            .iter()
            .map(|load| load.elsewhere)
            .max()
            .unwrap_or(0)
    }

    /// One line for the person who waits.
    pub(super) fn brief(&self) -> String {
        let ms = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.0}"));
        format!(
            "{}: paint {}, ready {}, next {} ms",
            self.speed.name(),
            ms(self.paint()),
            ms(self.ready()),
            ms(self.shown())
        )
    }

    fn median(&self, value: impl Fn(&Load) -> Option<f64>) -> Option<f64> {
        median(self.loads.iter().filter_map(value).collect())
    }

    fn traffic(&self, which: impl Fn(&Load) -> Traffic) -> Traffic {
        let middle = |value: &dyn Fn(&Traffic) -> u64| {
            let mut values: Vec<u64> = self.loads.iter().map(|load| value(&which(load))).collect();
            values.sort_unstable();
            values.get(values.len() / 2).copied().unwrap_or(0)
        };
        Traffic {
            requests: middle(&|traffic| traffic.requests),
            bytes: Kind::ALL.map(|kind| middle(&|traffic| traffic.of(kind))),
        }
    }
}

/// The middle value; of an even number of values the mean of the two in the middle.
pub(super) fn median(mut values: Vec<f64>) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    let upper = *values.get(middle)?;
    Some(if values.len() % 2 == 1 {
        upper
    } else {
        f64::midpoint(values[middle - 1], upper)
    })
}

#[cfg(test)]
mod tests {
    use super::median;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(vec![]), None);
        assert_eq!(median(vec![9.0, 1.0, 5.0]), Some(5.0));
        assert_eq!(median(vec![4.0, 1.0, 2.0, 9.0]), Some(3.0));
    }
}
