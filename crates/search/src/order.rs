//! Sorting in few bytes: the sorts of the standard library are fast for long lists, and each use of
//! one adds two kilobytes to the program.

/// Sorts a short list (Shell's sort). Elements that are equal may change places.
pub(crate) fn sort<T>(list: &mut [T], is_before: impl Fn(&T, &T) -> bool) {
    let mut gap = list.len() / 2;
    while gap > 0 {
        for end in gap..list.len() {
            let mut at = end;
            while at >= gap && is_before(&list[at], &list[at - gap]) {
                list.swap(at, at - gap);
                at -= gap;
            }
        }
        gap /= 2;
    }
}

/// Keeps only the first so many of a list, in order.
pub(crate) fn keep_first<T>(list: &mut Vec<T>, count: usize, is_before: impl Fn(&T, &T) -> bool) {
    let mut kept = 0;
    for next in 0..list.len() {
        // Most are behind the last one that is kept, and stay where they are.
        let mut at = kept.min(next);
        if kept < count {
            kept += 1;
        } else if count == 0 || !is_before(&list[next], &list[count - 1]) {
            continue;
        } else {
            at = count - 1;
        }
        list.swap(at, next);
        while at > 0 && is_before(&list[at], &list[at - 1]) {
            list.swap(at, at - 1);
            at -= 1;
        }
    }
    list.truncate(count);
}

/// Puts a number where it belongs in a rising list, unless it is there.
pub(crate) fn insert(list: &mut Vec<u32>, number: u32) {
    if let Err(at) = list.binary_search(&number) {
        list.insert(at, number);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_list_is_sorted(list in prop::collection::vec(0_u32..50, 0..80)) {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            super::sort(&mut ours, |left, right| left < right);
            theirs.sort_unstable();
            prop_assert_eq!(&ours, &theirs);
            let mut first = list.clone();
            super::keep_first(&mut first, 7, |left, right| left < right);
            prop_assert_eq!(&first[..], &theirs[..theirs.len().min(7)]);
            theirs.dedup();
            let mut unique = Vec::new();
            for number in list {
                super::insert(&mut unique, number);
            }
            prop_assert_eq!(unique, theirs);
        }
    }
}
