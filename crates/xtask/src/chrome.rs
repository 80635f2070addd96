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

use crate::project::ProjectError;

/// Where its profiles lie, and what it complains of.
const FOLDER: &str = "target/chromium";

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

/// The browser did not do what we need.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ChromeError {
    /// It could not be started, or has gone.
    #[error("Chromium does not answer ({0}); {FOLDER}/chromium.log has what it said")]
    Pipe(io::Error),
    /// It does not do what it was asked.
    #[error("Chromium refused {method}: {why}")]
    Refused {
        /// What it was asked.
        method: String,
        /// What it said.
        why: String,
    },
    /// Something took too long.
    #[error("waited for {0} in vain; {FOLDER}/chromium.log may say why")]
    Late(String),
    /// There is no place for its profile.
    #[error(transparent)]
    Folder(#[from] ProjectError),
}

impl ChromeError {
    fn closed() -> Self {
        Self::Pipe(io::Error::from(io::ErrorKind::BrokenPipe))
    }
}

/// A tab, by the names that the protocol has for it.
#[derive(Clone, Debug)]
pub(crate) struct TabId {
    /// The tab itself.
    pub(crate) target: String,
    /// Our conversation with it.
    pub(crate) session: String,
}

/// A running Chromium with a profile of its own. Dropping it ends it.
pub(crate) struct Chrome {
    child: Child,
    to: Option<ChildStdin>,
    from: Receiver<Value>,
    events: VecDeque<Value>,
    last: u64,
    profile: PathBuf,
}

impl Chrome {
    /// Starts Chromium, with more flags than it always gets.
    pub(crate) fn start(program: &Path, more: &[&str]) -> Result<Self, ChromeError> {
        let folder = Path::new(FOLDER);
        let profile = folder.join(format!("profile-{}", std::process::id()));
        std::fs::create_dir_all(&profile).map_err(ProjectError::at(&profile))?;
        let start = || -> io::Result<(Child, ChildStdin, Receiver<Value>)> {
            let profile = profile.canonicalize()?;
            let mut child = Command::new("sh")
                .args(["-c", MOVE_PIPES])
                .arg(program)
                .args(FLAGS)
                .args(more)
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
        let (child, to, from) = start().map_err(ChromeError::Pipe)?;
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
    pub(crate) fn version(&mut self) -> Result<String, ChromeError> {
        let said = self.call("", "Browser.getVersion", &json!({}))?;
        Ok(said["product"].as_str().unwrap_or("unknown").to_owned())
    }

    /// Asks for something whose answer nobody waits for.
    pub(crate) fn send(
        &mut self,
        session: &str,
        method: &str,
        params: &Value,
    ) -> Result<(), ChromeError> {
        self.last += 1;
        let mut message = json!({ "id": self.last, "method": method, "params": params });
        if !session.is_empty() {
            message["sessionId"] = session.into();
        }
        let to = self.to.as_mut().ok_or_else(ChromeError::closed)?;
        to.write_all(message.to_string().as_bytes())
            .and_then(|()| to.write_all(b"\0"))
            .and_then(|()| to.flush())
            .map_err(ChromeError::Pipe)
    }

    /// Asks for something and waits for the answer. An empty session is the browser itself.
    pub(crate) fn call(
        &mut self,
        session: &str,
        method: &str,
        params: &Value,
    ) -> Result<Value, ChromeError> {
        self.send(session, method, params)?;
        let until = Instant::now() + PATIENCE;
        loop {
            let Some(mut message) = self.receive(until)? else {
                return Err(ChromeError::Late(method.to_owned()));
            };
            if message["id"] == self.last {
                let refused = message["error"]["message"].as_str();
                return match refused {
                    None => Ok(message["result"].take()),
                    Some(why) => Err(ChromeError::Refused {
                        method: method.to_owned(),
                        why: why.to_owned(),
                    }),
                };
            }
            self.events.push_back(message);
        }
    }

    /// A place for tabs that shares nothing with others: no cache, no storage.
    pub(crate) fn new_context(&mut self) -> Result<String, ChromeError> {
        let created = self.call("", "Target.createBrowserContext", &json!({}))?;
        Ok(text(&created["browserContextId"]))
    }

    /// Ends a context and every tab in it.
    pub(crate) fn end_context(&mut self, context: &str) -> Result<(), ChromeError> {
        let params = json!({ "browserContextId": context });
        self.call("", "Target.disposeBrowserContext", &params)
            .map(drop)
    }

    /// Opens a tab on an empty page; without a context in the browser's own profile, on disk.
    pub(crate) fn new_tab(&mut self, context: Option<&str>) -> Result<TabId, ChromeError> {
        let mut params = json!({ "url": "about:blank" });
        if let Some(context) = context {
            params["browserContextId"] = context.into();
        }
        let created = self.call("", "Target.createTarget", &params)?;
        let target = text(&created["targetId"]);
        let params = json!({ "targetId": target, "flatten": true });
        let attached = self.call("", "Target.attachToTarget", &params)?;
        let session = text(&attached["sessionId"]);
        Ok(TabId { target, session })
    }

    /// Closes a tab.
    pub(crate) fn close_tab(&mut self, tab: &TabId) -> Result<(), ChromeError> {
        let params = json!({ "targetId": tab.target });
        self.call("", "Target.closeTarget", &params).map(drop)
    }

    /// The value of an expression in a page; promises are awaited.
    pub(crate) fn evaluate(
        &mut self,
        session: &str,
        expression: &str,
    ) -> Result<Value, ChromeError> {
        let mut said = self.call(
            session,
            "Runtime.evaluate",
            &json!({ "expression": expression, "returnByValue": true, "awaitPromise": true }),
        )?;
        if let Some(thrown) = said.get("exceptionDetails") {
            return Err(ChromeError::Refused {
                method: "Runtime.evaluate".to_owned(),
                why: thrown.to_string(),
            });
        }
        Ok(said["result"]["value"].take())
    }

    /// The next event in the order of arrival; `None` when there is none until then.
    pub(crate) fn event(&mut self, until: Instant) -> Result<Option<Value>, ChromeError> {
        match self.events.pop_front() {
            Some(event) => Ok(Some(event)),
            None => self.receive(until),
        }
    }

    fn receive(&mut self, until: Instant) -> Result<Option<Value>, ChromeError> {
        let wait = until.saturating_duration_since(Instant::now());
        match self.from.recv_timeout(wait) {
            Ok(message) => Ok(Some(message)),
            Err(RecvTimeoutError::Timeout) => Ok(None),
            Err(RecvTimeoutError::Disconnected) => Err(ChromeError::closed()),
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

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
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
