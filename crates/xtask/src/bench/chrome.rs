//! Chromium, driven through a pipe in the `DevTools` protocol: messages in JSON, each ended by a
//! zero byte. No port, no driver; when we end, the pipe closes and Chromium ends too.

use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::BenchError;

/// Nothing that would ask another machine for something while we measure, and none of the pages
/// that the browser's own frame is made of: each new window loads four hundred files for them in
/// the very second that we measure, and a first paint of 0.4 s becomes one of 0.9 s.
const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,PreloadTopChromeWebUI,PreloadTopChromeWebUILessNavigations",
    "--remote-debugging-pipe",
];

/// Chromium reads from descriptor 3 and writes to 4; ours are 0 and 1, so a shell moves them.
const MOVE_PIPES: &str = r#"exec "$0" "$@" 3<&0 4>&1 0</dev/null 1>&2"#;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// A running Chromium with a profile of its own. Dropping it ends it.
pub(super) struct Chrome {
    child: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    events: VecDeque<Value>,
    last: u64,
    profile: PathBuf,
}

impl Chrome {
    /// Starts Chromium. What it complains about goes into a file below `folder`.
    pub(super) fn start(program: &Path, folder: &Path) -> Result<Self, BenchError> {
        let profile = folder.join(format!("profile-{}", std::process::id()));
        let start = || -> io::Result<(Child, ChildStdin, Receiver<Value>)> {
            std::fs::create_dir_all(&profile)?;
            let profile = profile.canonicalize()?;
            let mut child = Command::new("sh")
                .args(["-c", MOVE_PIPES])
                .arg(program)
                .args(FLAGS)
                .arg(format!("--user-data-dir={}", profile.display()))
                .arg("about:blank")
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .stderr(File::create(folder.join("chromium.log"))?)
                .spawn()?;
            let (Some(to), Some(out)) = (child.stdin.take(), child.stdout.take()) else {
                return Err(io::Error::other("no pipe"));
            };
            let (messages, from) = mpsc::channel();
            thread::spawn(move || forward(out, &messages));
            Ok((child, to, from))
        };
        let (child, to, from) = start().map_err(BenchError::Pipe)?;
        Ok(Self {
            child,
            to: Some(to),
            from,
            events: VecDeque::new(),
            last: 0,
            profile,
        })
    }

    /// Its name and version, as it gives them.
    pub(super) fn version(&mut self) -> Result<String, BenchError> {
        let said = self.call("", "Browser.getVersion", &json!({}))?;
        Ok(said["product"].as_str().unwrap_or("unknown").to_owned())
    }

    /// Asks for something and waits for the answer. An empty session is the browser itself.
    pub(super) fn call(
        &mut self,
        session: &str,
        method: &str,
        params: &Value,
    ) -> Result<Value, BenchError> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params });
        if !session.is_empty() {
            message["sessionId"] = session.into();
        }
        let to = self.to.as_mut().ok_or_else(BenchError::closed)?;
        to.write_all(message.to_string().as_bytes())
            .and_then(|()| to.write_all(b"\0"))
            .and_then(|()| to.flush())
            .map_err(BenchError::Pipe)?;
        let until = Instant::now() + PATIENCE;
        loop {
            let Some(mut message) = self.receive(until)? else {
                return Err(BenchError::Late(method.to_owned()));
            };
            if message["id"] == self.last {
                let refused = message["error"]["message"].as_str();
                return match refused {
                    None => Ok(message["result"].take()),
                    Some(why) => Err(BenchError::Refused {
                        method: method.to_owned(),
                        why: why.to_owned(),
                    }),
                };
            }
            self.events.push_back(message);
        }
    }

    /// The next event in the order of arrival; `None` when there is none until then.
    pub(super) fn event(&mut self, until: Instant) -> Result<Option<Value>, BenchError> {
        match self.events.pop_front() {
            Some(event) => Ok(Some(event)),
            None => self.receive(until),
        }
    }

    fn receive(&mut self, until: Instant) -> Result<Option<Value>, BenchError> {
        let wait = until.saturating_duration_since(Instant::now());
        match self.from.recv_timeout(wait) {
            Ok(message) => Ok(Some(message)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(BenchError::closed()),
        }
    }
}

impl Drop for Chrome {
    fn drop(&mut self) {
        self.to = None;
        let until = Instant::now() + Duration::from_secs(5);
        while matches!(self.child.try_wait(), Ok(None)) {
            if Instant::now() > until {
                // It has had its time; whether it can be ended now is no longer ours to mend.
                let _ = self.child.kill();
                let _ = self.child.wait();
            }
            thread::sleep(Duration::from_millis(20));
        }
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

fn forward(out: impl Read, messages: &Sender<Value>) {
    let mut out = BufReader::new(out);
    let mut bytes = Vec::new();
    while out.read_until(0, &mut bytes).is_ok_and(|count| count > 0) {
        if bytes.last() == Some(&0) {
            bytes.pop();
        }
        if let Ok(message) = serde_json::from_slice(&bytes)
            && messages.send(message).is_err()
        {
            return;
        }
        bytes.clear();
    }
}
