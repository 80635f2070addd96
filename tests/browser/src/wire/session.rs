//! The commands of a session, one browser each.

use serde_json::{Value, json};

use super::{Element, Wire, WireError, odd};

impl Wire {
    /// Starts a session; commands then go to its path.
    pub fn session(&self, capabilities: &Value) -> Result<Session, WireError> {
        let answer = self.post(
            "/session",
            &json!({ "capabilities": { "alwaysMatch": capabilities } }),
        )?;
        match answer["sessionId"].as_str() {
            Some(id) => {
                let base = format!("{}/session/{id}", self.base);
                Ok(Session {
                    wire: Self {
                        agent: self.agent.clone(),
                        base,
                    },
                })
            }
            None => Err(WireError::Odd {
                command: "POST /session".to_owned(),
                answer,
            }),
        }
    }
}

/// One running browser, as the driver knows it. Dropping it leaves it running: see `quit`.
#[derive(Debug, Clone)]
pub struct Session {
    wire: Wire,
}

impl Session {
    /// Sends a command the driver may know and this client does not.
    pub fn post(&self, path: &str, body: &Value) -> Result<Value, WireError> {
        self.wire.post(path, body)
    }

    /// Goes to an address and waits as the page load strategy of the session says.
    pub fn go(&self, url: &str) -> Result<(), WireError> {
        self.wire.post("/url", &json!({ "url": url })).map(drop)
    }

    /// Runs a function body in the page; it returns a value or a promise of one.
    pub fn run(&self, script: &str, args: &[Value]) -> Result<Value, WireError> {
        self.wire
            .post("/execute/sync", &json!({ "script": script, "args": args }))
    }

    /// The first element a selector finds.
    pub fn find(&self, css: &str) -> Result<Element, WireError> {
        let answer = self.wire.post(
            "/element",
            &json!({ "using": "css selector", "value": css }),
        )?;
        Element::from_answer("POST /element", answer)
    }

    /// Presses the middle of an element, after scrolling to it if needed.
    pub fn click(&self, element: &Element) -> Result<(), WireError> {
        self.wire
            .post(&format!("/element/{}/click", element.0), &json!({}))
            .map(drop)
    }

    /// Types a text into a field; in a field for files it is the path of one.
    pub fn type_into(&self, element: &Element, text: &str) -> Result<(), WireError> {
        let path = format!("/element/{}/value", element.0);
        self.wire.post(&path, &json!({ "text": text })).map(drop)
    }

    /// Presses and releases keys, one after the other, where the focus is.
    pub fn keys(&self, keys: &[char]) -> Result<(), WireError> {
        let strokes: Vec<Value> = keys
            .iter()
            .flat_map(|key| {
                ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key.to_string() }))
            })
            .collect();
        let body = json!({ "actions": [{ "type": "key", "id": "keys", "actions": strokes }] });
        self.wire.post("/actions", &body).map(drop)
    }

    /// One step back in the history.
    pub fn back(&self) -> Result<(), WireError> {
        self.wire.post("/back", &json!({})).map(drop)
    }

    /// One step forward in the history.
    pub fn forward(&self) -> Result<(), WireError> {
        self.wire.post("/forward", &json!({})).map(drop)
    }

    /// The window the commands go to.
    pub fn window(&self) -> Result<String, WireError> {
        let answer = self.wire.get("/window")?;
        answer
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| odd("GET /window", &answer))
    }

    /// Opens a window and returns its name; commands still go to the old one. Not a tab: `WebKitGTK`
    /// opens those in the background, where a page is asleep.
    pub fn new_window(&self) -> Result<String, WireError> {
        let answer = self
            .wire
            .post("/window/new", &json!({ "type": "window" }))?;
        let handle = answer["handle"].as_str().map(str::to_owned);
        handle.ok_or_else(|| odd("POST /window/new", &answer))
    }

    /// Sends the commands that follow to another window.
    pub fn switch_to(&self, window: &str) -> Result<(), WireError> {
        self.wire
            .post("/window", &json!({ "handle": window }))
            .map(drop)
    }

    /// Sends the commands that follow into a frame of the page, or back to the page.
    pub fn enter(&self, frame: Option<&Element>) -> Result<(), WireError> {
        let id = frame.map_or(Value::Null, Element::as_arg);
        self.wire.post("/frame", &json!({ "id": id })).map(drop)
    }

    /// Closes the current window; switch to another one afterwards.
    pub fn close_window(&self) -> Result<(), WireError> {
        self.wire.delete("/window").map(drop)
    }

    /// Gives the window an outer size in CSS pixels.
    pub fn resize(&self, width: u32, height: u32) -> Result<(), WireError> {
        let rect = json!({ "x": 0, "y": 0, "width": width, "height": height });
        self.wire.post("/window/rect", &rect).map(drop)
    }

    /// What the window shows, as a PNG in base64.
    pub fn screenshot(&self) -> Result<String, WireError> {
        let answer = self.wire.get("/screenshot")?;
        answer
            .as_str()
            .map(str::to_owned)
            .ok_or_else(|| odd("GET /screenshot", &Value::Null))
    }

    /// Ends the browser.
    pub fn quit(&self) -> Result<(), WireError> {
        self.wire.delete("").map(drop)
    }
}
