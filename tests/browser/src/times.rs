//! How long the journeys have taken: the engines one by one, and the slowest journeys.

use std::fmt;
use std::sync::{Mutex, PoisonError};

use crate::engine::Engine;

/// How many of the slowest are named.
const SLOWEST: usize = 10;

/// How long each journey has taken.
#[derive(Debug, Default)]
pub struct Times(Mutex<Vec<Time>>);

#[derive(Debug, Clone, Copy)]
struct Time {
    engine: Engine,
    name: &'static str,
    seconds: f64,
}

impl Times {
    /// One more journey has been made.
    pub fn add(&self, engine: Engine, name: &'static str, seconds: f64) {
        self.0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(Time {
                engine,
                name,
                seconds,
            });
    }
}

impl fmt::Display for Times {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = self
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone();
        for engine in Engine::ALL {
            let mine = || all.iter().filter(|time| time.engine == engine);
            let seconds: f64 = mine().map(|time| time.seconds).sum();
            if seconds > 0.0 {
                let count = mine().count();
                writeln!(f, "together {engine:<8}  {seconds:5.0} s  {count} journeys")?;
            }
        }
        all.sort_by(|one, other| other.seconds.total_cmp(&one.seconds));
        for time in all.iter().take(SLOWEST) {
            let Time {
                engine,
                name,
                seconds,
            } = time;
            writeln!(f, "slow     {engine:<8}  {seconds:5.1} s  {name}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{SLOWEST, Times};
    use crate::engine::Engine::{Chromium, WebKit};

    #[test]
    fn engines_are_added_up_and_the_slowest_named() {
        let times = Times::default();
        times.add(WebKit, "quick", 1.0);
        times.add(Chromium, "slow", 20.0);
        times.add(WebKit, "slower", 30.5);
        let said = times.to_string();
        let lines: Vec<&str> = said.lines().collect();
        assert_eq!(
            lines,
            [
                "together chromium     20 s  1 journeys",
                "together webkit       32 s  2 journeys",
                "slow     webkit     30.5 s  slower",
                "slow     chromium   20.0 s  slow",
                "slow     webkit      1.0 s  quick",
            ]
        );
    }

    #[test]
    fn few_are_named() {
        let times = Times::default();
        for _ in 0..=SLOWEST {
            times.add(WebKit, "one of many", 2.0);
        }
        let said = times.to_string();
        assert_eq!(said.lines().count(), 1 + SLOWEST);
    }
}
