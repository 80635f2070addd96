//! Circles in a graph of files.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Each file with the files it imports.
pub type Graph = BTreeMap<String, BTreeSet<String>>;

/// Every group of two or more files that can be reached from one another.
pub fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let reached: BTreeMap<&str, BTreeSet<&str>> = graph
        .keys()
        .map(|file| (file.as_str(), reach(graph, file)))
        .collect();
    let mut found: BTreeSet<Vec<String>> = BTreeSet::new();
    for (file, from_here) in &reached {
        let back = from_here.iter().filter(|other| {
            reached
                .get(**other)
                .is_some_and(|there| there.contains(file))
        });
        let circle: Vec<String> = back.map(|other| (*other).to_owned()).collect();
        if circle.len() > 1 {
            found.insert(circle);
        }
    }
    found.into_iter().collect()
}

/// Every file that is reached from this one by one import or more.
fn reach<'a>(graph: &'a Graph, from: &str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&str> = vec![from];
    while let Some(file) = open.pop() {
        for next in graph.get(file).into_iter().flatten() {
            if found.insert(next.as_str()) {
                open.push(next);
            }
        }
    }
    found
}

/// A shortest way from the first file of a circle back to it.
pub fn way_round(graph: &Graph, circle: &[String]) -> Vec<String> {
    let first = &circle[0];
    let mut open = VecDeque::from([vec![first.clone()]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = open.pop_front() {
        let last = &way[way.len() - 1];
        for next in graph.get(last).into_iter().flatten() {
            let longer = [way.as_slice(), std::slice::from_ref(next)].concat();
            if next == first {
                return longer;
            }
            if circle.contains(next) && seen.insert(next) {
                open.push_back(longer);
            }
        }
    }
    circle.to_vec()
}

/// Whether a circle is a module and its own child, or two files of one folder.
pub fn is_pair_of_neighbours(circle: &[String]) -> bool {
    let [one, other] = circle else { return false };
    let folder = |file: &str| {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        folder.to_owned()
    };
    folder(one) == folder(other)
}
