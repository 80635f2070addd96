//! The results for people: Markdown.

use std::fmt::{self, Display, Formatter};

use super::numbers::{Row, median};
use super::tab::Speed;
use super::traffic::Kind;
use super::{Grew, Results, visits};
use crate::say;

impl Display for Results {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let busy = self
            .busy
            .map_or_else(|| "unknown".to_owned(), |busy| format!("{busy:.1}"));
        writeln!(f, "# Bench\n")?;
        writeln!(
            f,
            "{}. {}, {} cores, load at the start {}. Each page in a tab without a past; medians of {}. Bytes as they \
travel, headers included, Brotli; times in milliseconds from the start of the navigation. Blocked: what lies beyond 50 ms in tasks after the first paint. Next: \
from the tap until the next page's heading is in the document / has been painted.",
            self.date, self.browser, self.cores, busy, self.runs
        )?;
        for speed in Speed::ALL {
            let rows: Vec<&Row> = self.rows.iter().filter(|row| row.speed == speed).collect();
            if !rows.is_empty() {
                writeln!(f, "\n## {}\n", speed.title())?;
                times(f, &rows)?;
            }
        }
        if !self.rows.is_empty() {
            writeln!(f, "\n## Bytes by type, before ready / in total\n")?;
            bytes(f, &self.rows)?;
        }
        if !self.visits.is_empty() {
            writeln!(f, "\n## Coming back\n")?;
            visits::table(f, &self.visits)?;
        }
        if !self.growth.is_empty() {
            writeln!(f, "\n## A longer guide\n")?;
            growth(f, &self.growth)?;
        }
        Ok(())
    }
}

fn times(f: &mut Formatter<'_>, rows: &[&Row]) -> fmt::Result {
    writeln!(
        f,
        "| page | first paint | ready | blocked / longest task | layout shift | next: shown / painted | before ready: bytes, requests | in total: bytes, requests |\n|---|--:|--:|--:|--:|--:|--:|--:|"
    )?;
    for row in rows {
        let (before, total) = (row.before(), row.total());
        writeln!(
            f,
            "| {} | {} | {} | {} / {} | {:.4} | {} / {} | {}, {} | {}, {} |",
            row.file,
            ms(row.paint()),
            ms(row.ready()),
            ms(row.blocked()),
            ms(row.longest()),
            row.shift(),
            ms(row.shown()),
            ms(row.painted()),
            before.all(),
            before.requests,
            total.all(),
            total.requests
        )?;
    }
    let guide: Vec<&&Row> = rows
        .iter()
        .filter(|row| row.file.starts_with("guide/"))
        .collect();
    if guide.len() > 1 {
        let all = |value: fn(&Row) -> Option<f64>| -> Vec<f64> {
            guide.iter().filter_map(|row| value(row)).collect()
        };
        let most = |values: Vec<f64>| values.into_iter().reduce(f64::max);
        for (name, pick) in [
            (
                "**guide pages, median**",
                median as fn(Vec<f64>) -> Option<f64>,
            ),
            ("**guide pages, highest**", most),
        ] {
            writeln!(
                f,
                "| {name} | {} | {} | {} / {} | {:.4} | {} / {} | {} | {} |",
                ms(pick(all(Row::paint))),
                ms(pick(all(Row::ready))),
                ms(pick(all(Row::blocked))),
                ms(pick(all(Row::longest))),
                pick(all(|row| Some(row.shift()))).unwrap_or(0.0),
                ms(pick(all(Row::shown))),
                ms(pick(all(Row::painted))),
                ms(pick(all(|row| Some(count(row.before().all()))))),
                ms(pick(all(|row| Some(count(row.total().all()))))),
            )?;
        }
    }
    let away: usize = rows.iter().map(|row| row.elsewhere()).sum();
    writeln!(f, "\nRequests to other origins: {away}.")
}

fn bytes(f: &mut Formatter<'_>, rows: &[Row]) -> fmt::Result {
    let names: Vec<&str> = Kind::ALL.iter().map(|kind| kind.name()).collect();
    writeln!(
        f,
        "| page | {} |\n|---|{}",
        names.join(" | "),
        "--:|".repeat(names.len())
    )?;
    for row in rows.iter().filter(|row| row.speed == Speed::ALL[0]) {
        let (before, total) = (row.before(), row.total());
        let cells = Kind::ALL.map(|kind| match (before.of(kind), total.of(kind)) {
            (0, 0) => "–".to_owned(),
            (before, total) => format!("{before} / {total}"),
        });
        writeln!(f, "| {} | {} |", row.file, cells.join(" | "))?;
    }
    Ok(())
}

fn growth(f: &mut Formatter<'_>, growth: &[Grew]) -> fmt::Result {
    for grew in growth {
        writeln!(
            f,
            "- {} times: {} pages, compiled and written in {}",
            grew.times,
            grew.pages,
            say::span(grew.took)
        )?;
    }
    writeln!(
        f,
        "\nIn brackets: the difference to the first line of the same page and speed.\n\n| page | speed | times | HTML | JSON | before ready | first paint | ready | next: shown |\n|---|---|--:|--:|--:|--:|--:|--:|--:|"
    )?;
    let first = &growth[0].rows;
    for (at, base) in first.iter().enumerate() {
        for grew in growth {
            let Some(row) = grew.rows.get(at) else {
                continue;
            };
            let cells = [
                beside(
                    count(row.before().of(Kind::Html)),
                    count(base.before().of(Kind::Html)),
                ),
                beside(
                    count(row.before().of(Kind::Json)),
                    count(base.before().of(Kind::Json)),
                ),
                beside(count(row.before().all()), count(base.before().all())),
                both(row.paint(), base.paint()),
                both(row.ready(), base.ready()),
                both(row.shown(), base.shown()),
            ];
            let name = row.speed.name();
            writeln!(
                f,
                "| {} | {name} | {} | {} |",
                row.file,
                grew.times,
                cells.join(" | ")
            )?;
        }
    }
    Ok(())
}

fn both(value: Option<f64>, base: Option<f64>) -> String {
    match (value, base) {
        (Some(value), Some(base)) => beside(value, base),
        _ => ms(value),
    }
}

/// `512 (+3 %)`.
fn beside(value: f64, base: f64) -> String {
    if base == 0.0 || (value - base).abs() < f64::EPSILON {
        return format!("{value:.0}");
    }
    format!("{value:.0} ({:+.0} %)", (value / base - 1.0) * 100.0)
}

/// Milliseconds or bytes, whole.
pub(super) fn ms(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format!("{value:.0}"))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a number of bytes that travelled is far below 2^53"
)]
pub(super) fn count(bytes: u64) -> f64 {
    bytes as f64
}

#[cfg(test)]
mod tests {
    use super::{beside, both};

    #[test]
    fn differences_are_in_percent_of_the_first() {
        assert_eq!(beside(110.0, 100.0), "110 (+10 %)");
        assert_eq!(beside(95.0, 100.0), "95 (-5 %)");
        assert_eq!(beside(5.0, 0.0), "5");
        assert_eq!(beside(5.0, 5.0), "5");
        assert_eq!(both(None, Some(1.0)), "–");
    }
}
