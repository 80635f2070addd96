//! The results for machines.

use serde_json::{Value, json};

use super::load::Load;
use super::numbers::Row;
use super::traffic::{Kind, Traffic};
use super::{Grew, Results, visits};

/// Everything, down to the single loads.
pub(super) fn of(results: &Results) -> Value {
    let rows = |rows: &[Row]| rows.iter().map(row).collect::<Vec<_>>();
    let grew = |grew: &Grew| {
        json!({
            "times": grew.times,
            "pages": grew.pages,
            "compile_and_write_s": round(grew.took.as_secs_f64()),
            "routes": rows(&grew.rows),
        })
    };
    json!({
        "date": results.date,
        "browser": results.browser,
        "cores": results.cores,
        "load_at_start": results.busy,
        "runs": results.runs,
        "routes": rows(&results.rows),
        "visits": results.visits.iter().map(visits::json).collect::<Vec<_>>(),
        "growth": results.growth.iter().map(grew).collect::<Vec<_>>(),
    })
}

fn row(row: &Row) -> Value {
    json!({
        "route": row.file,
        "network": row.speed.name(),
        "first_paint_ms": row.paint().map(round),
        "ready_ms": row.ready().map(round),
        "blocked_ms": row.blocked().map(round),
        "longest_task_ms": row.longest().map(round),
        "layout_shift": row.shift(),
        "next_shown_ms": row.shown().map(round),
        "next_painted_ms": row.painted().map(round),
        "before_ready": traffic(&row.before()),
        "total": traffic(&row.total()),
        "other_origins": row.elsewhere(),
        "loads": row.loads.iter().map(load).collect::<Vec<_>>(),
    })
}

fn load(load: &Load) -> Value {
    json!({
        "first_paint_ms": load.paint.map(round),
        "ready_ms": load.ready.map(round),
        "blocked_ms": round(load.blocked),
        "longest_task_ms": round(load.longest),
        "layout_shift": load.shift,
        "next_shown_ms": load.next.map(|next| round(next.shown)),
        "next_painted_ms": load.next.map(|next| round(next.painted)),
        "bytes_before_ready": load.before.all(),
        "bytes_total": load.total.all(),
    })
}

fn traffic(traffic: &Traffic) -> Value {
    let mut value = json!({ "requests": traffic.requests, "bytes": traffic.all() });
    for kind in Kind::ALL {
        value[kind.name()] = traffic.of(kind).into();
    }
    value
}

/// To a tenth.
pub(super) fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
