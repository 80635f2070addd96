//! How tasks speak while they work: what is being done, and how long it took.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

/// A piece of work that was announced and will be reported.
pub(crate) struct Work {
    started: Instant,
}

/// Announces a piece of work.
pub(crate) fn start(what: &str) -> Work {
    println!("{} {what}", strong("==>"));
    Work {
        started: Instant::now(),
    }
}

impl Work {
    /// Reports the end, with the time since the start.
    pub(crate) fn done(self, what: &str) {
        println!("    {what} ({})", span(self.started.elapsed()));
    }
}

/// A duration for people: `0.42 s`, `12.3 s`, `2 min 05 s`.
pub(crate) fn span(time: Duration) -> String {
    let seconds = time.as_secs();
    match seconds {
        0..10 => format!("{:.2} s", time.as_secs_f64()),
        10..100 => format!("{:.1} s", time.as_secs_f64()),
        _ => format!("{} min {:02} s", seconds / 60, seconds % 60),
    }
}

/// Bold on a terminal, plain elsewhere.
pub(crate) fn strong(text: &str) -> String {
    if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        format!("\u{1b}[1m{text}\u{1b}[0m")
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::span;

    #[test]
    fn durations_read_well_at_every_size() {
        assert_eq!(span(Duration::from_millis(420)), "0.42 s");
        assert_eq!(span(Duration::from_millis(12_340)), "12.3 s");
        assert_eq!(span(Duration::from_secs(125)), "2 min 05 s");
    }
}
