//! The visits as a table and as JSON.

use std::fmt::{self, Write as _};

use serde_json::{Value, json};

use super::super::json::round;
use super::super::numbers::median;
use super::super::table::{count, ms};
use super::sent::Sent;
use super::{Start, Visit, Visits};

/// What to hold the numbers against: first paint and ready, in milliseconds, of a repeat visit.
const PAINT: u32 = 160;
const READY: u32 = 280;
/// How much of a full download an update may be, in per cent.
const UPDATE: u32 = 10;

/// One way to come back: its name for people, its name in JSON, and where it stands in a run.
type Way = (&'static str, &'static str, fn(&Visit) -> &Start);

const WAYS: [Way; 4] = [
    ("a page of one line, worker asleep", "bare_page", |visit| {
        &visit.bare
    }),
    ("again, worker asleep", "again_worker_asleep", |visit| {
        &visit.asleep
    }),
    ("again, worker awake", "again_worker_awake", |visit| {
        &visit.awake
    }),
    ("no network, worker asleep", "offline", |visit| {
        &visit.offline
    }),
];

impl Visits {
    fn median(&self, value: impl Fn(&Visit) -> Option<f64>) -> Option<f64> {
        median(self.runs.iter().filter_map(value).collect())
    }

    /// The most requests before ready in one run.
    fn before(&self, which: fn(&Visit) -> &Start) -> u64 {
        let all = self.runs.iter().map(|visit| which(visit).before.requests());
        all.max().unwrap_or(0)
    }

    /// How many per cent of the first visit's bytes an update took.
    fn share(&self) -> Option<f64> {
        self.median(|visit| {
            let first = visit.first.bytes();
            (first > 0).then(|| count(visit.update.bytes()) / count(first) * 100.0)
        })
    }

    /// Every file that was asked for twice in a first visit of any run.
    fn twice(&self) -> Vec<&str> {
        let mut all: Vec<&str> = self
            .runs
            .iter()
            .flat_map(|visit| visit.first.twice())
            .collect();
        all.sort_unstable();
        all.dedup();
        all
    }

    /// One line for the person who waits.
    pub(super) fn brief(&self) -> String {
        let again =
            |value: fn(&Start) -> Option<f64>| ms(self.median(|visit| value(&visit.asleep)));
        format!(
            "{:<40} again: paint {}, ready {} ms · update {:.1} %",
            self.file,
            again(|start| start.paint),
            again(|start| start.ready),
            self.share().unwrap_or(f64::NAN)
        )
    }
}

/// The section of the table.
pub(in super::super) fn table(f: &mut impl fmt::Write, all: &[Visits]) -> fmt::Result {
    writeln!(
        f,
        "A new tab in the same browser, on the slow link and processor. The page of one line costs nothing of its own: it shows what browser, worker and machine take. To hold against: no request before ready, first paint at most {PAINT}, ready at most {READY}, an update at most {UPDATE} % of a first visit. Bytes of this section without headers.\n\n| page | visit | requests before ready | page there | first paint | ready |\n|---|---|--:|--:|--:|--:|"
    )?;
    for visits in all {
        for (name, _, which) in WAYS {
            writeln!(
                f,
                "| {} | {name} | {} | {} | {} | {} |",
                visits.file,
                visits.before(which),
                ms(visits.median(|visit| which(visit).page)),
                ms(visits.median(|visit| which(visit).paint)),
                ms(visits.median(|visit| which(visit).ready)),
            )?;
        }
    }
    writeln!(
        f,
        "\n| page | first visit until all is saved: bytes, requests | saved | asked for twice | update of one sentence: bytes, requests | of the first visit |\n|---|--:|--:|---|--:|--:|"
    )?;
    for visits in all {
        let twice = match visits.twice().as_slice() {
            [] => "nothing".to_owned(),
            names => names.join(", "),
        };
        writeln!(
            f,
            "| {} | {} | {} | {twice} | {} | {:.1} % |",
            visits.file,
            both(visits, |visit| &visit.first),
            ms(visits.median(|visit| Some(visit.saved))),
            both(visits, |visit| &visit.update),
            visits.share().unwrap_or(f64::NAN),
        )?;
    }
    Ok(())
}

/// Bytes and requests, medians.
fn both(visits: &Visits, which: fn(&Visit) -> &Sent) -> String {
    let middle =
        |value: fn(&Sent) -> u64| ms(visits.median(|visit| Some(count(value(which(visit))))));
    let mut cell = middle(Sent::bytes);
    // Writing to memory cannot fail.
    let _ = write!(cell, ", {}", middle(Sent::requests));
    cell
}

/// The section of the JSON, down to the single runs.
pub(in super::super) fn json(visits: &Visits) -> Value {
    let mut value = json!({
        "route": visits.file,
        "asked_twice": visits.twice(),
        "update_percent": visits.share().map(round),
        "runs": visits.runs.iter().map(run).collect::<Vec<_>>(),
    });
    for (_, name, which) in WAYS {
        value[name] = json!({
            "requests_before_ready": visits.before(which),
            "page_ms": visits.median(|visit| which(visit).page).map(round),
            "first_paint_ms": visits.median(|visit| which(visit).paint).map(round),
            "ready_ms": visits.median(|visit| which(visit).ready).map(round),
        });
    }
    value
}

fn run(visit: &Visit) -> Value {
    let mut value = json!({
        "first": sent(&visit.first),
        "saved_ms": round(visit.saved),
        "update": sent(&visit.update),
    });
    for (_, name, which) in WAYS {
        let start = which(visit);
        value[name] = json!({
            "before_ready": sent(&start.before),
            "page_ms": start.page.map(round),
            "first_paint_ms": start.paint.map(round),
            "ready_ms": start.ready.map(round),
        });
    }
    value
}

fn sent(sent: &Sent) -> Value {
    json!({ "requests": sent.requests(), "bytes": sent.bytes(), "files": sent.files })
}
