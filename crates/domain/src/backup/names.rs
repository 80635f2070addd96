//! Records by their names.

use std::cmp::Ordering;

/// A list of names that any of them is found in quickly. A file can have half a million.
pub(super) struct Names<'a>(
    /// In the order of the names, each with its position in the list it came from.
    Vec<(&'a str, usize)>,
);

impl<'a> Names<'a> {
    pub(super) fn of(names: impl Iterator<Item = &'a str>) -> Self {
        let names: Vec<_> = names.zip(0..).collect();
        Self(sorted(names))
    }

    /// The index of a name in the list that they came from.
    pub(super) fn position(&self, name: &str) -> Option<usize> {
        let at = self.0.binary_search_by(|(known, _)| (*known).cmp(name));
        self.0.get(at.ok()?).map(|(_, position)| *position)
    }

    /// Whether a name is there twice.
    pub(super) fn has_twins(&self) -> bool {
        let next = self.0.iter().skip(1);
        self.0.iter().zip(next).any(|(one, next)| one.0 == next.0)
    }
}

/// Merges ever longer runs. The sort of the standard library is faster, and makes the wasm five
/// kilobytes larger for each type it sorts.
fn sorted(mut names: Vec<(&str, usize)>) -> Vec<(&str, usize)> {
    let mut run = 1;
    while run < names.len() {
        let mut merged = Vec::with_capacity(names.len());
        for pair in names.chunks(run * 2) {
            let (mut one, mut other) = pair.split_at(run.min(pair.len()));
            while let (Some(first), Some(second)) = (one.first(), other.first()) {
                let from = match first.cmp(second) {
                    Ordering::Greater => &mut other,
                    _ => &mut one,
                };
                merged.extend(from.first());
                *from = from.get(1..).unwrap_or_default();
            }
            merged.extend(one.iter().chain(other));
        }
        names = merged;
        run *= 2;
    }
    names
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_name_is_found_and_no_other(
            names in proptest::collection::vec("[a-c]{0,3}", 0..40), other in "[a-d]{0,3}"
        ) {
            let index = Names::of(names.iter().map(String::as_str));
            for name in &names {
                let position = index.position(name).expect("it is there");
                prop_assert_eq!(&names[position], name);
            }
            prop_assert_eq!(index.position(&other).is_some(), names.contains(&other));
            let mut unique = names.clone();
            unique.sort();
            prop_assert!(index.0.iter().map(|(name, _)| *name).eq(unique.iter()));
            unique.dedup();
            prop_assert_eq!(index.has_twins(), unique.len() < names.len());
        }
    }
}
