//! Where each entry of the browser's history was scrolled to, as one short text for the next page
//! of the same tab.

/// How many entries are remembered: nobody goes further back than that to find a line.
const KEPT: usize = 50;

/// Scroll positions by the number of their entry, the newest last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scrolls(Vec<(u64, f64)>);

impl Scrolls {
    /// Remembers that the entry is scrolled to `y`, in CSS pixels.
    pub fn note(&mut self, entry: u64, y: f64) {
        self.0.retain(|(other, _)| *other != entry);
        self.0.push((entry, y));
        if self.0.len() > KEPT {
            self.0.remove(0);
        }
    }

    /// Where the entry was scrolled to, if that is known.
    pub fn of(&self, entry: u64) -> Option<f64> {
        let mut known = self.0.iter();
        known.find(|(other, _)| *other == entry).map(|(_, y)| *y)
    }

    /// `entry:pixels entry:pixels`, in whole pixels.
    pub fn print(&self) -> String {
        let mut out = String::new();
        for (entry, y) in &self.0 {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "no page is as long as an i64 of pixels; beyond it the cast saturates"
            )]
            let pixels = y.round() as i64;
            out.push_str(&entry.to_string());
            out.push(':');
            out.push_str(&pixels.to_string());
            out.push(' ');
        }
        out
    }

    /// What [`print`](Self::print) has written. What cannot be read is left out.
    pub fn parse(text: &str) -> Self {
        let mut read = Self::default();
        for one in text.split(' ') {
            if let Some((entry, pixels)) = one.split_once(':')
                && let (Ok(entry), Ok(pixels)) = (entry.parse(), pixels.parse::<i32>())
            {
                read.note(entry, f64::from(pixels));
            }
        }
        read
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_newest_position_of_an_entry_counts() {
        let mut scrolls = Scrolls::default();
        scrolls.note(7, 100.0);
        scrolls.note(8, 0.0);
        scrolls.note(7, 250.4);
        assert_eq!(scrolls.of(7), Some(250.4));
        assert_eq!(scrolls.of(9), None);
        assert_eq!(scrolls.print(), "8:0 7:250 ");
    }

    #[test]
    fn only_the_newest_are_kept() {
        let mut scrolls = Scrolls::default();
        for entry in 0..60 {
            scrolls.note(entry, 1.0);
        }
        assert_eq!((scrolls.of(9), scrolls.of(10)), (None, Some(1.0)));
    }

    proptest! {
        #[test]
        fn what_is_printed_is_read_again(known in prop::collection::vec((any::<u64>(), 0..1_000_000_i32), 0..60)) {
            let mut scrolls = Scrolls::default();
            for (entry, y) in known {
                scrolls.note(entry, f64::from(y));
            }
            prop_assert_eq!(Scrolls::parse(&scrolls.print()), scrolls);
        }

        #[test]
        fn no_text_makes_reading_panic(text in ".*") {
            _ = Scrolls::parse(&text);
        }
    }
}
