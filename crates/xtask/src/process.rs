//! Runs other programs: with a clean environment, and never silent for long.

mod step;

use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::say;
use step::step;

/// A program could not be started.
#[derive(Debug, thiserror::Error)]
#[error("cannot run `{program}`: {source}")]
pub(crate) struct ProcessError {
    program: String,
    source: io::Error,
}

/// What the person sees while the program runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Show {
    /// Every line, as it comes.
    All,
    /// A sign of life every [`SILENCE`], with the step it is at.
    Pulse,
}

/// The longest silence.
const SILENCE: Duration = Duration::from_secs(10);

/// How a program ended.
#[derive(Debug)]
pub(crate) struct Done {
    /// It said that all was well.
    pub(crate) ok: bool,
    /// Everything it wrote, both streams in the order of arrival.
    pub(crate) text: String,
}

impl Done {
    /// Prints the last lines, indented: what a person needs when it failed.
    pub(crate) fn print_end(&self, lines: usize) {
        let all: Vec<&str> = self.text.lines().collect();
        let from = all.len().saturating_sub(lines);
        if from > 0 {
            println!("    .. ({from} lines before)");
        }
        for line in &all[from..] {
            println!("    {line}");
        }
    }
}

/// A program about to be run.
#[derive(Debug)]
pub(crate) struct Job {
    command: Command,
    label: String,
}

impl Job {
    /// A program, by name or path; the label is how we speak of it.
    pub(crate) fn new(label: &str, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        for (name, _) in std::env::vars_os() {
            if name.to_str().is_some_and(is_of_the_outer_cargo) {
                command.env_remove(name);
            }
        }
        command.stdin(Stdio::null());
        Self {
            command,
            label: label.to_owned(),
        }
    }

    /// Cargo with these arguments.
    pub(crate) fn cargo(label: &str, args: &[&str]) -> Self {
        Self::new(label, "cargo").args(args)
    }

    /// Adds arguments.
    pub(crate) fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets a variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets the working folder.
    pub(crate) fn within(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs it to its end.
    pub(crate) fn run(mut self, show: Show) -> Result<Done, ProcessError> {
        let program = self.command.get_program().to_string_lossy().into_owned();
        let failed = |source| ProcessError { program, source };
        let started = Instant::now();
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().map_err(failed)?;
        let (lines, arriving) = mpsc::channel();
        let streams: [Option<Box<dyn Read + Send>>; 2] = [
            child.stdout.take().map(|stream| Box::new(stream) as _),
            child.stderr.take().map(|stream| Box::new(stream) as _),
        ];
        for stream in streams.into_iter().flatten() {
            let lines = lines.clone();
            thread::spawn(move || forward(stream, &lines));
        }
        drop(lines);

        let (mut text, mut last) = (String::new(), String::new());
        let mut beat = started + SILENCE;
        loop {
            match arriving.recv_timeout(beat.saturating_duration_since(Instant::now())) {
                Ok(line) => {
                    if show == Show::All {
                        println!("    {line}");
                    }
                    text.push_str(&line);
                    text.push('\n');
                    if let Some(step) = step(&line) {
                        last = step;
                    }
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if Instant::now() >= beat {
                if show == Show::Pulse {
                    let colon = if last.is_empty() { "" } else { ": " };
                    println!(
                        "    .. {}, {}{colon}{last}",
                        self.label,
                        say::span(started.elapsed())
                    );
                }
                beat += SILENCE;
            }
        }
        let program = self.command.get_program().to_string_lossy().into_owned();
        let status = child
            .wait()
            .map_err(|source| ProcessError { program, source })?;
        Ok(Done {
            ok: status.success(),
            text,
        })
    }

    /// Runs it without a word and gives what it wrote, if it ended well.
    pub(crate) fn output(mut self) -> Option<String> {
        let output = self
            .command
            .output()
            .ok()
            .filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).into_owned())
    }
}

fn forward(stream: impl Read, lines: &Sender<String>) {
    let mut stream = BufReader::new(stream);
    let mut bytes = Vec::new();
    while stream
        .read_until(b'\n', &mut bytes)
        .is_ok_and(|count| count > 0)
    {
        let line = String::from_utf8_lossy(&bytes)
            .trim_end_matches(['\n', '\r'])
            .to_owned();
        if lines.send(line).is_err() {
            return;
        }
        bytes.clear();
    }
}

/// Variables that `cargo run` sets for us and that speak of this package: a nested cargo, or a
/// build script below it, must not take them for its own. What the person set stays.
fn is_of_the_outer_cargo(name: &str) -> bool {
    name.starts_with("CARGO_PKG_")
        || name.starts_with("CARGO_BIN_")
        || matches!(
            name,
            "CARGO"
                | "CARGO_MANIFEST_DIR"
                | "CARGO_MANIFEST_PATH"
                | "CARGO_CRATE_NAME"
                | "CARGO_PRIMARY_PACKAGE"
                | "CARGO_MAKEFLAGS"
                | "CARGO_TARGET_TMPDIR"
                | "RUST_RECURSION_COUNT"
        )
}

#[cfg(test)]
mod tests {
    use super::{Job, Show, is_of_the_outer_cargo};

    #[test]
    fn a_nested_cargo_sees_what_the_person_set_and_not_this_package() {
        assert!(is_of_the_outer_cargo("CARGO_PKG_NAME"));
        assert!(is_of_the_outer_cargo("CARGO_MANIFEST_DIR"));
        for kept in [
            "CARGO_HOME",
            "CARGO_TARGET_DIR",
            "CARGO_BUILD_JOBS",
            "RUSTFLAGS",
            "PATH",
        ] {
            assert!(!is_of_the_outer_cargo(kept), "{kept}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn both_streams_and_the_end_are_kept() {
        let script = ["-c", "echo out; echo err >&2; exit 3"];
        let done = Job::new("sh", "sh")
            .args(script)
            .run(Show::Pulse)
            .expect("a shell");
        assert!(!done.ok);
        assert!(
            done.text.contains("out\n") && done.text.contains("err\n"),
            "{}",
            done.text
        );
    }
}
