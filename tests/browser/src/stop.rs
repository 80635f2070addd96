//! Why a journey ends before its end.

use serde_json::Value;

use crate::wire::WireError;

/// Why a journey ends before its end.
#[derive(Debug, thiserror::Error)]
pub enum Stop {
    /// The site did something else than it should.
    #[error("expected {expected}\n    saw {seen}")]
    Failed {
        /// What should have been.
        expected: String,
        /// What was.
        seen: String,
    },
    /// This journey cannot be made here.
    #[error("{0}")]
    Skipped(String),
    /// The driver failed us.
    #[error(transparent)]
    Wire(#[from] WireError),
    /// The server of the site failed us.
    #[error(transparent)]
    Host(#[from] bearings_host::HostError),
    /// A file could not be read or written.
    #[error(transparent)]
    Io(#[from] std::io::Error),
}

/// What a step of a journey returns.
pub type Step<T = ()> = Result<T, Stop>;

/// Most letters of what was expected and of what was seen: a note may have 100,000.
const MOST: usize = 2_000;

fn cut(text: String) -> String {
    match text.char_indices().nth(MOST) {
        Some((end, _)) => format!("{} […, {} bytes]", &text[..end], text.len()),
        None => text,
    }
}

/// The journey cannot go on: `expected`, but `seen`.
pub fn failed<T>(expected: impl Into<String>, seen: impl Into<String>) -> Step<T> {
    Err(Stop::Failed {
        expected: cut(expected.into()),
        seen: cut(seen.into()),
    })
}

/// Goes on if the fact holds.
pub fn check(fact: bool, expected: impl Into<String>, seen: impl Into<String>) -> Step {
    if fact { Ok(()) } else { failed(expected, seen) }
}

/// Goes on if a list of complaints is empty.
pub fn nothing(expected: &str, complaints: &[String]) -> Step {
    const SHOWN: usize = 40;
    let mut lines: Vec<&str> = complaints.iter().take(SHOWN).map(String::as_str).collect();
    let more = format!("and {} more", complaints.len().saturating_sub(SHOWN));
    if complaints.len() > SHOWN {
        lines.push(&more);
    }
    check(lines.is_empty(), expected, lines.join("\n        "))
}

/// A value as a number; a value that is none is `NaN`, which fails every comparison.
pub fn number(value: &Value) -> f64 {
    value.as_f64().unwrap_or(f64::NAN)
}

/// A value as a text; a value that is none is empty.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// A list of texts; a value that is none is empty.
pub fn texts(value: &Value) -> Vec<String> {
    value.as_array().into_iter().flatten().map(text).collect()
}
