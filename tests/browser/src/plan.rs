//! Which journey is made next, and in which engine: so that no lane is idle before the end.
//!
//! A lane is a thread with one browser. It stays in its engine while there is something left to do
//! there, and then helps where most is left. In every engine the long journeys come first: one that
//! begins last would keep one lane busy long after the others have ended.

use std::collections::VecDeque;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::engine::Engine;
use crate::stage::Journey;

/// What a journey takes that nothing is declared of, in seconds.
const USUAL: u32 = 3;

/// A journey that takes longer than the usual few seconds.
#[derive(Debug)]
pub struct Long {
    /// How its name begins.
    pub name: &'static str,
    /// How many seconds it takes on a slow machine, roughly: only the order follows from it.
    pub seconds: u32,
    /// Whether the time goes by in waiting, for what a network does not bring or for a timer of the
    /// app. Such journeys have a lane of their own beside those that keep the processors busy.
    pub waits: bool,
}

/// What is declared of a journey.
pub fn declared<'a>(long: &'a [Long], journey: &Journey) -> Option<&'a Long> {
    long.iter().find(|one| journey.name.starts_with(one.name))
}

/// What is left to do.
#[derive(Debug)]
pub struct Plan<'a>(Mutex<Vec<Left<'a>>>);

/// What is left to do in one engine.
#[derive(Debug)]
struct Left<'a> {
    engine: Engine,
    journeys: VecDeque<(&'a Journey, u32)>,
    /// How many lanes are in this engine.
    lanes: u32,
}

impl Left<'_> {
    fn seconds(&self) -> u32 {
        self.journeys.iter().map(|(_, seconds)| seconds).sum()
    }
}

impl<'a> Plan<'a> {
    /// The journeys of each engine, the longest first. The first of all stays the first: it is the
    /// simplest, and when nothing works, it says so.
    pub fn new(engines: &[Engine], long: &[Long], journeys: &[&'a Journey]) -> Self {
        let in_engine = |&engine: &Engine| {
            let fits = |journey: &&Journey| journey.engines.contains(&engine);
            let seconds = |journey| declared(long, journey).map_or(USUAL, |one| one.seconds);
            let mut journeys: VecDeque<_> = journeys
                .iter()
                .copied()
                .filter(fits)
                .map(|journey| (journey, seconds(journey)))
                .collect();
            if let Some((_, rest)) = journeys.make_contiguous().split_first_mut() {
                rest.sort_by_key(|(_, seconds)| std::cmp::Reverse(*seconds));
            }
            Left {
                engine,
                journeys,
                lanes: 0,
            }
        };
        Self(Mutex::new(engines.iter().map(in_engine).collect()))
    }

    /// The engine in which another lane is of most use, if anything is left. The lane is in it until
    /// it [leaves](Self::leave).
    pub fn enter(&self) -> Option<Engine> {
        let mut all = self.lock();
        let most = all
            .iter_mut()
            .filter(|left| !left.journeys.is_empty())
            // In doubt the one that was named first.
            .rev()
            .max_by_key(|left| left.seconds() / (left.lanes + 1))?;
        most.lanes += 1;
        Some(most.engine)
    }

    /// A lane leaves an engine.
    pub fn leave(&self, engine: Engine) {
        let mut all = self.lock();
        if let Some(left) = all.iter_mut().find(|left| left.engine == engine) {
            left.lanes = left.lanes.saturating_sub(1);
        }
    }

    /// The next journey in an engine.
    pub fn next(&self, engine: Engine) -> Option<&'a Journey> {
        let mut all = self.lock();
        let left = all.iter_mut().find(|left| left.engine == engine)?;
        left.journeys.pop_front().map(|(journey, _)| journey)
    }

    /// Nothing more can be done in an engine.
    pub fn give_up(&self, engine: Engine) {
        self.lock().retain(|left| left.engine != engine);
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Left<'a>>> {
        // A lane that panics ends the run anyway.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::{Long, Plan};
    use crate::engine::Engine::{self, Chromium, Firefox, WebKit};
    use crate::stage::Journey;

    const fn journey(name: &'static str, engines: &'static [Engine]) -> Journey {
        Journey {
            name,
            engines,
            run: |_| Ok(()),
        }
    }

    static JOURNEYS: [Journey; 4] = [
        journey("the simplest", &Engine::ALL),
        journey("a short one", &Engine::ALL),
        journey("all pages: each is looked at", &[Chromium]),
        journey("some pages", &[Chromium, WebKit]),
    ];

    const LONG: &[Long] = &[
        Long {
            name: "some pages",
            seconds: 20,
            waits: false,
        },
        Long {
            name: "all pages:",
            seconds: 90,
            waits: false,
        },
    ];

    fn plan() -> Plan<'static> {
        Plan::new(&Engine::ALL, LONG, &JOURNEYS.iter().collect::<Vec<_>>())
    }

    #[test]
    fn after_the_simplest_the_longest_come_first() {
        let plan = plan();
        let in_engine = |engine| -> Vec<&str> {
            std::iter::from_fn(|| plan.next(engine).map(|one| one.name)).collect()
        };
        assert_eq!(
            in_engine(Chromium),
            [
                "the simplest",
                "all pages: each is looked at",
                "some pages",
                "a short one"
            ]
        );
        assert_eq!(in_engine(Firefox), ["the simplest", "a short one"]);
        assert_eq!(in_engine(WebKit)[1], "some pages");
    }

    #[test]
    fn a_lane_goes_where_most_is_left_for_each_lane() {
        let plan = plan();
        // 116 s in Chromium, 26 s in WebKitGTK, 6 s in Firefox.
        let entered: Vec<_> = (0..4).filter_map(|_| plan.enter()).collect();
        assert_eq!(entered, [Chromium, Chromium, Chromium, Chromium]);
        plan.leave(Chromium);
        plan.give_up(Chromium);
        assert_eq!(plan.enter(), Some(WebKit));
        while plan.next(WebKit).is_some() {}
        assert_eq!(plan.enter(), Some(Firefox), "where something is left");
        while plan.next(Firefox).is_some() {}
        assert_eq!(plan.enter(), None);
    }

    #[test]
    fn every_journey_is_made_once_by_however_many_lanes() {
        let plan = plan();
        let mut made = Vec::new();
        while let Some(engine) = plan.enter() {
            if let Some(one) = plan.next(engine) {
                made.push((engine.name(), one.name));
            }
            plan.leave(engine);
        }
        let all: usize = JOURNEYS.iter().map(|one| one.engines.len()).sum();
        assert_eq!(made.len(), all);
        made.sort_unstable();
        made.dedup();
        assert_eq!(made.len(), all);
    }
}
