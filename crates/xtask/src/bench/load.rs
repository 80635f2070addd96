//! One cold load of one page, measured.

use std::time::Duration;

use serde_json::{Value, json};

use super::site::Page;
use super::tab::{Profile, Speed, Tab};
use super::traffic::Traffic;
use crate::chrome::{Chrome, ChromeError};

/// How long the layout is watched after the app is ready.
pub(super) const WATCHED: Duration = Duration::from_millis(1100);
/// What a page is told before it begins.
const WATCH: &str = concat!(include_str!("watch.js"), include_str!("alone.js"));
/// A task that takes longer keeps a finger waiting: W3C, Long Tasks.
const LONG_MS: f64 = 50.0;
/// Shifts count until this many milliseconds after ready.
const SHIFTS_MS: f64 = 1000.0;

/// What one load showed. Times in milliseconds.
#[derive(Clone, Debug, Default)]
pub(super) struct Load {
    /// From the start of the navigation to the first text or drawing on the screen.
    pub(super) paint: Option<f64>,
    /// From the start of the navigation until the app has taken over.
    pub(super) ready: Option<f64>,
    /// The sum of all shifts of the layout.
    pub(super) shift: f64,
    /// By how much tasks were longer than 50 ms after the first paint, together: so long the page
    /// could not answer.
    pub(super) blocked: f64,
    /// The longest task, the browser's own work in it included; none was longer than 50 ms if 0.
    pub(super) longest: f64,
    /// Requests answered before the app was ready.
    pub(super) before: Traffic,
    /// Those, and what was fetched ahead.
    pub(super) total: Traffic,
    /// Requests to other origins.
    pub(super) elsewhere: usize,
    /// The tap on "Next".
    pub(super) next: Option<Next>,
}

/// From a tap on "Next", with the next page fetched ahead. Milliseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Next {
    /// Until the new heading is in the document.
    pub(super) shown: f64,
    /// Until it has been painted, to the next frame.
    pub(super) painted: f64,
}

/// Loads a page in a tab of its own and, if it has a next page, goes there.
pub(super) fn measure(
    chrome: &mut Chrome,
    speed: Speed,
    base: &str,
    page: &Page,
) -> Result<Load, ChromeError> {
    let url = format!("{base}{}", page.file);
    let mut profile = Profile::fresh(chrome)?;
    let mut tab = Tab::open(&mut profile, speed, WATCH)?;
    tab.call("Page.navigate", &json!({ "url": url }))?;
    let event = if page.has_app { "ready" } else { "load" };
    if !tab.hears(event, Duration::from_mins(1))? {
        return Err(ChromeError::Late(format!("{} to be {event}", page.file)));
    }
    tab.come_to_rest(WATCHED)?;
    let seen = tab.evaluate("__bench")?;
    let ready = seen["ready"].as_f64();
    let end = ready.map_or(f64::INFINITY, |ready| ready + SHIFTS_MS);
    let moment = ready.map_or(f64::INFINITY, |ready| number(&seen["origin"]) + ready);
    Ok(Load {
        paint: seen["paint"].as_f64(),
        ready,
        shift: shifts(&seen["shifts"], end),
        blocked: blocked(&seen["tasks"], number(&seen["paint"])),
        longest: tasks(&seen["tasks"]).fold(0.0, |most, (_, long)| most.max(long)),
        before: tab.log.until(moment),
        total: tab.log.until(f64::INFINITY),
        elsewhere: tab.log.elsewhere(base),
        next: match &page.next {
            Some(next) if tab.log.has(&format!("{base}{next}")) => go_on(&mut tab)?,
            _ => None,
        },
    })
}

/// Taps on "Next"; `None` when the page was left the plain way.
fn go_on(tab: &mut Tab<'_>) -> Result<Option<Next>, ChromeError> {
    let middle = tab.evaluate(include_str!("next.js"))?;
    tab.click(number(&middle[0]), number(&middle[1]))?;
    if !tab.hears("next", Duration::from_secs(10))? {
        return Ok(None);
    }
    let seen = tab.evaluate("__bench.next")?;
    let clicked = number(&seen["clicked"]);
    Ok(Some(Next {
        shown: number(&seen["shown"]) - clicked,
        painted: number(&seen["painted"]) - clicked,
    }))
}

fn shifts(list: &Value, end: f64) -> f64 {
    let list = list.as_array().into_iter().flatten();
    list.filter(|shift| number(&shift[0]) <= end)
        // Not `sum`, which begins at -0.
        .fold(0.0, |sum, shift| sum + number(&shift[1]))
}

/// When each long task began, and how long it took.
fn tasks(list: &Value) -> impl Iterator<Item = (f64, f64)> {
    let list = list.as_array().into_iter().flatten();
    list.map(|task| (number(&task[0]), number(&task[1])))
}

/// What lies beyond 50 ms in each task that ended after the first paint.
fn blocked(list: &Value, paint: f64) -> f64 {
    let after = tasks(list).filter(|(start, long)| start + long > paint);
    after.fold(0.0, |sum, (_, long)| sum + (long - LONG_MS).max(0.0))
}

/// A value as a number; one that is none is not a number.
pub(super) fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::blocked;
    use serde_json::json;

    #[test]
    fn what_blocks_is_what_lies_beyond_fifty_milliseconds_after_the_first_paint() {
        let tasks = json!([[0.0, 80.0], [90.0, 60.0], [200.0, 120.5]]);
        assert!((blocked(&tasks, 100.0) - 80.5).abs() < 1e-9);
        assert!(blocked(&json!([]), 100.0).abs() < 1e-9);
    }
}
