//! The journeys that take long, so that they begin early (`plan.rs`).

use crate::plan::Long;

/// Takes so many seconds of work.
const fn works(name: &'static str, seconds: u32) -> Long {
    Long {
        name,
        seconds,
        waits: false,
    }
}

/// Takes so many seconds, in most of which nothing happens.
const fn waits(name: &'static str, seconds: u32) -> Long {
    Long {
        name,
        seconds,
        waits: true,
    }
}

/// By how their names begin. A time is that of the slowest engine on a slow machine; the end of
/// every run names the slowest.
pub const LONG: &[Long] = &[
    works("axe finds nothing on any route", 200),
    works("nothing shifts from the first paint", 140),
    works("axe finds nothing in any colours", 90),
    works("no page is wider than a screen", 80),
    works("fault 1: ", 65),
    works("fault 10: ", 50),
    works("fault 8: ", 50),
    works("the whole spine can be read", 35),
    works("fault 21: a file of the app missing", 30),
    works("fault 7: ", 20),
    works("fault 9: ", 20),
    works("opened from disk", 20),
    works("fault 14: the browser is killed between", 20),
    works("fault 42: ", 15),
    works("fault 14: the browser is killed right", 12),
    works("fault 21: a file of the tools missing", 12),
    waits("fault 11: ", 100),
    waits("fault 21: a file of the app or of the tools hangs", 45),
    waits("fault 36: a tap", 20),
    waits("fault 39: ", 16),
    waits("a database that opens too late", 14),
    waits("fault 51: ", 15),
    waits("fault 53: nodes", 10),
    waits("a tap made before the app is ready", 5),
    waits("a choice made before the app is ready", 4),
];

#[cfg(test)]
mod tests {
    use super::LONG;
    use crate::journeys::all;
    use crate::plan::declared;

    #[test]
    fn each_line_means_one_journey() {
        let journeys = all();
        for long in LONG {
            let found = journeys
                .iter()
                .filter_map(|journey| declared(LONG, journey))
                .filter(|one| one.name == long.name);
            assert_eq!(found.count(), 1, "{}", long.name);
        }
    }
}
