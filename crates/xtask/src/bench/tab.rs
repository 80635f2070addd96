//! A tab with a link and a processor as slow as we say, in a browser that has never been anywhere
//! or in one that has.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::traffic::Log;
use crate::chrome::{Chrome, ChromeError, TabId};

/// How fast link and processor are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Speed {
    /// 1.6 Mbit/s down, 750 kbit/s up, 150 ms latency, the processor four times slower.
    Slow,
    /// As fast as this machine.
    Free,
}

impl Speed {
    /// In the order they are measured.
    pub(super) const ALL: [Self; 2] = [Self::Slow, Self::Free];

    /// The name in JSON.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Slow => "slow-4g-cpu-4x",
            Self::Free => "unthrottled",
        }
    }

    /// The name for people.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Slow => "Slow 4G (1.6 Mbit/s, 150 ms), CPU 4x",
            Self::Free => "Unthrottled",
        }
    }
}

/// What the tab tells the bench through.
const TELL: &str = "__benchTell";

/// Where a browser keeps what a visit leaves behind.
pub(super) struct Profile<'a> {
    chrome: &'a mut Chrome,
    /// None is the browser's own profile, which lies on the disk as a person's does.
    context: Option<String>,
}

impl<'a> Profile<'a> {
    /// Nobody has been anywhere, and all is forgotten at the end.
    pub(super) fn fresh(chrome: &'a mut Chrome) -> Result<Self, ChromeError> {
        let context = Some(chrome.new_context()?);
        Ok(Self { chrome, context })
    }

    /// What one tab leaves behind the next one finds.
    pub(super) fn lasting(chrome: &'a mut Chrome) -> Self {
        let context = None;
        Self { chrome, context }
    }
}

impl Drop for Profile<'_> {
    fn drop(&mut self) {
        if let Some(context) = self.context.take() {
            // If this fails the next call fails too, and says so.
            let _ = self.chrome.end_context(&context);
        }
    }
}

/// A tab. Dropping it closes it.
pub(super) struct Tab<'a> {
    chrome: &'a mut Chrome,
    id: TabId,
    speed: Speed,
    told: Vec<String>,
    /// What travelled for the page itself.
    pub(super) log: Log,
}

