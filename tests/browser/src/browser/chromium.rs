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
        let screen = json!({ "width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": true });
        self.cdp("Emulation.setDeviceMetricsOverride", &screen)
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
