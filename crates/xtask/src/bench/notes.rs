//! Writing with many notes, and in a very long one: from a key to the frame that shows it, beside
//! a plain field of the same text on the same page.

use std::fmt;
use std::path::Path;
use std::time::Duration;

use bearings_domain::ids::{FieldName, ItemId};
use bearings_domain::store::{self, ItemKind};
use bearings_domain::{Items, Millis, Writer};
use serde_json::{Value, json};

use super::load::number;
use super::site::{self, Page};
use super::tab::{Profile, Speed, Tab};
use crate::Failure;
use crate::chrome::{Chrome, ChromeError};

/// What a page is told before it begins.
const WATCH: &str = concat!(
    include_str!("watch.js"),
    include_str!("alone.js"),
    include_str!("keys.js")
);
/// How many notes there are, and how many characters each has.
const CASES: [(usize, usize); 4] = [(1, 300), (500, 300), (1, 100_000), (1, 200_000)];
/// How often somebody types, at most: fast, and never so long a pause that typing is at rest.
const BETWEEN: Duration = Duration::from_millis(150);
const KEYS: u32 = 24;
/// A moment like any other.
const NOW: Millis = Millis(1_795_363_200_000);
const NOTE: &str = ".note:not([hidden]) textarea";
const PLAIN: &str = "#plain";

/// What typing cost in one field. Milliseconds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typed {
    /// From a key to the frame after it: the middle, and the longest.
    middle: f64,
    longest: f64,
    /// All that the page did, shared among the keys: the saving too.
    work: f64,
}

/// Typing with so many notes of such a length.
#[derive(Clone, Copy, Debug)]
pub(super) struct Typing {
    notes: usize,
    characters: usize,
    /// Until the app was ready with these notes.
    ready: f64,
    /// From "Write a note" to the frame after it.
    note: Typed,
    plain: Typed,
}

/// Measures every case at a slow processor.
pub(super) fn measure(chrome: &mut Chrome, dist: &Path) -> Result<Vec<Typing>, Failure> {
    let page = site::read(dist, "notes.html")?;
    let server = site::serve(dist, std::slice::from_ref(&page))?;
    let mut all = Vec::new();
    for (notes, characters) in CASES {
        let typing = case(chrome, &server.url(), &page, notes, characters)?;
        println!("    {typing}");
        all.push(typing);
    }
    Ok(all)
}

fn case(
    chrome: &mut Chrome,
    base: &str,
    page: &Page,
    notes: usize,
    characters: usize,
) -> Result<Typing, Failure> {
    let url = format!("{base}{}", page.file);
    let mut profile = Profile::fresh(chrome)?;
    let mut tab = Tab::open(&mut profile, Speed::Slow, WATCH)?;
    tab.call("Performance.enable", &json!({}))?;
    // Storage can be filled where no app runs that would write to it.
    let blank = format!("{base}robots.txt");
    tab.call("Page.navigate", &json!({ "url": blank }))?;
    arrive(&mut tab, "load")?;
    let base_path = tab.evaluate("new URL('.', location).pathname")?;
    let base_path = base_path.as_str().unwrap_or("/");
    for (key, record) in records(base_path, notes, characters) {
        tab.evaluate(&format!(
            "localStorage.setItem({}, {})",
            json!(key),
            json!(record)
        ))?;
    }
    tab.call("Page.navigate", &json!({ "url": url }))?;
    arrive(&mut tab, "ready")?;
    let ready = number(&tab.evaluate("__bench.ready")?);
    let text = Value::from(text(characters));
    tab.evaluate(&format!("__keys.plain({text})"))?;
    tab.come_to_rest(Duration::from_secs(3))?;
    let plain = keys(&mut tab, PLAIN)?;
    let note = keys(&mut tab, NOTE)?;
    Ok(Typing {
        notes,
        characters,
        ready,
        note,
        plain,
    })
}

fn arrive(tab: &mut Tab<'_>, event: &str) -> Result<(), ChromeError> {
    if tab.hears(event, Duration::from_mins(2))? {
        return Ok(());
    }
    Err(ChromeError::Late(format!("the notes to be {event}")))
}

/// Types, and waits until what was typed is at rest.
fn keys(tab: &mut Tab<'_>, field: &str) -> Result<Typed, ChromeError> {
    tab.evaluate(&format!("__keys.focus({})", json!(field)))?;
    tab.rest(Duration::from_secs(2))?;
    let before = busy(tab)?;
    for _ in 0..KEYS {
        let key = |kind| json!({ "type": kind, "key": "a", "text": "a", "unmodifiedText": "a" });
        tab.call("Input.dispatchKeyEvent", &key("keyDown"))?;
        tab.call("Input.dispatchKeyEvent", &key("keyUp"))?;
        tab.rest(BETWEEN)?;
    }
    tab.rest(Duration::from_secs(2))?;
    let work = (busy(tab)? - before) * 1000.0 / f64::from(KEYS);
    let times = tab.evaluate("__keys.times")?;
    let mut times: Vec<f64> = times.as_array().into_iter().flatten().map(number).collect();
    times.sort_by(f64::total_cmp);
    let at = |at: usize| times.get(at).copied().unwrap_or(f64::NAN);
    Ok(Typed {
        middle: at(times.len() / 2),
        longest: at(times.len().saturating_sub(1)),
        work,
    })
}

/// Seconds that the page has worked.
fn busy(tab: &mut Tab<'_>) -> Result<f64, ChromeError> {
    let said = tab.call("Performance.getMetrics", &json!({}))?;
    let metrics = said["metrics"].as_array().into_iter().flatten();
    let mut work = metrics.filter(|metric| metric["name"] == "TaskDuration");
    Ok(work.next().map_or(f64::NAN, |work| number(&work["value"])))
}

/// Records as the app keeps them.
fn records(base: &str, notes: usize, characters: usize) -> Vec<(String, String)> {
    let name = FieldName::parse("text").expect("four small letters make a name");
    let (writer, text) = (Writer::new(7), text(characters));
    (0..notes as u64)
        .filter_map(|nth| {
            let now = Millis(NOW.0 + nth * 60_000);
            let id = ItemId::new(now, nth);
            let mut items = Items::default();
            items.create(&id, &[(&name, &text)], writer, now);
            let record = store::encode_item(ItemKind::Note, items.get(&id)?, now);
            Some((store::item_key(base, ItemKind::Note, &id), record))
        })
        .collect()
}

/// Sentences in short paragraphs.
fn text(characters: usize) -> String {
    let words =
        "The hip hurts less since Monday, and walking is easier in the morning than late.\n";
    words.chars().cycle().take(characters).collect()
}

impl fmt::Display for Typed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            middle,
            longest,
            work,
        } = self;
        write!(out, "{middle:.0} ms (longest {longest:.0}, work {work:.0})")
    }
}

impl fmt::Display for Typing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "{} notes of {} characters, CPU 4x: a key {}; in a plain field {}; {:.1} times; ready {:.0} ms",
            self.notes,
            self.characters,
            self.note,
            self.plain,
            self.note.middle / self.plain.middle,
            self.ready
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{records, text};

    #[test]
    fn records_are_as_many_and_as_long_as_asked_for() {
        assert_eq!(text(100).chars().count(), 100);
        let records = records("/a/", 3, 10);
        assert_eq!(records.len(), 3);
        assert!(
            records
                .iter()
                .all(|(key, _)| key.starts_with("bearings:/a/:note:"))
        );
    }
}
