//! What only Chromium has commands for.

use serde_json::{Value, json};

use super::Browser;
use crate::engine::Engine;
use crate::stop::{Step, text};

impl Browser {
    /// A command of Chromium's own protocol.
    pub fn cdp(&self, command: &str, params: &Value) -> Step<Value> {
        let body = json!({ "cmd": command, "params": params });
        Ok(self.session.post("/goog/cdp/execute", &body)?)
    }

    /// Gives Chromium the screen of a small phone, which a window cannot have.
    pub fn small_phone(&self) -> Step {
        self.screen(320, 640)
    }

    /// Gives Chromium the screen of a phone, in CSS pixels.
    pub fn screen(&self, width: u32, height: u32) -> Step {
        let screen =
            json!({ "width": width, "height": height, "deviceScaleFactor": 2, "mobile": true });
        self.cdp("Emulation.setDeviceMetricsOverride", &screen)
            .map(drop)
    }

    /// Has Chromium run a script in every page from now on, before the page's own. The policy of
    /// the page does not hold for it.
    pub fn before_pages(&self, source: &str) -> Step {
        let script = json!({ "source": source });
        self.cdp("Page.addScriptToEvaluateOnNewDocument", &script)
            .map(drop)
    }

    /// What Chromium itself wrote into the console; in other engines nothing.
    pub fn console(&self) -> Step<Vec<String>> {
        if self.engine != Engine::Chromium {
            return Ok(Vec::new());
        }
        let log = self
            .session
            .post("/se/log", &json!({ "type": "browser" }))?;
        Ok(log
            .as_array()
            .into_iter()
            .flatten()
            .map(|entry| text(&entry["message"]))
            // Not a complaint: the page asks to install when the person wants it.
            .filter(|message| !message.contains("beforeinstallpromptevent.preventDefault()"))
            .collect())
    }
}