impl<'a> Tab<'a> {
    /// Opens a tab on an empty page, with a script that runs before anything of a page.
    pub(super) fn open(
        profile: &'a mut Profile<'_>,
        speed: Speed,
        first: &str,
    ) -> Result<Self, ChromeError> {
        let chrome = &mut *profile.chrome;
        let id = chrome.new_tab(profile.context.as_deref())?;
        let mut tab = Self {
            chrome,
            id,
            speed,
            told: Vec::new(),
            log: Log::default(),
        };
        for domain in ["Page", "Network", "Runtime"] {
            tab.call(&format!("{domain}.enable"), &json!({}))?;
        }
        tab.call("Runtime.addBinding", &json!({ "name": TELL }))?;
        tab.call(
            "Page.addScriptToEvaluateOnNewDocument",
            &json!({ "source": first }),
        )?;
        // A phone's window. One pixel for each point: software painting is slow enough.
        tab.call(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": 412, "height": 823, "deviceScaleFactor": 1, "mobile": true }),
        )?;
        if speed == Speed::Slow {
            tab.call("Network.emulateNetworkConditions", &slow_link())?;
            tab.call("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }))?;
        }
        // A new tab is busy with itself for a moment.
        tab.rest(Duration::from_millis(400))?;
        Ok(tab)
    }

    /// From now on a service worker that starts for this tab has the tab's link too. Its own
    /// thread is as fast as the machine: `DevTools` slows down nothing but the page's.
    pub(super) fn bind_workers(&mut self) -> Result<(), ChromeError> {
        self.call(
            "Target.setAutoAttach",
            &json!({ "autoAttach": true, "waitForDebuggerOnStart": true, "flatten": true }),
        )
        .map(drop)
    }

    /// Ends every worker, as the browser does by itself half a minute after the last page.
    pub(super) fn put_workers_to_sleep(&mut self) -> Result<(), ChromeError> {
        for step in ["enable", "stopAllWorkers", "disable"] {
            self.call(&format!("ServiceWorker.{step}"), &json!({}))?;
        }
        self.rest(Duration::from_millis(300))
    }

    /// Asks the tab for something.
    pub(super) fn call(&mut self, method: &str, params: &Value) -> Result<Value, ChromeError> {
        self.chrome.call(&self.id.session, method, params)
    }

    /// The value of an expression in the page; promises are awaited.
    pub(super) fn evaluate(&mut self, expression: &str) -> Result<Value, ChromeError> {
        self.chrome.evaluate(&self.id.session, expression)
    }

    /// A press and a release of the main button, as the browser gets them from a hand.
    pub(super) fn click(&mut self, x: f64, y: f64) -> Result<(), ChromeError> {
        let at = |kind: &str, count| json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": count });
        self.call("Input.dispatchMouseEvent", &at("mouseMoved", 0))?;
        self.rest(Duration::from_millis(100))?;
        self.call("Input.dispatchMouseEvent", &at("mousePressed", 1))?;
        self.call("Input.dispatchMouseEvent", &at("mouseReleased", 1))?;
        Ok(())
    }

    /// Waits until the page has told this, or the time is over; whether it has.
    pub(super) fn hears(&mut self, what: &str, patience: Duration) -> Result<bool, ChromeError> {
        let until = Instant::now() + patience;
        loop {
            if self.told.iter().any(|told| told == what) {
                return Ok(true);
            }
            if !self.step(until)? {
                return Ok(false);
            }
        }
    }

    /// Lets time pass, and then waits until nothing is on its way any more.
    pub(super) fn come_to_rest(&mut self, least: Duration) -> Result<(), ChromeError> {
        const QUIET: Duration = Duration::from_millis(300);
        const LONGEST: Duration = Duration::from_secs(20);
        self.rest(least)?;
        let until = Instant::now() + LONGEST;
        while !self.log.is_quiet(QUIET) && Instant::now() < until {
            self.rest(Duration::from_millis(50))?;
        }
        Ok(())
    }

    /// Lets time pass.
    pub(super) fn rest(&mut self, time: Duration) -> Result<(), ChromeError> {
        let until = Instant::now() + time;
        while self.step(until)? {}
        Ok(())
    }

    /// Takes in one event; whether there was one in time.
    fn step(&mut self, until: Instant) -> Result<bool, ChromeError> {
        let Some(event) = self.chrome.event(until)? else {
            return Ok(false);
        };
        if event["sessionId"] == self.id.session.as_str() {
            let (method, params) = (event["method"].as_str().unwrap_or(""), &event["params"]);
            match method {
                "Runtime.bindingCalled" if params["name"] == TELL => self
                    .told
                    .push(params["payload"].as_str().unwrap_or("").to_owned()),
                "Target.attachedToTarget" => self.admit(&params["sessionId"])?,
                "Page.loadEventFired" => self.told.push("load".to_owned()),
                _ => self.log.note(method, params),
            }
        }
        Ok(true)
    }

    /// A worker waits at its start until we have tied it to the link. It answers when it runs, and
    /// not before: nobody waits for that here.
    fn admit(&mut self, session: &Value) -> Result<(), ChromeError> {
        let session = session.as_str().unwrap_or_default();
        if self.speed == Speed::Slow {
            let slow = "Network.emulateNetworkConditions";
            self.chrome.send(session, "Network.enable", &json!({}))?;
            self.chrome.send(session, slow, &slow_link())?;
        }
        let go = "Runtime.runIfWaitingForDebugger";
        self.chrome.send(session, go, &json!({}))
    }
}

fn slow_link() -> Value {
    json!({ "offline": false, "latency": 150,
        "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 })
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        // If this fails the next call fails too, and says so.
        let _ = self.chrome.close_tab(&self.id);
    }
}
