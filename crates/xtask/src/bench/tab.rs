//! One tab that has never been anywhere: no cache, no storage, and a link and a processor as slow
//! as we say.

use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::BenchError;
use super::chrome::Chrome;
use super::traffic::Log;

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

/// A tab in a browser context of its own. Dropping it ends both.
pub(super) struct Tab<'a> {
    chrome: &'a mut Chrome,
    context: Value,
    session: String,
    told: Vec<String>,
    /// What travelled.
    pub(super) log: Log,
}

impl<'a> Tab<'a> {
    /// Opens a tab on an empty page, with a script that runs before anything of a page.
    pub(super) fn open(
        chrome: &'a mut Chrome,
        speed: Speed,
        first: &str,
    ) -> Result<Self, BenchError> {
        let created = chrome.call("", "Target.createBrowserContext", &json!({}))?;
        let context = created["browserContextId"].clone();
        let mut tab = Self {
            chrome,
            context,
            session: String::new(),
            told: Vec::new(),
            log: Log::default(),
        };
        let target = tab.call(
            "Target.createTarget",
            &json!({ "url": "about:blank", "browserContextId": tab.context }),
        )?;
        let attached = tab.call(
            "Target.attachToTarget",
            &json!({ "targetId": target["targetId"], "flatten": true }),
        )?;
        attached["sessionId"]
            .as_str()
            .unwrap_or_default()
            .clone_into(&mut tab.session);
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
            tab.call(
                "Network.emulateNetworkConditions",
                &json!({ "offline": false, "latency": 150,
                    "downloadThroughput": 1_600_000 / 8, "uploadThroughput": 750_000 / 8 }),
            )?;
            tab.call("Emulation.setCPUThrottlingRate", &json!({ "rate": 4 }))?;
        }
        // A new tab is busy with itself for a moment.
        tab.rest(Duration::from_millis(400))?;
        Ok(tab)
    }

    /// Asks the tab for something.
    pub(super) fn call(&mut self, method: &str, params: &Value) -> Result<Value, BenchError> {
        self.chrome.call(&self.session, method, params)
    }

    /// The value of an expression in the page; promises are awaited.
    pub(super) fn evaluate(&mut self, expression: &str) -> Result<Value, BenchError> {
        let mut said = self.call(
            "Runtime.evaluate",
            &json!({ "expression": expression, "returnByValue": true, "awaitPromise": true }),
        )?;
        if let Some(thrown) = said.get("exceptionDetails") {
            return Err(BenchError::Refused {
                method: "Runtime.evaluate".to_owned(),
                why: thrown.to_string(),
            });
        }
        Ok(said["result"]["value"].take())
    }

    /// A press and a release of the main button, as the browser gets them from a hand.
    pub(super) fn click(&mut self, x: f64, y: f64) -> Result<(), BenchError> {
        let at = |kind: &str, count| json!({ "type": kind, "x": x, "y": y, "button": "left", "clickCount": count });
        self.call("Input.dispatchMouseEvent", &at("mouseMoved", 0))?;
        self.rest(Duration::from_millis(100))?;
        self.call("Input.dispatchMouseEvent", &at("mousePressed", 1))?;
        self.call("Input.dispatchMouseEvent", &at("mouseReleased", 1))?;
        Ok(())
    }

    /// Waits until the page has told this, or the time is over; whether it has.
    pub(super) fn hears(&mut self, what: &str, patience: Duration) -> Result<bool, BenchError> {
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
    pub(super) fn come_to_rest(&mut self, least: Duration) -> Result<(), BenchError> {
        const QUIET: Duration = Duration::from_millis(300);
        const LONGEST: Duration = Duration::from_secs(20);
        self.rest(least)?;
        let until = Instant::now() + LONGEST;
        while !self.log.is_quiet(QUIET) && Instant::now() < until {
            self.rest(Duration::from_millis(50))?;
        }
        Ok(())
    }

    fn rest(&mut self, time: Duration) -> Result<(), BenchError> {
        let until = Instant::now() + time;
        while self.step(until)? {}
        Ok(())
    }

    /// Takes in one event; whether there was one in time.
    fn step(&mut self, until: Instant) -> Result<bool, BenchError> {
        let Some(event) = self.chrome.event(until)? else {
            return Ok(false);
        };
        if event["sessionId"] == self.session.as_str() {
            let (method, params) = (event["method"].as_str().unwrap_or(""), &event["params"]);
            match method {
                "Runtime.bindingCalled" if params["name"] == TELL => self
                    .told
                    .push(params["payload"].as_str().unwrap_or("").to_owned()),
                "Page.loadEventFired" => self.told.push("load".to_owned()),
                _ => self.log.note(method, params),
            }
        }
        Ok(true)
    }
}

impl Drop for Tab<'_> {
    fn drop(&mut self) {
        // If this fails the next call fails too, and says so.
        let _ = self.chrome.call(
            "",
            "Target.disposeBrowserContext",
            &json!({ "browserContextId": self.context }),
        );
    }
}
